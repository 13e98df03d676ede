import { type Answer, type Caller, CallFailed, reasonOf } from '../caller.ts';
import type { Review, ReviewSummary } from '../resources/reviews/schema.ts';
import { slugify } from '../text/slug.ts';
import { CategoryFinder } from './categories.ts';
import { compareReview } from './compare.ts';
import { type NoteFile, type NoteFolder, readText, sourcesOf } from './files.ts';
import { NoteRefused } from './front-matter.ts';
import { refuseImages } from './images.ts';
import { isNote, type Note, readNote } from './note.ts';
import { paperOf, settlePaper } from './paper.ts';

export interface PushOptions {
  /** Says what would be done, and does nothing. */
  dryRun: boolean;
  /** Publishes what no file calls a draft. */
  publish: boolean;
}

/** What became of one file. */
export interface PushedNote {
  path: string;
  outcome: 'created' | 'updated' | 'unchanged' | 'failed' | 'skipped';
  /** The review; null where there is none, or none yet. */
  review: { id: string; slug: string; status: Review['status'] } | null;
  /** What changed of the review, or would; members of its paper as `paper.venue`. */
  changed: string[];
  /** The fields of the file that nothing was made of. */
  unused: string[];
  /** Why it failed or was skipped. */
  reason: string | null;
}

interface Push extends PushOptions {
  caller: Caller;
  folder: string;
  categories: CategoryFinder;
  /** The reviews, by id and source, that a file of this push is. */
  claimed: Map<string, string>;
}

/**
 * Brings reviews up to the notes of a folder: one that is not there is created, one that is as its note says is left
 * alone. A note is known by the id in it or by its path, so that a push that was cut off can be repeated.
 * @param onProgress called after each file with how many are done
 * @throws CallFailed when it cannot go on at all
 */
export async function pushNotes(
  caller: Caller,
  { folder, files, skipped }: NoteFolder,
  options: PushOptions,
  onProgress: (done: number) => void,
): Promise<PushedNote[]> {
  const push: Push = {
    ...options,
    caller,
    folder,
    categories: new CategoryFinder(caller, options.dryRun),
    claimed: new Map(),
  };
  const pushed = skipped.map((file) => reportOf(file.path, { outcome: 'skipped', reason: file.reason }));
  for (const [done, file] of files.entries()) {
    pushed.push(await pushFile(push, file, files.length > 1));
    onProgress(done + 1);
  }
  return pushed;
}

function reportOf(path: string, more: Partial<PushedNote>): PushedNote {
  return { path, outcome: 'unchanged', review: null, changed: [], unused: [], reason: null, ...more };
}

async function pushFile(push: Push, { path, file }: NoteFile, isOneOfMany: boolean): Promise<PushedNote> {
  try {
    const text = await readText(file);
    if (isOneOfMany && !isNote(path, text))
      return reportOf(path, { outcome: 'skipped', reason: 'it has no front matter' });
    return await pushNote(push, path, readNote(path, text));
  } catch (error) {
    if (!(error instanceof NoteRefused)) throw error;
    return reportOf(path, { outcome: 'failed', reason: error.message });
  }
}

async function pushNote(push: Push, path: string, note: Note): Promise<PushedNote> {
  const { exact, others } = sourcesOf(push.folder, path);
  const { review, now } = await findReview(push.caller, note, exact, others);
  claim(push, path, review ? [review.id, exact] : [exact]);
  if (review?.body !== note.body) refuseImages(note.body);
  const category = note.category === undefined ? undefined : await push.categories.find(note.category);
  const isFuture = note.publishedAt !== undefined && note.publishedAt > now.toISOString();
  const context = { push, note, category, isFuture };
  return review ? updateReview(context, path, review) : createReview(context, path, exact);
}

/** Two files cannot be one review. */
function claim(push: Push, path: string, names: string[]): void {
  const earlier = names.map((name) => push.claimed.get(name)).find((other) => other !== undefined);
  if (earlier !== undefined) throw new NoteRefused(`it is the same review as ${earlier}`);
  for (const name of names) push.claimed.set(name, path);
}

/**
 * The review of a note: by the id in it, by its path, or by its path as it is seen from another folder, if the title
 * or the paper is the same.
 */
async function findReview(
  caller: Caller,
  note: Note,
  exact: string,
  others: string[],
): Promise<{ review: Review | undefined; now: Date }> {
  if (note.id !== undefined) {
    const answer = await caller.send('GET', `/v1/reviews/${note.id}`);
    if (answer.status === 200) return { review: answer.body as Review, now: answer.date };
    if (answer.status !== 404) throw refused(answer);
  }
  const query = [exact, ...others].map((source) => `source=${encodeURIComponent(source)}`).join('&');
  const answer = await caller.send('GET', `/v1/reviews?${query}&fields=id&limit=20`);
  if (answer.status !== 200) throw refused(answer);
  const found: Review[] = [];
  for (const { id } of (answer.body as { data: Pick<ReviewSummary, 'id'>[] }).data) {
    const read = await caller.send('GET', `/v1/reviews/${id}`);
    if (read.status === 200) found.push(read.body as Review);
  }
  const bySource = (source: string) => found.find((review) => review.source === source);
  const review = bySource(exact) ?? others.map(bySource).find((other) => other && isAlike(note, other));
  return { review, now: answer.date };
}

function isAlike({ title, fallbackTitle, paper }: Note, review: Review): boolean {
  const { arxiv, doi } = paper.identifiers;
  return (
    review.title === (title ?? fallbackTitle) ||
    (arxiv !== undefined && arxiv === review.paper.arxiv) ||
    (doi !== undefined && doi === review.paper.doi)
  );
}

interface Context {
  push: Push;
  note: Note;
  category: string | null | undefined;
  /**
   * Whether the date of the note is still to come, by the clock of the server. It chooses what is asked for; the clock of
   * the database decides, and a wrong choice is refused and published at no wrong time.
   */
  isFuture: boolean;
}

async function createReview(context: Context, path: string, source: string): Promise<PushedNote> {
  const { push, note, category, isFuture } = context;
  if (push.dryRun) return reportOf(path, { outcome: 'created', unused: note.unused });
  const { title = note.fallbackTitle, summary, body, tags, publishedAt, reviewedVersion } = note;
  const goesPublic = push.publish && note.status === undefined && !isFuture;
  const slug = note.slug ?? (slugify(note.fallbackSlug, '') || undefined);
  const isGuess = /\p{Script=Hangul}/u.test(`${title}${body}`) ? 'ko' : 'en';
  const review = {
    ...{ paper: paperOf(note), title, slug, summary, body, tags, publishedAt, reviewedVersion, source },
    language: note.language ?? isGuess,
    category,
    status: goesPublic ? 'published' : (note.status ?? 'draft'),
  };
  let answer = await push.caller.send('POST', '/v1/reviews', review);
  // A slug that is only a guess gives way to one that the service makes.
  if (answer.status === 409 && isSlugTaken(answer) && note.slug === undefined)
    answer = await push.caller.send('POST', '/v1/reviews', { ...review, slug: undefined });
  if (answer.status !== 201) throw refused(answer);
  const made = answer.body as Review;
  claimId(push, path, made.id);
  // A paper that was here already is connected, and lacks perhaps what the note says of it.
  const settled = await settlePaper(push.caller, note, made, push.dryRun);
  const report = await settleStatus(context, settled.review);
  return reportOf(path, {
    outcome: 'created',
    review: report.review,
    unused: [...note.unused, ...settled.unused, ...report.unused],
  });
}

function claimId(push: Push, path: string, id: string): void {
  push.claimed.set(id, path);
}

function isSlugTaken({ body }: Answer): boolean {
  return (body as { type?: string } | null)?.type?.endsWith('/problems/slug-taken') === true;
}

async function updateReview(context: Context, path: string, review: Review): Promise<PushedNote> {
  const { push, note, category } = context;
  const settled = await settlePaper(push.caller, note, review, push.dryRun);
  const patch = compareReview(note, settled.review, category);
  const changed = [...settled.changed, ...Object.keys(patch)];
  let current = settled.review;
  if (Object.keys(patch).length > 0 && !push.dryRun) {
    const answer = await push.caller.send('PATCH', `/v1/reviews/${review.id}`, patch, {
      'If-Match': `"${current.revision}-"`,
    });
    if (answer.status !== 200) throw refused(answer);
    current = answer.body as Review;
  }
  const report = await settleStatus(context, current);
  changed.push(...report.changed);
  return reportOf(path, {
    outcome: changed.length > 0 ? 'updated' : 'unchanged',
    review: report.review,
    changed,
    unused: [...note.unused, ...settled.unused, ...report.unused],
  });
}

/** Publishes or takes back what `--publish` says; without it every review stays in its state. */
async function settleStatus(
  { push, note, isFuture }: Context,
  review: Review,
): Promise<{ review: PushedNote['review']; changed: string[]; unused: string[] }> {
  const isPublic = review.status === 'published' || review.status === 'scheduled';
  const step =
    review.status === 'draft' && note.status === undefined
      ? 'publish'
      : isPublic && note.status === 'draft'
        ? 'unpublish'
        : null;
  const { id, slug, status } = review;
  if (!push.publish || step === null) {
    const stays = push.publish && status === 'archived' && note.status === undefined;
    return { review: { id, slug, status }, changed: [], unused: stays ? ['--publish (it is archived)'] : [] };
  }
  if (push.dryRun) return { review: { id, slug, status }, changed: ['status'], unused: [] };
  const at = step === 'publish' && isFuture ? { at: note.publishedAt } : undefined;
  const answer = await push.caller.send('POST', `/v1/reviews/${id}/${step}`, at);
  if (answer.status !== 200) throw refused(answer);
  const moved = answer.body as Review;
  return { review: { id, slug: moved.slug, status: moved.status }, changed: ['status'], unused: [] };
}

/** A refusal of one file; of all of them when the key is not known. */
function refused(answer: Answer): Error {
  if (answer.status === 401) return new CallFailed(reasonOf(answer));
  if (answer.status === 412) return new NoteRefused('the review has changed meanwhile: push it again');
  return new NoteRefused(reasonOf(answer));
}
