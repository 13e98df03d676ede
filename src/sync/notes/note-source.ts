import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { listNotes, readText, type SkippedFile, sourcesOf } from './files.ts';
import { keepName, pathFromRoot, readFolderSettings } from './folder-settings.ts';
import { readInherited } from './inherited.ts';
import type { SentNote } from './item.ts';
import { type Note, readNote } from './note.ts';
import { readTimeZone } from './time-zone.ts';

/** A note, and what the review of it is known by. */
export interface ReadNote {
  note: SentNote;
  /** The source of its review. */
  exact: string;
  /** What else may be its source, if the title or the paper is the same. */
  others: string[];
  /** By what the paper is known, where that is not said in a field of its own. */
  paperBy?: string;
  /** What the note has and the review will not, or in another form. */
  lost?: string[];
}

/** One note of several, read when it is its turn. */
export interface NoteEntry {
  /** Where it lies, from the folder of its source, with slashes. */
  path: string;
  /** @throws NoteRefused */
  read(): Promise<ReadNote>;
}

/** Notes to be pushed: of a folder, or the posts of a blog. */
export interface NoteSource {
  /** Where their pictures lie. */
  folder: string;
  entries: NoteEntry[];
  /** What lies among the notes and is none. */
  skipped: SkippedFile[];
  /** The source of the review of an entry, by its path, where entries refer to each other by paths. */
  sourceOf?: (path: string) => string;
  /** The post that an address in a body leads to, where entries refer to each other by former addresses. */
  postAt?: (address: string) => { source: string; isHidden: boolean } | undefined;
  /** Keeps the name that they are known by with them. */
  keepName?: () => Promise<boolean>;
}

/**
 * The notes of a folder, or of a single file.
 * @param exclude patterns of what is left out, besides those of the folder
 * @throws NoteRefused as `listNotes` and `readFolderSettings` do
 */
export async function openNoteFolder(place: string, exclude: string[] = []): Promise<NoteSource> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const settings = await readFolderSettings(isFolder ? resolve(place) : dirname(resolve(place)));
  const { folder, files, skipped } = await listNotes(place, [...settings.exclude, ...exclude]);
  const hiddenBy = await readInherited(
    folder,
    skipped,
    files.map(({ path }) => path),
  );
  const isQuarto = await isBelow(folder, '_quarto.yml');
  const timeZone = settings.timeZone ?? (await readTimeZone(folder));
  const entries = files.map(({ path, file }) => ({
    path,
    read: async () => {
      const within = pathFromRoot(settings, folder, path);
      const note = readNote(path, readText(file), { ...settings, isQuarto, timeZone });
      return {
        note: hideNote({ ...note, category: note.category ?? settings.categoryOf(within) }, hiddenBy(path)),
        ...sourcesOf(settings.root, within, settings.name),
      };
    },
  }));
  const sourceOf = (path: string) =>
    sourcesOf(settings.root, pathFromRoot(settings, folder, path), settings.name).exact;
  return { folder, entries, skipped, sourceOf, ...(isFolder ? { keepName: () => keepName(settings) } : {}) };
}

/** How many folders around the pushed one may have the settings of its site. */
const mostAncestors = 5;

/** Whether a file lies in a folder or in one around it. */
async function isBelow(folder: string, name: string): Promise<boolean> {
  let at = folder;
  for (let level = 0; level <= mostAncestors; level += 1, at = dirname(at))
    if (await stat(join(at, name)).catch(() => null)) return true;
  return false;
}

/** A note that something outside of it hides is a draft, and says so. */
function hideNote(note: Note, by: string | undefined): Note {
  if (by === undefined) return note;
  return { ...note, status: 'draft', unused: [...note.unused, `${by} (it stays a draft)`] };
}
