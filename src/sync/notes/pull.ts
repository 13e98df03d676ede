import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { composeNote } from '../../resources/reviews/forms/note.ts';
import type { Review } from '../../resources/reviews/schema.ts';
import { chosenCover } from '../../resources/reviews/writing/content.ts';
import { type Caller, CallFailed } from '../caller.ts';
import { listNotes, readText } from './files.ts';
import { readFolderSettings } from './folder-settings.ts';
import { isOfNote } from './front-matter.ts';
import { mergeNote, tryReading } from './merge.ts';
import { type NoteConventions, readNote } from './note.ts';
import { NotePaths } from './path.ts';
import { openPulledImages } from './pulled-images.ts';

/** What became of the note of one review, or of a file whose review is no more. */
export interface PulledNote {
  path: string;
  outcome: 'written' | 'unchanged' | 'kept' | 'gone';
  review: { id: string; slug: string } | null;
  reason: string | null;
}

/**
 * Writes every review that the caller sees into a folder as a note. A review that has a note there goes into that one,
 * whatever it is called. A file that says something else is kept, unless it is forced; its comments and the fields that are none
 * of ours stay in it.
 * @param onProgress called after each review with how many are done
 * @throws CallFailed when the reviews cannot be read to their end
 */
export async function pullNotes(
  caller: Caller,
  folder: string,
  { force }: { force: boolean },
  onProgress: (done: number) => void,
): Promise<PulledNote[]> {
  await mkdir(folder, { recursive: true });
  const conventions = await readFolderSettings(folder);
  const files = new Map((await listNotes(folder)).files.map(({ path, file }) => [path, file]));
  const known = findKnown(files);
  const paths = new NotePaths(known);
  const images = openPulledImages(caller, folder);
  const pulled: PulledNote[] = [];
  for await (const line of caller.lines('/v1/export.ndjson')) {
    const review = JSON.parse(line) as Review;
    const path = known.get(review.id) ?? paths.choose(review);
    known.delete(review.id);
    const file = files.get(path) ?? join(folder, path);
    pulled.push(await pullNote(review, { file, path, force, images, conventions }));
    onProgress(pulled.length);
  }
  const gone = Array.from(known.values(), (path): PulledNote => {
    return { path, outcome: 'gone', review: null, reason: 'no review has the id in it' };
  });
  return [...pulled, ...gone].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The notes that are there already, by the id in them. */
function findKnown(files: Map<string, string>): Map<string, string> {
  const known = new Map<string, string>();
  for (const [path, file] of files) {
    try {
      const { id } = readNote(path, readText(file));
      if (id !== undefined && !known.has(id)) known.set(id, path);
    } catch (error) {
      if (!isOfNote(error)) throw error;
    }
  }
  return known;
}

interface Place {
  file: string;
  path: string;
  force: boolean;
  images: ReturnType<typeof openPulledImages>;
  conventions: NoteConventions;
}

async function pullNote(review: Review, place: Place): Promise<PulledNote> {
  const { file, path, force, images, conventions } = place;
  const { id, slug } = review;
  const standing = (await stat(file).catch(() => null)) ? await readFile(file, 'utf8') : null;
  const present =
    standing === null ? null : { text: standing, note: tryReading(path, standing, conventions) };
  const said = { body: review.body, cover: chosenCover(review) };
  const { body, cover, missing, isChanged, write } = await images(path, said, present);
  const { text: complete, losesComments } = mergeNote(path, composeNote({ ...review, body }, cover), {
    present,
    conventions,
  });
  const report = { path, review: { id, slug } };
  if (force && losesComments)
    return {
      ...report,
      outcome: 'kept',
      reason: 'its text is another, and comments in the file would be lost',
    };
  if (!force && (isChanged || (standing !== null && standing !== complete)))
    return {
      ...report,
      outcome: 'kept',
      reason: `${isChanged ? 'a picture of it' : 'the file'} differs from the review: push it, or pull with --force`,
    };
  const fault = await tryWriting(write);
  const reasons = [...missing.map((image) => `image ${image} is not there`), ...(fault ? [fault] : [])];
  const reason = reasons.length > 0 ? reasons.join(', ') : null;
  // Without its pictures it shows those of the service.
  const text = fault ? mergeNote(path, composeNote(review), { present, conventions }).text : complete;
  if (standing === text) return { ...report, outcome: 'unchanged', reason };
  await mkdir(dirname(file), { recursive: true });
  // Whole or not at all: half a note would be pushed as one.
  const writing = join(dirname(file), `.${id}.tmp`);
  await writeFile(writing, text);
  await rename(writing, file);
  return { ...report, outcome: 'written', reason };
}

async function tryWriting(write: () => Promise<void>): Promise<string | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (error instanceof CallFailed) return error.message;
    throw error;
  }
}
