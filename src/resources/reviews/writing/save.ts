import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Viewer } from '../../../access/viewer.ts';
import type { Tx } from '../../../db/driver/client.ts';
import { reviews } from '../../../db/schema/tables.ts';
import { invalidBody } from '../../../problems.ts';
import { isVisible } from '../../../query/run.ts';
import { formerly } from '../../../slugs/history.ts';
import {
  hiddenThing,
  type KnownThing,
  requireNone,
  type Saved,
  tellDeleted,
  tellSaved,
  type Upsert,
} from '../../../slugs/save.ts';
import { SlugTaken } from '../../../slugs/slugged.ts';
import type { KindAction } from '../../action.ts';
import { settleCategory } from '../../categories/path.ts';
import { saidVersion } from '../../papers/content.ts';
import { resolvePaper } from '../../papers/locks.ts';
import type { NewPaper, PaperPatch } from '../../papers/schema.ts';
import { type SettledPaper, settlePaper } from '../../papers/update.ts';
import type { Step } from '../life-cycle/life-cycle.ts';
import { stepReview } from '../life-cycle/publishing.ts';
import { moveToTrash } from '../life-cycle/trash.ts';
import { reviewList } from '../list/list.ts';
import type { Writing } from '../rendering/rendering.ts';
import type { NewReview, Review } from '../schema.ts';
import { insertReview, lockReview, updateReview } from '../store.ts';
import { chosenCover, patchReviewContent, settleVersion } from './content.ts';
import type { ReviewFind } from './item-schema.ts';

/** The data of an upsert of a review in a batch. */
export type ReviewItem = Omit<Partial<NewReview>, 'paper' | 'category'> & {
  paper?: string | PaperPatch;
  category?: string | string[] | null;
};

export interface ReviewUpsert extends Upsert<ReviewItem, NewReview> {
  /** What one that is there is looked for by, in this order, instead of its source and slug. */
  find?: Static<typeof ReviewFind>[] | undefined;
  /** Whether categories that there are not are created. */
  createMissing: boolean;
  /** Whether its paper is brought up to what is said of it. */
  updatePapers: boolean;
}

/**
 * Upserts a review: updates the one with its id, else its source, else its slug, or inserts it.
 * @throws Problem not-found (by its id), invalid-body, and all that creating and changing throw
 */
export async function saveReview(writing: Writing, upsert: ReviewUpsert, actor: Viewer): Promise<Saved> {
  const { data, find, expected } = upsert;
  const { id, message, slug, category, paper, ...sent } = data;
  const [tx] = writing;
  const known =
    id !== undefined
      ? { id, isFormer: false }
      : find
        ? await findFirst(tx, find)
        : await findKnown(tx, { ...data });
  if (!known) {
    requireNone(expected);
    const created = await createSent(writing, upsert, actor);
    upsert.onKnown?.(created.id);
    return created;
  }
  const where = eq(reviews.id, known.id);
  if (!(await isVisible(tx, reviewList, actor, where))) throw hiddenThing('review', id);
  upsert.onKnown?.(known.id);
  const categoryId = await settleSent(writing, upsert, category, actor);
  const current = await lockReview(tx, known.id, expected, actor);
  const about = await aboutPaper(writing, upsert, paper, current, actor);
  const changes = {
    ...sent,
    ...(slug === undefined || known.isFormer ? {} : { slug }),
    ...(categoryId === undefined ? {} : { category: categoryId }),
    ...about.changes,
  };
  const content = patchReviewContent(current, changes);
  const saved = describeWrite(current, await updateReview(writing, current, content, { actor, message }));
  // The version that it read was one of another paper.
  const isSaid = 'reviewedVersion' in sent || typeof about.changes.reviewedVersion === 'number';
  const changed = saved.changed.filter((name) => name !== 'reviewedVersion' || isSaid);
  return withPaper({ ...saved, changed }, about);
}

async function createSent(writing: Writing, upsert: ReviewUpsert, actor: Viewer): Promise<Saved> {
  const { category, title } = { ...upsert.create, ...upsert.data };
  const paper = joinPapers(upsert.create?.paper, upsert.data.paper);
  const about = await aboutPaper(writing, upsert, upsert.data.paper, null, actor);
  const named = typeof paper === 'object' && paper.title === undefined ? { ...paper, title } : paper;
  const settled = {
    ...(paper === undefined ? {} : { paper: named as NewPaper }),
    ...(Array.isArray(category) ? { category: category.join('/') } : {}),
    ...about.changes,
  };
  // What it lacks is told before anything is created for it.
  const whole = upsert.toCreate(settled);
  const categoryId = await settleSent(writing, upsert, category, actor);
  const placed = categoryId === undefined ? whole : { ...whole, category: categoryId };
  return withPaper(describeWrite(null, await insertReview(writing, placed, actor)), about);
}

/** What is said of the paper; of one that is new, also what only then counts. */
function joinPapers(fresh: ReviewItem['paper'], said: ReviewItem['paper']): ReviewItem['paper'] {
  return typeof fresh === 'object' && typeof said === 'object' ? { ...fresh, ...said } : (said ?? fresh);
}

/** The category that is sent, by its id where that is to be looked for, or made. */
async function settleSent(
  [tx, changeSet]: Writing,
  { createMissing }: ReviewUpsert,
  category: ReviewItem['category'],
  actor: Viewer,
): Promise<string | null | undefined> {
  if (category === undefined || category === null) return category;
  if (typeof category === 'string' && !createMissing) return category;
  return settleCategory(tx, changeSet, category, { createMissing, actor });
}

interface AboutPaper {
  changes: { paper?: string | NewPaper; reviewedVersion?: number | null };
  settled?: SettledPaper;
}

/** What becomes of the paper that is sent, and what of the review with it. */
async function aboutPaper(
  [tx, changeSet]: Writing,
  { updatePapers, data }: ReviewUpsert,
  paper: ReviewItem['paper'],
  current: Review | null,
  actor: Viewer,
): Promise<AboutPaper> {
  if (paper === undefined) return { changes: {} };
  if (typeof paper === 'string') return { changes: { paper } };
  const settled = updatePapers ? await settlePaper(tx, changeSet, paper, current, actor) : undefined;
  if (settled?.id !== undefined) {
    const isMoved = current !== null && current.paper.id !== settled.id;
    const moved = isMoved && data.reviewedVersion === undefined ? { reviewedVersion: null } : {};
    const { reviewedVersion: said } = settleVersion({ ...data, paper });
    const read = saidVersion(paper) === undefined ? moved : { reviewedVersion: said ?? null };
    return { changes: { paper: settled.id, ...read }, settled };
  }
  if (current === null) return { changes: {} };
  const hasIdentifiers = Object.values(paper.identifiers ?? {}).some((value) => value !== null);
  const title = paper.title ?? (hasIdentifiers ? (data.title ?? current.title) : current.paper.title);
  const moved =
    updatePapers && hasIdentifiers && data.reviewedVersion === undefined ? { reviewedVersion: null } : {};
  return { changes: { paper: { ...paper, title }, ...moved } };
}

function withPaper(saved: Saved, { settled }: AboutPaper): Saved {
  const { changed = [], leftOut = [] } = settled ?? {};
  const isUpdated = changed.length > 0 && saved.outcome === 'unchanged';
  return {
    ...saved,
    ...(isUpdated ? { outcome: 'updated' } : {}),
    changed: saved.outcome === 'created' ? [] : [...changed.map((name) => `paper.${name}`), ...saved.changed],
    leftOut: [...(saved.leftOut ?? []), ...leftOut],
  };
}

/** The review that the first of these means that means one. */
async function findFirst(tx: Tx, find: Static<typeof ReviewFind>[]): Promise<KnownThing | undefined> {
  const named = (name: 'id' | 'source' | 'slug') => {
    const values = find.flatMap((one) => one[name] ?? []);
    return values.length === 0 ? undefined : inArray(reviews[name], values);
  };
  const bySlug = named('slug');
  const rows = await tx
    .select({ id: reviews.id, source: reviews.source, slug: reviews.slug, title: reviews.title })
    .from(reviews)
    .where(or(named('id'), named('source'), bySlug && and(bySlug, ne(reviews.status, 'trashed'))));
  for (const { paper, ...members } of rows.length > 0 ? find : []) {
    const found = rows.find((row) =>
      Object.entries(members).every(([name, value]) => row[name as keyof typeof row] === value),
    );
    if (found && (paper === undefined || (await isAbout(tx, found.id, paper))))
      return { id: found.id, isFormer: false };
  }
  return undefined;
}

async function isAbout(tx: Tx, id: string, paper: string): Promise<boolean> {
  const paperId = await resolvePaper(tx, paper);
  const where = and(eq(reviews.id, id), eq(reviews.paperId, paperId ?? id));
  return (await tx.select({ id: reviews.id }).from(reviews).where(where)).length > 0;
}

/** The condition on all identifying members; a trashed review is not found by its slug. */
export const matchNamedReview = ({ id, slug, source }: { id?: string; slug?: string; source?: string }) =>
  and(
    id === undefined ? undefined : eq(reviews.id, id),
    slug === undefined ? undefined : and(eq(reviews.slug, slug), ne(reviews.status, 'trashed')),
    source === undefined ? undefined : eq(reviews.source, source),
  );

/** Trashes the review with an id. */
export const trashNamed: KindAction['run'] = async ([tx, changeSet], id, { expected, actor }) => {
  const { before, after } = await moveToTrash(tx, changeSet, id, expected, actor);
  return before === after ? describeWrite(before, after) : { ...tellDeleted(after), state: after.status };
};

/** Takes a step of the review with an id; a publication in the future is scheduled. */
export const stepNamed =
  (step: Step): KindAction['run'] =>
  async (writing, id, { expected, actor, options }) => {
    const { at, message } = options as { at?: string; message?: string };
    const before = await lockReview(writing[0], id, expected, actor);
    const after = await stepReview(writing, before, at === undefined ? step : 'schedule', {
      ...{ at, actor, message },
      isConfirmed: expected !== 'any',
    });
    return describeWrite(before, after);
  };

/** The result of a write, by the states before and after. */
export const describeWrite = (before: Review | null, { leftOut = [], ...review }: Review): Saved => ({
  ...tellSaved(before, review, membersOf),
  state: review.status,
  leftOut,
  renderWarnings: before?.body === review.body ? [] : review.renderWarnings,
});

/** The writable members. */
function membersOf({ paper, category, tags, reviewedVersion, ...review }: Review) {
  const { title, slug, summary, body, language, status, publishedAt, source } = review;
  return {
    paper: paper.id,
    ...{ title, slug, summary, body, language },
    category: category?.id,
    tags: tags.map((tag) => tag.id),
    reviewedVersion: reviewedVersion?.number,
    cover: chosenCover(review),
    ...{ status, publishedAt, source },
  };
}

async function findKnown(
  tx: Tx,
  { source = null, slug = null }: { source?: string | null; slug?: string | null },
): Promise<KnownThing | undefined> {
  if (source === null && slug === null) {
    throw invalidBody(
      '/slug',
      'or `source` is required: by one of them the review is known when it is sent again',
    );
  }
  const former = slug === null ? sql`null::uuid` : sql`(${formerly('review', slug)})`;
  const rows = await tx.execute<{ id: string; source: string | null; has: boolean; had: boolean }>(sql`
    select id, source, slug = ${slug}::text and status <> 'trashed' as has, id = ${former} as had from reviews
    where source = ${source}::text or (status <> 'trashed' and (slug = ${slug}::text or id = ${former}))`);
  const known =
    rows.find((row) => source !== null && row.source === source) ??
    rows.find(({ has }) => has) ??
    rows.find(({ had }) => had);
  if (!known) return undefined;
  // The slug of a review with another source is another review's.
  if (slug !== null && source !== null && known.source !== null && known.source !== source)
    throw new SlugTaken('review', slug);
  return { id: known.id, isFormer: known.had && !known.has };
}
