import { cp, mkdtemp, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Fetch } from '../../outbound/fetch.ts';
import { type NoteEntry, openNoteFolder } from '../notes/note-source.ts';
import { openAddress } from './address.ts';
import { readFeed } from './feed.ts';
import { findGhostData, readGhost } from './ghost.ts';
import { readPage, readPageFormer } from './html-page.ts';
import { type BringPictures, openPictures } from './pictures.ts';
import { type Blog, collectFormer, noteOfPost, type Posts } from './post.ts';
import { ImportRefused } from './refused.ts';
import { isTistoryPage, readTistoryFormer, readTistoryPost, tistoryFile } from './tistory.ts';
import { unzip } from './unzip.ts';
import { isWordPress, readWordPress } from './wordpress.ts';
import { readExport } from './xml.ts';

export interface OpenOptions {
  /** By which an address is read, and the pictures of posts. */
  fetch?: Fetch;
  /** Whether pictures are fetched. */
  pictures?: boolean;
  /** What the blog is known by; else its file or folder is. */
  name?: string | undefined;
  /** Where the blog was, so that absolute links to it are known. */
  hosts?: string[];
}

/** A blog, and what removes the files that were made to read it. */
export interface OpenedBlog {
  blog: Blog;
  close(): Promise<void>;
}

/** Opens a blog: its export as a folder, a zip of one, or a file, or the address of its feed. @throws ImportRefused */
export async function openBlog(
  place: string,
  { name, fetch, pictures = true, hosts = [] }: OpenOptions,
): Promise<OpenedBlog> {
  const store = await mkdtemp(join(tmpdir(), 'postil-import-'));
  try {
    const called = name ?? nameOf(place);
    const opened = /^https?:\/\//i.test(place)
      ? { ...(await openAddress(place, fetch)), folder: store }
      : await openPlace(place, store, called);
    const bring = fetch && pictures ? openPictures(fetch, opened.folder, store) : undefined;
    const blog =
      'notes' in opened ? opened.notes : await withNotes(opened, [...hosts, ...hostsOf(opened, name)], bring);
    return { blog, close: () => remove(store) };
  } catch (error) {
    await remove(store);
    throw error;
  }
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });

/** The posts of a folder, or its notes when it holds Markdown. */
type Opened = (Posts & { folder: string }) | { notes: Blog; folder: string };

/** Where a blog of Tistory is by the name that was given, unless it has a host of its own. */
const hostsOf = ({ kind }: Posts, name: string | undefined) =>
  kind === 'backup of Tistory' && name !== undefined ? [`${name}.tistory.com`] : [];

async function withNotes(
  { entries, ...posts }: Posts & { folder: string },
  hosts: string[],
  bring: BringPictures | undefined,
): Promise<Blog> {
  const { old, sources } = await collectFormer(entries, hosts);
  return {
    ...{ ...posts, old, sources, postAt: old.postAt },
    entries: entries.map(({ path, read }) => ({
      path,
      read: async () => noteOfPost(await read(), old, bring),
    })),
  };
}

async function openPlace(place: string, store: string, name: string): Promise<Opened> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new ImportRefused(`There is no file or folder ${place}`);
  if (found.isDirectory()) return openFolder(resolve(place), name);
  if (!(await isZip(place))) return openFile(resolve(place), name);
  return openFolder(await unpack(place, store, name), name);
}

/** Unpacks a zip, and those within that Notion makes of a large one, below a folder of the name of the blog. */
async function unpack(file: string, base: string, name: string): Promise<string> {
  const folder = join(base, 'zip');
  await unzip(file, folder);
  const parts = (await readdir(folder)).filter((part) => /\.zip$/i.test(part));
  for (const [at, part] of parts.entries()) await unzip(join(folder, part), join(base, `part-${at}`));
  const roots = parts.length === 0 ? [folder] : parts.map((_, at) => join(base, `part-${at}`));
  const whole = join(base, name.replace(/[/\\]/g, '-'));
  for (const root of roots) await cp(await enter(root), whole, { recursive: true, force: false });
  return whole;
}

/** Whether a file is a zip, by its first bytes. */
export async function isZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && /^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(buffer.toString('latin1'));
  } finally {
    await handle.close();
  }
}

/** The name of a file or folder, without its ending and the number of a copy. */
function nameOf(place: string): string {
  const base = basename(resolve(place)).replace(/\.(?:zip|xml|json)$/i, '');
  return base.replace(/\s*\(\d+\)$/, '').normalize('NFC') || 'blog';
}

/** A zip of a folder holds that one alone. */
async function enter(folder: string): Promise<string> {
  const [only, ...others] = await readdir(folder, { withFileTypes: true });
  const isWrapped = others.length === 0 && only?.isDirectory() === true && !/^\d+$/.test(only.name);
  return isWrapped ? enter(join(folder, only.name)) : folder;
}

async function openFolder(folder: string, name: string): Promise<Opened> {
  const paths = await listFiles(folder);
  const pages = paths.filter((path) => /\.html?$/i.test(path));
  const posts = pages.filter((path) => tistoryFile.test(path));
  const [first] = posts;
  const isTistory = first !== undefined && isTistoryPage(await readFile(join(folder, first), 'utf8'));
  if (isTistory)
    return {
      kind: 'backup of Tistory',
      folder,
      skipped: pages
        .filter((path) => !posts.includes(path))
        .map((path) => ({ path, reason: 'it lies in no folder of a number' })),
      entries: posts.map((path) => ({
        path,
        former: () => readTistoryFormer(name, path, join(folder, path)),
        read: () => readTistoryPost(name, path, join(folder, path)),
      })),
    };
  if (paths.some((path) => /\.(?:md|markdown|qmd|rmd)$/i.test(path)))
    return { notes: await openMarkdown(folder), folder };
  if (pages.length > 0)
    return {
      kind: 'folder of HTML',
      folder,
      skipped: [],
      entries: pages.map((path) => ({
        path,
        former: () => readPageFormer(name, path, join(folder, path)),
        read: () => readPage(name, path, join(folder, path)),
      })),
    };
  const exports = paths.filter((path) => /\.(?:xml|json|rss|atom)$/i.test(path) && !path.includes('/'));
  if (exports.length === 1) return openFile(join(folder, exports[0] as string), name);
  throw new ImportRefused('There is no post of a known kind in it');
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** A folder of Markdown, such as Notion exports: nothing in it says what may be public, so that all are drafts. */
async function openMarkdown(folder: string): Promise<Blog> {
  const { entries, ...notes } = await openNoteFolder(folder);
  const read = async (entry: NoteEntry) => {
    const found = await entry.read();
    const isSaid = found.note.status !== undefined;
    return isSaid
      ? found
      : {
          ...found,
          note: { ...found.note, status: 'draft' as const },
          lost: ['a draft: nothing says that it is public'],
        };
  };
  return {
    ...notes,
    kind: 'folder of Markdown',
    ...(await collectFormer([], [])),
    entries: entries.map((entry) => ({ path: entry.path, read: () => read(entry) })),
  };
}

async function openFile(file: string, name: string): Promise<Opened> {
  const folder = dirname(file);
  const text = await readExport(file);
  const start = text
    .slice(0, 1000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{')) {
    const ghost = findGhostData(parseJson(text));
    if (ghost) return { kind: 'export of Ghost', folder, ...readGhost(ghost) };
  } else if (/^<(?:!doctype html|html|head|body|article|main)\b/i.test(start)) {
    const path = basename(file);
    const isTistory = isTistoryPage(text);
    const read = () => (isTistory ? readTistoryPost(name, path, file) : readPage(name, path, file));
    const former = () => (isTistory ? readTistoryFormer(name, path, file) : readPageFormer(name, path, file));
    return { kind: 'page of HTML', folder, skipped: [], entries: [{ path, former, read }] };
  } else if (isWordPress(text)) return { kind: 'export of WordPress', folder, ...readWordPress(text) };
  return { folder, ...readFeed(text) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportRefused(`The JSON cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** Whether a file is the export of a blog by its first characters, and no text that was copied. */
export async function isExport(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1000), 0, 1000, 0);
    return /^\uFEFF?\s*[<{]/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}
