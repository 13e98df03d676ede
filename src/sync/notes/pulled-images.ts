import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { slugify } from '../../content/text/slug.ts';
import { originalName } from '../../images/keys.ts';
import type { Image } from '../../resources/images/schema.ts';
import { type Caller, CallFailed } from '../caller.ts';
import type { NoteCover } from './cover.ts';
import { findImageReferences, findShownReferences, replaceReferences } from './image-references.ts';
import { hashOfFile, markOf, openFiles, openHashes } from './images.ts';
import { joinMediaPath } from './media-path.ts';
import type { PresentNote } from './merge.ts';
import type { Note } from './note.ts';

/** A body and a cover with the files of their images, and what is to be said of those that could not be read. */
export interface PulledBody {
  body: string;
  /** What the note says under `cover`; null for nothing. */
  cover: string | false | null;
  missing: string[];
  /** Whether a file is there under the name of an image, and has other bytes. */
  isChanged: boolean;
  /** Writes the files that are not there, or are others. */
  write(): Promise<void>;
}

type PulledImage = Pick<Image, 'id' | 'sha256' | 'storedSha256' | 'mediaType' | 'alt'>;
type Fields = Map<string, Promise<PulledImage | undefined>>;

const longestName = 60;

/**
 * Gives the images of bodies and covers as files beside the notes: under the address that the note has already for the same bytes, else as
 * `{alt}~{end of the id}.{ext}`, so that no two of a folder have one name.
 */
export function openPulledImages(caller: Caller, folder: string) {
  const findFile = openFiles(folder);
  const hashOf = openHashes();
  const known: Fields = new Map();

  async function readFields(id: string): Promise<PulledImage | undefined> {
    const { status, body } = await caller.send(
      'GET',
      `/v1/images/${id}?fields=id,sha256,storedSha256,mediaType,alt`,
    );
    return status === 200 ? (body as PulledImage) : undefined;
  }

  /** The addresses of the pictures that the present note shows, by their SHA-256. */
  async function listAddresses(path: string, present: PresentNote | null): Promise<Map<string, string>> {
    const addresses = new Map<string, string>();
    for (const { address, source, isEmbed } of findImageReferences(present?.text ?? '')) {
      const at = joinMediaPath(present?.note?.mediaPath, address);
      const file = isEmbed ? undefined : await findFile(at, path, false);
      const hash = file && (await hashOf(file));
      if (hash && !addresses.has(hash)) addresses.set(hash, source);
    }
    return addresses;
  }

  function readImage(id: string): Promise<PulledImage | undefined> {
    const asked = known.get(id) ?? readFields(id);
    known.set(id, asked);
    return asked;
  }

  /** Whether the cover of the present note is a file, and one of these SHA-256 if they are given. */
  async function isFileOf(path: string, cover: NoteCover, hashes?: (string | null)[]): Promise<boolean> {
    const file = await findFile(cover.address, path, cover.isEmbed);
    if (file === undefined || hashes === undefined) return file !== undefined;
    return hashes.includes((await hashOf(file)) ?? '');
  }

  /**
   * What the note says under `cover`: nothing where the field of another tool names the same picture already, and `false` where
   * the note names one and the review has none.
   * @param id of the image; null for none
   * @returns the image of it where its file has to be there, under the name `cover`
   */
  async function nameCover(
    path: string,
    id: string | null,
    { present, addresses }: { present: Note['cover']; addresses: Map<string, string> },
  ): Promise<{ cover: PulledBody['cover']; image?: PulledImage }> {
    if (id === null) {
      const isDenied = present === false || (present && (present.isOwn || (await isFileOf(path, present))));
      return { cover: isDenied ? false : null };
    }
    const image = await readImage(id);
    if (!image) return { cover: `image:${id}` };
    const { sha256, storedSha256 } = image;
    if (present && !present.isOwn && present.address === `image:${id}`) return { cover: null };
    if (present && (await isFileOf(path, present, [sha256, storedSha256])))
      return { cover: present.isOwn ? present.source : null };
    const there = addresses.get(sha256) ?? addresses.get(storedSha256 ?? '');
    return there === undefined ? { cover: nameOf(image), image } : { cover: there };
  }

  /** @param present the note as it is there */
  return async (
    path: string,
    said: { body: string; cover: string | null },
    present: PresentNote | null,
  ): Promise<PulledBody> => {
    const { body } = said;
    const shown = findShownReferences(body);
    const hasImages = shown.length > 0 || said.cover !== null;
    const addresses = hasImages ? await listAddresses(path, present) : new Map();
    const { cover, image: pictured } = await nameCover(path, said.cover, {
      present: present?.note?.cover,
      addresses,
    });
    if (!hasImages) return { body, cover, missing: [], isChanged: false, write: async () => undefined };
    const [replaced, missing, files]: [
      Parameters<typeof replaceReferences>[1],
      string[],
      Map<string, PulledImage>,
    ] = [[], [], new Map()];
    for (const { id, reference } of shown) {
      const image = await readImage(id);
      if (!image) {
        missing.push(id);
        continue;
      }
      const there = addresses.get(image.sha256) ?? addresses.get(image.storedSha256 ?? '');
      const to = there ?? nameOf(image);
      if (there === undefined) files.set(to, image);
      replaced.push({ reference, to: writeDestination(to) });
    }
    if (pictured) files.set(nameOf(pictured), pictured);
    let isChanged = false;
    const written: { file: string; image: PulledImage }[] = [];
    for (const [name, image] of files) {
      const file = join(folder, dirname(path), name);
      const hash = await hashOfFile(file);
      if (hash !== undefined && hash === image.storedSha256) continue;
      isChanged ||= hash !== undefined;
      written.push({ file, image });
    }
    const write = async () => {
      for (const { file, image } of written) await writePicture(caller, file, image);
    };
    return {
      ...{ body: replaceReferences(body, replaced), cover },
      ...{ missing: [...new Set(missing)], isChanged, write },
    };
  };
}

const nameOf = ({ id, alt, mediaType }: PulledImage): string => {
  const name = [...slugify(alt, 'image')].slice(0, longestName).join('').replace(/-$/, '');
  return `${name}${markOf(id)}${originalName(mediaType).split('.')[1]}`;
};

/** As a destination of CommonMark (6.3); a variable of Liquid stays as it is. */
const writeDestination = (path: string) => (/[\s()]/.test(path) && !path.includes('{{') ? `<${path}>` : path);

async function writePicture(caller: Caller, file: string, image: PulledImage): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const writing = join(dirname(file), `.${image.id}.tmp`);
  try {
    const bytes = caller.download(`/v1/images/${image.id}/${originalName(image.mediaType)}`);
    await pipeline(Readable.from(bytes), createWriteStream(writing));
    await rename(writing, file);
  } catch (error) {
    await rm(writing, { force: true });
    if (!(error instanceof CallFailed)) throw error;
    throw new CallFailed(
      `the picture of image ${image.id} cannot be read (a key needs reviews:write for it): ${error.message}`,
      {
        cause: error,
      },
    );
  }
}
