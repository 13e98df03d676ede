import type { StoredImageType } from '../db/schema/images.ts';
import { extensions, originalKey } from '../images/keys.ts';
import { ArchiveRefused } from './refusal.ts';

/** The file of an image of an archive, by the row of the image. */
export interface ArchivedImage {
  id: string;
  mediaType: StoredImageType;
  bytes: number;
  /** Null where the image is older than the hash. */
  sha256: string | null;
  /** Its name in a tar. */
  name: string;
  /** Its key in the storage. */
  key: string;
}

const start = '{"images":';

/** Reads the images out of the lines of an archive, in their order. @throws ArchiveRefused */
export async function* readArchivedImages(lines: AsyncIterable<string>): AsyncGenerator<ArchivedImage> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.startsWith(start)) yield readRow(line, number);
  }
}

function readRow(line: string, number: number): ArchivedImage {
  const { id, media_type, bytes, stored_sha256 = null } = parseRow(line);
  const isValid =
    typeof id === 'string' &&
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) &&
    typeof media_type === 'string' &&
    Object.hasOwn(extensions, media_type) &&
    Number.isSafeInteger(bytes) &&
    (stored_sha256 === null || typeof stored_sha256 === 'string');
  if (!isValid) throw new ArchiveRefused(`Line ${number} of the archive is damaged.`);
  return describeFile({
    id,
    mediaType: media_type as StoredImageType,
    bytes: bytes as number,
    sha256: stored_sha256,
  });
}

function parseRow(line: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(line).images);
  } catch {
    return {};
  }
}

/** The names of the file of an image, beside what its row has. */
export function describeFile(image: Omit<ArchivedImage, 'name' | 'key'>): ArchivedImage {
  const { id, mediaType } = image;
  return { ...image, name: `images/${id}.${extensions[mediaType]}`, key: originalKey(id, mediaType) };
}
