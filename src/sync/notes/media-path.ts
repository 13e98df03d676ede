import type { NoteCover } from './cover.ts';
import { type FieldReader, readLine } from './field-reader.ts';
import { findImageReferences, replaceReferences } from './image-references.ts';

/**
 * `media_subpath` of Chirpy, `img_path` before its version 7: where the pictures of a note lie.
 * @returns kept: the names of such fields, which stay in the file
 */
export function readMediaPath(reader: FieldReader): { mediaPath: string | undefined; kept: string[] } {
  const field = reader.take('media-subpath', 'img-path');
  const path = typeof field?.value === 'string' ? readLine(field.value) : null;
  return { mediaPath: path?.replace(/\/+$/, ''), kept: field ? [field.name] : [] };
}

/** The address of a picture below such a path, as Chirpy joins them: also one that begins with a slash, none with a scheme. */
export function joinMediaPath(mediaPath: string | undefined, address: string): string {
  if (mediaPath === undefined || address.includes(':') || address.includes('{{')) return address;
  return address.startsWith(`${mediaPath}/`) ? address : `${mediaPath}/${address.replace(/^\/+/, '')}`;
}

/** A body whose pictures are addressed from the root of the site. */
export function applyMediaPath(body: string, mediaPath: string | undefined): string {
  if (mediaPath === undefined) return body;
  return replaceReferences(
    body,
    findImageReferences(body)
      .filter(({ isEmbed }) => !isEmbed)
      .map((reference) => ({ reference, to: joinMediaPath(mediaPath, reference.source) })),
  );
}

/** The same for a cover. */
export function applyToCover(
  cover: NoteCover | false | undefined,
  mediaPath: string | undefined,
): NoteCover | false | undefined {
  if (!cover || cover.isEmbed) return cover;
  return { ...cover, address: joinMediaPath(mediaPath, cover.address) };
}
