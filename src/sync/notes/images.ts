import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Image } from '../../resources/images/schema.ts';
import { type Caller, reasonOf } from '../caller.ts';
import type { NoteCover } from './cover.ts';
import { openDiskNames } from './disk-names.ts';
import { NoteRefused } from './front-matter.ts';
import { findImageReferences, type ImageReference, replaceReferences } from './image-references.ts';
import type { Note } from './note.ts';
import type { NoteSource } from './note-source.ts';

type KnownImage = Pick<Image, 'id' | 'sha256' | 'storedSha256'>;

/** A body and a cover with the images of the service, and what is to be said of those that are not there. */
export interface ShownBody {
  body: string;
  /** Null for none. The id is null in a dry run, for a picture that would be uploaded. */
  cover: { id: string | null; source: string } | null;
  unused: string[];
}

/** An id that no image has: in a dry run for a picture that would be uploaded. */
export const noImage = '00000000-0000-7000-8000-000000000000';
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

/** The most characters that an image takes as what it shows. */
const longestAlt = 2000;
/** The most hashes that one request asks about, and how many notes are read ahead for that. */
const mostHashes = 64;
const mostAhead = 32;

type Reference = Pick<ImageReference, 'address' | 'isEmbed'>;
type FindFile = (address: string, path: string, isEmbed: boolean) => Promise<string | undefined>;

/**
 * Brings the pictures beside notes: uploads those that are not there yet, known by their SHA-256, and refers to them as
 * `image:{id}`. A picture that is missing or refused is named, and its place stays as it is.
 * @param notes that are pushed, in their order
 * @returns a function that does it for a note, by its path in the folder
 */
export function openNoteImages(
  caller: Caller,
  notes: Pick<NoteSource, 'folder' | 'entries'>,
  { dryRun }: { dryRun: boolean },
): (path: string, note: Pick<Note, 'body' | 'cover'>) => Promise<ShownBody> {
  const findFile = openFiles(notes.folder);
  const hashOf = openHashes();
  const known = new Map<string, string[]>();
  /** By path, or by the id in a note: notes show the same picture again and again. */
  const ids = new Map<string, Promise<string>>();

  /** Of bodies that were read ahead: parsing takes most of the time. */
  const parsed = new Map<string, ImageReference[]>();

  /** The hashes of the pictures of a note that nothing is known of. */
  async function listUnknown(path: string, references: Reference[]): Promise<string[]> {
    const hashes: string[] = [];
    for (const { address, isEmbed } of references) {
      const file = await findFile(address, path, isEmbed);
      const hash = file && (await hashOf(file));
      if (hash && !known.has(hash)) hashes.push(hash);
    }
    return hashes;
  }

  /** Asks about the pictures of a body, and about those of the notes after it in the same request. */
  async function askAhead(path: string, references: Reference[]): Promise<void> {
    const asked = new Set(await listUnknown(path, references));
    if (asked.size === 0) return;
    parsed.clear();
    const at = notes.entries.findIndex((entry) => entry.path === path) + 1;
    for (const entry of notes.entries.slice(at, at + mostAhead)) {
      if (asked.size >= mostHashes) break;
      // What is wrong with it is told when it is its turn.
      const next = await entry.read().catch(() => undefined);
      if (!next) continue;
      const found = tryFinding(next.note.body);
      if (!found) continue;
      parsed.set(next.note.body, found);
      for (const hash of await listUnknown(entry.path, [...found, ...fileOfCover(next.note)]))
        asked.add(hash);
    }
    const all = [...asked];
    while (all.length > 0) await ask(all.splice(0, mostHashes));
  }

  async function ask(hashes: string[]): Promise<void> {
    const query = hashes.map((hash) => `sha256=${hash}`).join('&');
    const answer = await caller.send('GET', `/v1/images?${query}&fields=id,sha256,storedSha256&limit=100`);
    if (answer.status >= 300) throw new NoteRefused(`its pictures cannot be looked for: ${reasonOf(answer)}`);
    const { data } = answer.body as { data: KnownImage[] };
    for (const hash of hashes) known.set(hash, []);
    for (const { id, sha256, storedSha256 } of data)
      for (const hash of new Set([sha256, storedSha256])) known.get(hash ?? '')?.push(id);
  }

  /** The id of the image of a file, which is uploaded once. */
  function bring(file: string, alt = ''): Promise<string> {
    const id = ids.get(file) ?? findOrUpload(file, alt);
    ids.set(file, id);
    return id;
  }

  async function findOrUpload(file: string, alt: string): Promise<string> {
    const found = known.get((await hashOf(file)) ?? '') ?? [];
    // Of several of the same bytes the one that `pull` wrote.
    const id = found.find((one) => basename(file).includes(markOf(one))) ?? found[0];
    if (id !== undefined) return id;
    if (dryRun) return noImage;
    const type = types[extname(file).toLowerCase()] ?? 'image/png';
    const query = alt === '' ? '' : `?alt=${encodeURIComponent([...alt].slice(0, longestAlt).join(''))}`;
    const answer = await caller.upload(`/v1/images${query}`, await readFile(file), type);
    if (answer.status >= 300) throw new Error(reasonOf(answer));
    return (answer.body as { id: string }).id;
  }

  /** An image that a note names by its id. */
  async function findById(id: string): Promise<string> {
    const answer = await caller.send('GET', `/v1/images/${id}?fields=id`);
    if (answer.status >= 300)
      throw new Error(answer.status === 404 ? 'there is no such image' : reasonOf(answer));
    return id;
  }

  async function bringCover(path: string, cover: NoteCover): Promise<string> {
    const [, id] = /^image:(.*)$/.exec(cover.address) ?? [];
    if (id !== undefined) {
      const found = ids.get(id) ?? findById(id);
      ids.set(id, found);
      return found;
    }
    const file = await findFile(cover.address, path, cover.isEmbed);
    if (file === undefined) throw new Error('there is no such file');
    return bring(file, cover.alt);
  }

  return async (path, note) => {
    const { body } = note;
    const references = parsed.get(body) ?? findImageReferences(body);
    await askAhead(path, [...references, ...fileOfCover(note)]);
    const unused: string[] = [];
    let cover: ShownBody['cover'] = null;
    if (note.cover) {
      const { field, source } = note.cover;
      try {
        const id = await bringCover(path, note.cover);
        cover = { id: id === noImage ? null : id, source };
      } catch (error) {
        unused.push(`${field}: ${source} (${(error as Error).message})`);
      }
    }
    const replaced = [];
    for (const reference of references) {
      const { address, isEmbed } = reference;
      const file = await findFile(address, path, isEmbed);
      if (file === undefined) {
        unused.push(`image ${address} (there is no such file)`);
        continue;
      }
      try {
        replaced.push({ reference, to: `image:${await bring(file)}` });
      } catch (error) {
        unused.push(`image ${address} (${(error as Error).message})`);
      }
    }
    return { body: replaceReferences(body, replaced), cover, unused: [...new Set(unused)] };
  };
}

/** Nothing for a body that the stack is too short for (RangeError), which is told when it is its turn. */
function tryFinding(body: string): ImageReference[] | undefined {
  try {
    return findImageReferences(body);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The cover of a note where it is a file, which is looked for with the pictures of the body. */
const fileOfCover = ({ cover }: Pick<Note, 'cover'>): Reference[] =>
  cover && !cover.address.startsWith('image:') ? [cover] : [];

/** The part of a name of `pull` that is of the image. */
export const markOf = (id: string): string => `~${id.slice(-8)}.`;

/** Finds the files of addresses. */
export function openFiles(folder: string): FindFile {
  let names: Promise<Map<string, string>> | undefined;
  const findOnDisk = openDiskNames();
  return async (address, path, isEmbed) => {
    for (const place of listPlaces(folder, path, address)) {
      const file = await findOnDisk(place);
      if (file !== undefined && (await isFile(file))) return file;
    }
    if (!isEmbed) return undefined;
    // Obsidian finds a file by its name, wherever it lies.
    names ??= listNames(folder);
    return (await names).get(foldCase(basename(address)));
  };
}

const isFile = (file: string) =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );

/** The SHA-256 of files, each read once. */
export function openHashes(): (file: string) => Promise<string | undefined> {
  const hashes = new Map<string, Promise<string | undefined>>();
  return (file) => {
    const hash = hashes.get(file) ?? hashOfFile(file);
    hashes.set(file, hash);
    return hash;
  };
}

/** Undefined for a file that cannot be read. */
export async function hashOfFile(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  return pipeline(createReadStream(file), hash).then(
    () => hash.digest('hex'),
    () => undefined,
  );
}

/** Folders whose content lies at the root of the site that is made of them: of Hugo, Hexo, Docusaurus, Vite. */
const siteRoots = ['', 'static', 'source', 'public', 'assets', 'content', 'src'];

/**
 * Where the file of an address may be: beside the note or in its folder of assets (Hexo), or below the folder or one around it,
 * as below the root of a site.
 */
function listPlaces(folder: string, path: string, address: string): string[] {
  const [liquid = ''] = /^\{\{.*?\}\}/.exec(address) ?? [];
  const rooted = address.slice(liquid.length);
  const roots = [folder];
  for (let at = 0; at < mostAncestors; at += 1) roots.push(dirname(roots.at(-1) ?? folder));
  const below = [...new Set(roots)].flatMap((root) => siteRoots.map((site) => join(root, site, rooted)));
  if (liquid !== '' || rooted.startsWith('/')) return below;
  const beside = resolve(folder, dirname(path));
  const assets = join(beside, basename(path).replace(/\.[^.]+$/, ''), rooted);
  // One that leads up is beside the note, or nowhere.
  return [
    resolve(beside, rooted),
    resolve(folder, rooted),
    assets,
    ...(/^[^.].*\//.test(rooted) ? below : []),
  ];
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
      else if (entry.isFile() && !names.has(foldCase(entry.name))) names.set(foldCase(entry.name), file);
    }
  }
  return names;
}

const foldCase = (name: string) => name.normalize('NFC').toLowerCase();
