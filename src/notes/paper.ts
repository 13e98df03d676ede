import { type Answer, type Caller, reasonOf } from '../caller.ts';
import type { NewPaper, Paper, PaperPatch } from '../resources/papers/schema.ts';
import type { NewReview, Review } from '../resources/reviews/schema.ts';
import { comparePaper, type PaperDifference, paperOfReview } from './compare.ts';
import { NoteRefused } from './front-matter.ts';
import type { Note } from './note.ts';

export interface SettledPaper {
  /** The review, as it is with its paper now. */
  review: Review;
  /** What changed of the paper, or would. */
  changed: string[];
  /** What the note says of the paper and the paper does not, because other reviews share it. */
  unused: string[];
}

/** The paper of a new review, as its note says it. */
export function paperOf({ title, fallbackTitle, paper, reviewedVersion }: Note): NewPaper {
  const { acronym, venue, identifiers, authors, links } = paper;
  return {
    title: paper.title ?? title ?? fallbackTitle,
    ...(acronym === undefined ? {} : { acronym }),
    ...(venue === undefined ? {} : { venue }),
    ...(authors === undefined ? {} : { authors }),
    identifiers,
    links,
    versions: reviewedVersion ? [{ number: reviewedVersion }] : [],
  };
}

/**
 * Brings the paper of a review up to its note: what it lacks is added; what it has in another way is changed if no
 * other review shares the paper. When the note names another paper, the review goes to that one.
 * @throws NoteRefused
 */
export async function settlePaper(
  caller: Caller,
  note: Note,
  review: Review,
  dryRun: boolean,
): Promise<SettledPaper> {
  const version =
    note.reviewedVersion && note.reviewedVersion !== review.reviewedVersion?.number
      ? note.reviewedVersion
      : null;
  const seen = comparePaper(note.paper, paperOfReview(review));
  if (seen.isAnother && !(await namesPaper(caller, note, review)))
    return moveToPaper(caller, note, review, dryRun);
  if (version === null && isSettled(seen)) return { review, changed: [], unused: [] };

  const answer = await caller.send('GET', `/v1/papers/${review.paper.id}`);
  if (answer.status !== 200) throw new NoteRefused(reasonOf(answer));
  const paper = answer.body as Paper;
  const { lacking, other } = comparePaper(note.paper, paper);
  const isShared = Object.keys(other).length > 0 && (await hasOtherReviews(caller, review));
  const patch: PaperPatch = { ...lacking, ...(isShared ? {} : other) };
  if (version !== null && paper.versions.every(({ number }) => number !== version))
    patch.versions = [...paper.versions, { number: version }];
  const settled = {
    changed: Object.keys(patch).map((name) => `paper.${name}`),
    unused: isShared
      ? Object.keys(other).map((name) => `${name} (the paper has another, which other reviews share)`)
      : [],
  };
  if (dryRun || settled.changed.length === 0) return { review, ...settled };
  const patched = await caller.send('PATCH', `/v1/papers/${paper.id}`, patch, {
    'If-Match': `"${paper.revision}-"`,
  });
  if (isConflict(patched)) return moveToPaper(caller, note, review, dryRun);
  if (patched.status !== 200) throw new NoteRefused(`its paper cannot be changed: ${reasonOf(patched)}`);
  return { review, ...settled };
}

function isSettled({ lacking, other }: PaperDifference): boolean {
  return Object.keys(lacking).length === 0 && Object.keys(other).length === 0;
}

/** Whether the identifiers of a note are the paper's after all: a paper that was merged has several of one scheme. */
async function namesPaper(caller: Caller, { paper }: Note, review: Review): Promise<boolean> {
  for (const [scheme, value] of Object.entries(paper.identifiers)) {
    const answer = await caller.send(
      'GET',
      `/v1/papers/${encodeURIComponent(`${scheme}:${value}`)}?fields=id`,
    );
    if (answer.status === 200 && (answer.body as Pick<Paper, 'id'>).id !== review.paper.id) return false;
    if (answer.status === 404 && review.paper[scheme as 'arxiv' | 'doi']) return false;
  }
  return true;
}

/** Whether an identifier belongs to another paper, which is then the one that the note is about. */
function isConflict({ status, body }: Answer): boolean {
  return (
    status === 409 &&
    (body as { type?: string } | null)?.type?.endsWith('/problems/identifier-conflict') === true
  );
}

async function hasOtherReviews(caller: Caller, { id, paper }: Review): Promise<boolean> {
  const answer = await caller.send('GET', `/v1/reviews?paper=${paper.id}&limit=2&fields=id`);
  if (answer.status !== 200) throw new NoteRefused(reasonOf(answer));
  return (answer.body as { data: { id: string }[] }).data.some((other) => other.id !== id);
}

async function moveToPaper(
  caller: Caller,
  note: Note,
  review: Review,
  dryRun: boolean,
): Promise<SettledPaper> {
  const settled = { changed: ['paper'], unused: [] };
  if (dryRun) return { review, ...settled };
  const { slug, title, summary, body, language, source, category, tags } = review;
  const replaced: NewReview = {
    ...{ slug, title, summary, body, language, source },
    category: category?.id ?? null,
    tags: tags.map(({ name }) => name),
    paper: paperOf(note),
    reviewedVersion: note.reviewedVersion ?? null,
  };
  const answer = await caller.send('PUT', `/v1/reviews/${review.id}`, replaced, {
    'If-Match': `"${review.revision}-"`,
  });
  if (answer.status !== 200) throw new NoteRefused(reasonOf(answer));
  return { review: answer.body as Review, ...settled };
}
