import { listNotes, readText, sourcesOf } from './files.ts';
import { NoteRefused } from './front-matter.ts';
import type { SentNote } from './item.ts';
import { isNote, readNote } from './note.ts';

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
  skipped: { path: string; reason: string }[];
}

/** A file among several that does not say that it is a note. */
export class NoNote extends NoteRefused {}

/** The notes of a folder, or of a single file. @throws NoteRefused as `listNotes` does */
export async function openNoteFolder(place: string): Promise<NoteSource> {
  const { folder, files, skipped } = await listNotes(place);
  const entries = files.map(({ path, file }) => ({
    path,
    read: async () => {
      const text = await readText(file);
      if (files.length > 1 && !isNote(path, text)) throw new NoNote('it has no front matter');
      return { note: readNote(path, text), ...sourcesOf(folder, path) };
    },
  }));
  return { folder, entries, skipped };
}
