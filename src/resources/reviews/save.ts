import { and, eq, ne, sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Tx } from '../../db/client.ts';
import { reviews } from '../../db/schema.ts';
import { isVisible } from '../../list/run.ts';
import { invalidBody } from '../../problems.ts';
import { formerly } from '../../slugs/history.ts';
import {
  hiddenThing,
  type KnownThing,
  requireNone,
  type Saved,
  tellDeleted,
  tellSaved,
  type Upsert,
} from '../../slugs/save.ts';
import { SlugTaken } from '../../slugs/slugged.ts';
import type { KindAction } from '../action.ts';
import { patchReviewContent } from './content.ts';
import type { Step } from './life-cycle.ts';
import { reviewList } from './list.ts';
import { stepReview } from './publishing.ts';
import type { Writing } from './rendering.ts';
import type { NewReview, Review } from './schema.ts';
import { insertReview, lockReview, updateReview } from './store.ts';
import { moveToTrash } from './trash.ts';
import type { WrittenReview } from './written-schema.ts';

/** The upsert of a review in a batch. */
export type ReviewUpsert = Upsert<Partial<NewReview>, NewReview>;

/**
 * Upserts a review: updates the one with its id, else its source, else its slug, or inserts it.
 * @throws Problem not-found (by its id), invalid-body, and all that creating and changing throw
 */
export async function saveReview(
  writing: Writing,
  { data: { id, ...sent }, toCreate, expected }: ReviewUpsert,
  actor: Viewer,
): Promise<Saved> {
  const [tx] = writing;
  const known = id === undefined ? await findKnown(tx, sent) : { id, isFormer: false };
  if (!known) {
    requireNone(expected);
    return describeWrite(null, await insertReview(writing, toCreate(), actor));
  }
  const where = eq(reviews.id, known.id);
  if (!(await isVisible(tx, reviewList, actor, where))) throw hiddenThing('review', id);
  const current = await lockReview(tx, known.id, expected, actor);
  const { message, slug, ...others } = sent;
  const changes = slug === undefined || known.isFormer ? others : { ...others, slug };
  const content = patchReviewContent(current, changes);
  return describeWrite(current, await updateReview(writing, current, content, { actor, message }));
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
export const describeWrite = (before: Review | null, { leftOut = [], ...review }: WrittenReview): Saved => ({
  ...tellSaved(before, review, membersOf),
  state: review.status,
  leftOut,
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
