import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Caller, reasonOf } from '../caller.ts';
import { findImageReferences, replaceReferences } from './image-references.ts';

/** A body with the images of the service, and what is to be said of those that it has not. */
export interface ShownBody {
  body: string;
  unused: string[];
}

/** An id that no image has: in a dry run for a picture that would be uploaded. */
const noImage = '00000000-0000-7000-8000-000000000000';
/** How many folders around the pushed one a path may begin in, such as that of a site. */
const mostAncestors = 5;

const types: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
};

/**
 * Brings the pictures beside notes: uploads those that are not there yet, known by their SHA-256, and refers to them as
 * `image:{id}`. A picture that is missing or refused is named, and its place stays as it is.
 * @param folder that is pushed
 * @returns a function that does it for the body of a note, by its path in the folder
 */
export function openNoteImages(
  caller: Caller,
  folder: string,
  { dryRun }: { dryRun: boolean },
): (path: string, body: string) => Promise<ShownBody> {
  /** By path: notes show the same picture again and again. */
  const ids = new Map<string, Promise<string>>();
  let names: Promise<Map<string, string>> | undefined;

  async function read(
    address: string,
    path: string,
    isEmbed: boolean,
  ): Promise<{ file: string; bytes: Buffer } | undefined> {
    const places = listPlaces(folder, path, address);
    for (const file of places) {
      const bytes = await readFile(file).catch(() => undefined);
      if (bytes) return { file, bytes };
    }
    if (!isEmbed) return undefined;
    // Obsidian finds a file by its name, wherever it lies.
    names ??= listNames(folder);
    const file = (await names).get(basename(address).toLowerCase());
    return file === undefined ? undefined : { file, bytes: await readFile(file) };
  }

  async function bring({ file, bytes }: { file: string; bytes: Buffer }): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = await caller.send('GET', `/v1/images?sha256=${sha256}&fields=id&limit=1`);
    const [image] = (known.body as { data?: { id: string }[] }).data ?? [];
    if (image) return image.id;
    if (dryRun) return noImage;
    const type = types[extname(file).toLowerCase()] ?? 'image/png';
    const answer = await caller.upload('/v1/images', bytes, type);
    if (answer.status >= 300) throw new Error(reasonOf(answer));
    return (answer.body as { id: string }).id;
  }

  return async (path, body) => {
    const unused: string[] = [];
    const replaced = [];
    for (const reference of findImageReferences(body)) {
      const { address, isEmbed } = reference;
      const found = await read(address, path, isEmbed);
      if (!found) {
        unused.push(`image ${address} (there is no such file)`);
        continue;
      }
      try {
        const id = ids.get(found.file) ?? bring(found);
        ids.set(found.file, id);
        replaced.push({ reference, id: await id });
      } catch (error) {
        unused.push(`image ${address} (${(error as Error).message})`);
      }
    }
    return { body: replaceReferences(body, replaced), unused: [...new Set(unused)] };
  };
}

/** Where the file of an address may be: beside the note, or below the folder or one around it, as below the root of a site. */
function listPlaces(folder: string, path: string, address: string): string[] {
  const [liquid = ''] = /^\{\{.*?\}\}/.exec(address) ?? [];
  const rooted = address.slice(liquid.length);
  const roots = [folder];
  for (let at = 0; at < mostAncestors; at += 1) roots.push(dirname(roots.at(-1) ?? folder));
  if (liquid !== '' || rooted.startsWith('/')) return [...new Set(roots)].map((root) => join(root, rooted));
  return [resolve(folder, dirname(path), rooted), resolve(folder, rooted)];
}

/** The files of a folder by name, those of hidden folders too; of two of a name the one that lies higher. */
async function listNames(folder: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const folders = [folder];
  for (let at = folders.shift(); at !== undefined; at = folders.shift()) {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const file = join(at, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') folders.push(file);
      else if (entry.isFile() && !names.has(entry.name.toLowerCase()))
        names.set(entry.name.toLowerCase(), file);
    }
  }
  return names;
}
