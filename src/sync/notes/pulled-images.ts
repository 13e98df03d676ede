import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { slugify } from '../../content/text/slug.ts';
import { originalName } from '../../images/keys.ts';
import type { Image } from '../../resources/images/schema.ts';
import { type Caller, CallFailed } from '../caller.ts';
import { findImageReferences, findShownReferences, replaceReferences } from './image-references.ts';
import { hashOfFile, markOf, openFiles, openHashes } from './images.ts';

/** A body with the files of its images, and what is to be said of those that could not be read. */
export interface PulledBody {
  body: string;
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
 * Gives the images of bodies as files beside the notes: under the address that the note has already for the same bytes, else as
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
  async function listAddresses(path: string, present: string | null): Promise<Map<string, string>> {
    const addresses = new Map<string, string>();
    for (const { address, source, isEmbed } of findImageReferences(present ?? '')) {
      const file = isEmbed ? undefined : await findFile(address, path, false);
      const hash = file && (await hashOf(file));
      if (hash && !addresses.has(hash)) addresses.set(hash, source);
    }
    return addresses;
  }

  /** @param present the text of the note as it is there */
  return async (path: string, body: string, present: string | null): Promise<PulledBody> => {
    const shown = findShownReferences(body);
    if (shown.length === 0) return { body, missing: [], isChanged: false, write: async () => undefined };
    const addresses = await listAddresses(path, present);
    const [replaced, missing, files]: [
      Parameters<typeof replaceReferences>[1],
      string[],
      Map<string, PulledImage>,
    ] = [[], [], new Map()];
    for (const { id, reference } of shown) {
      const asked = known.get(id) ?? readFields(id);
      known.set(id, asked);
      const image = await asked;
      if (!image) {
        missing.push(id);
        continue;
      }
      const there = addresses.get(image.sha256) ?? addresses.get(image.storedSha256 ?? '');
      const to = there ?? nameOf(image);
      if (there === undefined) files.set(to, image);
      replaced.push({ reference, to: writeDestination(to) });
    }
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
    return { body: replaceReferences(body, replaced), missing: [...new Set(missing)], isChanged, write };
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
