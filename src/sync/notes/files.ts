import { type Dirent, readFileSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import ignore from 'ignore';
import { fitSource } from '../import/source.ts';
import { readConventions, readSiteExcludes } from './conventions.ts';
import { NoteRefused } from './front-matter.ts';

/** A file that may be a note. */
export interface NoteFile {
  /** From the folder that is pushed, with slashes, in NFC. */
  path: string;
  /** As it is on the disk. */
  file: string;
}

/** A file among the notes of a folder that is none. */
export interface SkippedFile {
  path: string;
  reason: string;
  /** Whether a rule or a convention leaves it out, so that nobody misses it. */
  isExcluded?: boolean;
}

export interface NoteFolder {
  folder: string;
  files: NoteFile[];
  /** What lies among the notes and is none. */
  skipped: SkippedFile[];
}

const markdown = /\.(?:md|markdown|mdown|mkdn?|qmd|rmd)$/i;
/** The table of a database of Notion, which lies beside the folder of its pages. */
const databaseTable = /\s[0-9a-f]{32}(?:_all)?\.csv$/i;
const otherText = /\.(?:mdx|ipynb|org|rst|adoc|html?)$/i;

/**
 * The Markdown files of a folder and those below it, by path; a single file is one of its own folder. Hidden files and
 * folders are left out, and named is what a pattern of `.postilignore` or `exclude` or a convention leaves out, and what is
 * a text in another form.
 * @param exclude patterns as in `.gitignore`
 * @throws NoteRefused when there is no such file or folder, or it is no Markdown
 */
export async function listNotes(place: string, exclude: string[] = []): Promise<NoteFolder> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new NoteRefused(`there is no file or folder ${place}`);
  if (found.isDirectory()) return walk(resolve(place), exclude);
  if (!markdown.test(place))
    throw new NoteRefused(`${place} is no Markdown file: its name does not end in .md`);
  return {
    folder: dirname(resolve(place)),
    files: [{ path: basename(place).normalize('NFC'), file: resolve(place) }],
    skipped: [],
  };
}

async function walk(folder: string, exclude: string[]): Promise<NoteFolder> {
  const patterns = ignore()
    .add(exclude)
    .add(await readSiteExcludes(folder))
    .add(await readFile(join(folder, '.postilignore'), 'utf8').catch(() => ''));
  const conventions = await readConventions(folder);
  const notes: NoteFolder = { folder, files: [], skipped: [] };
  const leaveOut = (path: string, reason: string, isExcluded = true) =>
    notes.skipped.push({ path, reason, isExcluded });
  const folders = [{ at: '', place: folder }];
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const { at, place } = next;
    const entries = await listFolder(place, at, (reason) => leaveOut(at, reason, false));
    const texts = entries.filter(({ name }) => markdown.test(name) && !name.startsWith('.'));
    for (const entry of entries) {
      const path = `${at === '' ? '' : `${at}/`}${entry.name.normalize('NFC')}`;
      const file = join(place, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const target = entry.isSymbolicLink() ? await stat(file).catch(() => null) : entry;
      const isFolder = entry.isDirectory();
      if (databaseTable.test(entry.name)) {
        leaveOut(path, 'its rows are the properties of the pages beside it');
        continue;
      }
      if (!isFolder && !markdown.test(entry.name) && !otherText.test(entry.name) && !target?.isDirectory())
        continue;
      if (patterns.ignores(isFolder ? `${path}/` : path)) leaveOut(path, 'it is excluded');
      else if (isFolder) {
        const reason = conventions.refuseFolder(path);
        if (reason === null) folders.push({ at: path, place: file });
        else leaveOut(path, reason);
      } else if (entry.isSymbolicLink() && target?.isDirectory())
        leaveOut(path, 'it is a link to a folder', false);
      else if (markdown.test(entry.name)) {
        const reason = conventions.refuseFile(path, texts.length - 1);
        const fault = target?.isFile() === false ? 'it is no file' : await faultOfLink(folder, file, entry);
        if (reason !== null) leaveOut(path, reason);
        else if (fault !== null) leaveOut(path, fault, false);
        else notes.files.push({ path, file });
      } else leaveOut(path, `${extname(entry.name)} is not read: only Markdown is`, false);
    }
  }
  notes.files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return notes;
}

/** What lies in a folder; nothing in one below the first that cannot be read. @throws NoteRefused for the first */
async function listFolder(place: string, at: string, fail: (reason: string) => void): Promise<Dirent[]> {
  try {
    return await readdir(place, { withFileTypes: true });
  } catch (error) {
    const reason = `it cannot be read: ${(error as Error).message}`;
    if (at === '') throw new NoteRefused(`the folder ${place}: ${reason}`);
    fail(reason);
    return [];
  }
}

/** Why a file is not taken that is a link: it leads to what its author did not push. */
async function faultOfLink(folder: string, file: string, entry: Dirent): Promise<string | null> {
  if (!entry.isSymbolicLink()) return null;
  const target = await realpath(file).catch(() => null);
  const isOutside = target !== null && /^\.\.(?:[\\/]|$)/.test(relative(await realpath(folder), target));
  return isOutside ? 'it is a link to a file outside of the folder' : null;
}

/**
 * The text of a file, read synchronously: a note is short, and four calls through the thread pool take ten times as long.
 * @throws NoteRefused when it cannot be read or is neither UTF-8 nor, by its byte order mark, UTF-16
 */
export function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new NoteRefused('it is not UTF-8 text: save it as UTF-8');
    const { code, message } = error as NodeJS.ErrnoException;
    throw new NoteRefused(`it cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
}

/** Notepad writes UTF-16 as "Unicode", with a byte order mark. */
function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** How many folders around a note are tried when it was pushed from one of them before. */
const mostAncestors = 5;

/**
 * What the review of a note may have as its source: `file:`, the name of the folder that was pushed, and the path in it.
 * @param name what the folder is known by
 * @returns exact: as it is pushed now; others: as it would be from another folder around it, longest first
 */
export function sourcesOf(folder: string, path: string, name?: string): { exact: string; others: string[] } {
  const around = folder
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '');
  const root = around.at(-1) ?? '';
  const within = path.split('/');
  const write = (parts: string[]) =>
    fitSource(`file:${parts.filter((part) => part !== '').join('/')}`.normalize('NFC'));
  const longer = around
    .slice(-1 - mostAncestors, -1)
    .map((_, index, ancestors) => write([...ancestors.slice(index), root, ...within]));
  const shorter = within.slice(0, -1).map((_, index) => write(within.slice(index)));
  const exact = write([name ?? root, ...within]);
  const byFolder = write([root, ...within]);
  return { exact, others: [...(byFolder === exact ? [] : [byFolder]), ...longer, ...shorter] };
}
