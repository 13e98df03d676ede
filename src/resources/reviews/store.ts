import { isDeepStrictEqual } from 'node:util';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { operator, requireScope, type Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/client.ts';
import { uuidv7 } from '../../db/columns.ts';
import { lockRow, nextRevision, type Precondition, thereAlready } from '../../db/lock.ts';
import { pipeline } from '../../db/pipeline.ts';
import { arrayParameter, prepareSql, prepareStatement } from '../../db/prepare.ts';
import { type ReviewStatus, reviews, reviewTags } from '../../db/schema.ts';
import { type ChangeSet, lockNames } from '../../db/write.ts';
import { entities } from '../../entities.ts';
import { type Note, recordRevision } from '../../history/revisions.ts';
import { readOne } from '../../list/run.ts';
import { Problem } from '../../problems.ts';
import { isUuid } from '../../rules.ts';
import { deferIndexing } from '../../search/store.ts';
import { insertWithSlug } from '../../slugs/claim.ts';
import { renameThing } from '../../slugs/history.ts';
import { type Put, putThing, retryTaken, slugOfAddress } from '../../slugs/put.ts';
import { slugify } from '../../text/slug.ts';
import type { PaperRights } from '../papers/connect.ts';
import { patchContent, type ReviewContent, readContent } from './content.ts';
import { publishRelations, touchWritten } from './effects.ts';
import { goesPublic, refuseTrashed, stepTo, takeStep } from './life-cycle.ts';
import { matchReview, reviewDetail, reviewList } from './list.ts';
import { type DerivedOf, type Writing, writeRendered } from './rendering.ts';
import { resolve, rowOf } from './resolving.ts';
import type { NewReview, Review, ReviewPatch } from './schema.ts';
import { answerWritten, rightsOf } from './written.ts';
import type { WrittenReview } from './written-schema.ts';

/**
 * Posts a review in one transaction, with the paper and the tags that it brings.
 * @throws Problem forbidden (publishing without its scope), invalid-body, slug-taken, identifier-conflict, conflict (source)
 */
export async function createReview(db: Db, input: NewReview, actor: Viewer): Promise<WrittenReview> {
  return writeRendered(db, actor, input.body, (...writing) => insertReview(writing, input, actor));
}

/** The same within a write. */
export async function insertReview(
  [tx, changeSet, derivedOf]: Writing,
  input: NewReview,
  actor: Viewer,
): Promise<WrittenReview> {
  const { message } = input;
  const content = readContent(input);
  const status = content.status ?? 'draft';
  if (status === 'published') requireScope(actor, 'reviews:publish', 'Publishing a review');
  const connected = await resolve(tx, changeSet, content, status, null, rightsOf(actor, status));
  const { paper, tags, row } = connected;
  const { columns, lexemes } = derivedOf(content.body);
  const slugs = { asked: content.slug, made: slugify(paper.acronym ?? row.title, 'review') };
  const note: Note = { action: 'create', actor, message };
  const tagIds = tags.map((tag) => tag.id);
  const review = await insertWithSlug(tx, entities.review, slugs, async (slug) => {
    const id = uuidv7();
    // Where the slug is taken there is no review, and none of the others finds one.
    const [, , written] = await pipeline(
      tx,
      () => insertRow(tx, { ...row, ...columns, id, slug }),
      () => insertTags(tx, id, tagIds),
      () => findById(tx, id),
      () => recordRevision(tx, id, note),
    );
    return written;
  });
  if (status === 'published') await publishRelations(tx, paper, tags);
  deferIndexing(changeSet, 'review', [review.id], lexemes);
  touchWritten(changeSet, note, null, review);
  return answerWritten(review, connected, content, actor);
}

/** What the database itself gives a new review. */
const made = ['createdAt', 'updatedAt', 'revision', 'deletedAt', 'statusBefore', 'sectionKinds'];
const given = Object.keys(getTableColumns(reviews)).filter((name) => !made.includes(name));

const insertRow = prepareStatement((db) =>
  db
    .insert(reviews)
    .values(placesFor(given) as typeof reviews.$inferInsert)
    .onConflictDoNothing({ target: reviews.slug, where: sql`${reviews.status} <> 'trashed'` }),
);

const placesFor = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as object;

/**
 * Replaces a review as a whole (slug, status and publishedAt stay when they are not sent), or creates it under the slug
 * of the address.
 * @throws Problem precondition-failed for a slug of a review that the actor may not see
 */
export async function putReview(
  db: Db,
  reference: string,
  expected: Precondition,
  input: NewReview,
  actor: Viewer,
): Promise<Put<WrittenReview>> {
  const visible = reviewList.visible(actor);
  const address = { reference, where: matchReview(reference), expected, visible };
  return retryTaken(entities.review, reference, () =>
    writeRendered(db, actor, input.body, async (...writing) => {
      const [tx] = writing;
      if (visible) await refuseHidden(tx, reference);
      return putThing(tx, entities.review, address, {
        change: async ({ id }) => {
          const current = await readReview(tx, id);
          // It can have been taken back while this waited for it.
          if (visible && current.status !== 'published') throw new Problem('not-found');
          return updateReview(writing, current, readContent(input), { actor, message: input.message });
        },
        create: async () =>
          insertReview(
            writing,
            { ...input, slug: slugOfAddress(entities.review, reference, input.slug) },
            actor,
          ),
      });
    }),
  );
}

/** Who may not see a review can neither replace it nor take its slug, and is not told its revision. */
async function refuseHidden(tx: Tx, reference: string): Promise<void> {
  const isHidden = sql`${matchReview(reference)} and not (${entities.review.isPublic})`;
  const found = await tx.select({ id: reviews.id }).from(reviews).where(isHidden);
  if (found.length > 0) throw isUuid(reference) ? new Problem('not-found') : thereAlready();
}

/** Changes what the merge patch names. */
export async function patchReview(
  db: Db,
  reference: string,
  expected: Precondition,
  patch: ReviewPatch,
  actor: Viewer,
): Promise<Review> {
  const { message, ...changes } = patch;
  return writeRendered(db, actor, patch.body, async (...writing) => {
    const current = await lockReview(writing[0], reference, expected, actor);
    return updateReview(writing, current, patchContent(current, changes), { actor, message });
  });
}

/** Makes a locked review what a writer says, as far as its life and the writer's key allow. */
export async function updateReview(
  [tx, changeSet, derivedOf]: Writing,
  current: Review,
  content: ReviewContent,
  { actor, message }: { actor: Viewer; message: string | undefined },
): Promise<WrittenReview> {
  refuseTrashed(current.status);
  const status = content.status ?? current.status;
  const step = status === current.status ? null : stepTo(status);
  if (step) takeStep(step, current.status);
  const note = { action: step ?? ('update' as const), actor, message };
  const onChange = () => {
    if (goesPublic(status) || goesPublic(current.status)) {
      requireScope(actor, 'reviews:publish', 'Changing what the public sees');
    }
  };
  const rights = rightsOf(actor, status);
  return applyContent(tx, changeSet, current, { ...content, status }, note, { derivedOf, onChange, rights });
}

/**
 * Makes a locked review what the content says.
 * @param onChange called before anything is written; not when nothing changes
 * @param derivedOf gives what is derived of a body that changes
 * @param rights what may be done with the paper that the content names
 */
export async function applyContent(
  tx: Tx,
  changeSet: ChangeSet,
  current: Review,
  content: ReviewContent & { status: ReviewStatus },
  note: Note,
  { onChange, derivedOf, rights }: { onChange?: () => void; derivedOf: DerivedOf; rights: PaperRights },
): Promise<WrittenReview> {
  const { id, revision } = current;
  const { status } = content;
  const connected = await resolve(tx, changeSet, content, status, current, rights);
  const { paper, tags, row } = connected;
  const answer = (review: Review) => answerWritten(review, connected, content, rights.viewer);
  const tagIds = tags.map((tag) => tag.id);
  const slug = content.slug ?? current.slug;
  if (isDeepStrictEqual(rowOf(current), { ...row, slug, tagIds })) {
    // What it says of its paper can have been completed.
    return answer(changeSet.entities.length > 0 ? await readReview(tx, id) : current);
  }
  onChange?.();
  await claimSource(tx, current, row.source);
  const derived = content.body === current.body ? undefined : derivedOf(content.body);
  await renameThing(tx, entities.review, current, slug);
  const [, , , review] = await pipeline(
    tx,
    () =>
      tx
        .update(reviews)
        .set({ ...row, ...derived?.columns, ...nextRevision(reviews) })
        .where(and(eq(reviews.id, id), eq(reviews.revision, revision))),
    () => tx.delete(reviewTags).where(eq(reviewTags.reviewId, id)),
    () => insertTags(tx, id, tagIds),
    () => readReview(tx, id),
    () => recordRevision(tx, id, note),
  );
  if (status === 'published') await publishRelations(tx, paper, tags);
  deferIndexing(changeSet, 'review', [id], derived?.lexemes);
  touchWritten(changeSet, note, current, review);
  return answer(review);
}

/**
 * Locks the name of the source that a review gets, and of the one that it had: two that exchange theirs would wait for
 * each other at the unique index.
 * @throws Problem conflict when another review has it
 */
async function claimSource(tx: Tx, { source: had }: Review, gets: string | null): Promise<void> {
  if (had === gets) return;
  const sources = [had, gets].filter((source) => source !== null);
  const [, [other]] = await pipeline(
    tx,
    () =>
      lockNames(
        tx,
        sources.map((source) => `review source ${source}`),
      ),
    async () =>
      gets === null ? [] : tx.select({ id: reviews.id }).from(reviews).where(eq(reviews.source, gets)),
  );
  if (!other) return;
  const [code, detail, pointer] = entities.review.constraints.reviews_source_key;
  throw new Problem(code, detail, { errors: [{ pointer, detail }] });
}

/** Gives a review its tags, if it is there. */
async function insertTags(tx: Tx, reviewId: string, tagIds: string[]): Promise<void> {
  if (tagIds.length > 0) await insertEachTag(tx, { reviewId, tagIds });
}

const insertEachTag = prepareSql(sql`
  insert into review_tags (review_id, tag_id, position) select reviews.id, tag_id, place - 1
  from reviews, unnest(${arrayParameter('tagIds', 'uuid')}) with ordinality as named (tag_id, place)
  where reviews.id = ${sql.placeholder('reviewId')}`);

/**
 * Holds the row of the review that a reference names, and reads it.
 * @param actor who asks: what it may not see is not there, also when it was until this waited for the row
 * @throws Problem not-found, precondition-failed
 */
export async function lockReview(
  tx: Tx,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<Review> {
  const visible = reviewList.visible(actor);
  const where = visible ? sql`${matchReview(reference)} and ${visible}` : matchReview(reference);
  const { id } = await lockRow(tx, reviews, where, expected);
  return readReview(tx, id);
}

export async function readReview(tx: Tx, id: string): Promise<Review> {
  const review = await findById(tx, id);
  if (!review) throw new Problem('not-found');
  return review;
}

const findById = (tx: Tx, id: string): Promise<Review | undefined> =>
  readOne(tx, reviewDetail, operator, eq(reviews.id, id));
