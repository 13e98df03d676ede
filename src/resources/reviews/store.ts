import { isDeepStrictEqual } from 'node:util';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { operator, requireScope, type Viewer } from '../../access/viewer.ts';
import { slugify } from '../../content/text/slug.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { pipeline } from '../../db/driver/pipeline.ts';
import { arrayParameter, prepareSql, prepareStatement } from '../../db/driver/prepare.ts';
import { uuidv7 } from '../../db/schema/columns.ts';
import { type ReviewStatus, reviews, reviewTags } from '../../db/schema/tables.ts';
import { lockRow, nextRevision, type Precondition, thereAlready } from '../../db/unit-of-work/lock.ts';
import { type ChangeSet, lockNames } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import { Problem } from '../../problems.ts';
import { readOne } from '../../query/run.ts';
import { deferIndexing } from '../../search/store.ts';
import { insertWithSlug } from '../../slugs/claim.ts';
import { renameEntity } from '../../slugs/history.ts';
import { type Put, putEntity, retryTaken, slugOfAddress } from '../../slugs/put.ts';
import { isUuid } from '../../validation/rules.ts';
import type { PaperRights } from '../papers/connect.ts';
import { type ChangeNote, recordRevision } from './history/revisions.ts';
import { goesPublic, refuseTrashed, stepTo, takeStep } from './life-cycle/life-cycle.ts';
import { matchReview, reviewDetail, reviewList } from './list/list.ts';
import { type DerivedOf, type Writing, writeRendered } from './rendering/rendering.ts';
import type { NewReview, Review, ReviewPatch } from './schema.ts';
import { chosenCover, patchReviewContent, type ReviewContent, readReviewContent } from './writing/content.ts';
import { publishRelations, recordWritten } from './writing/effects.ts';
import { relateImages } from './writing/images.ts';
import { resolve, rowOf } from './writing/resolving.ts';
import { answerWritten, rightsOf } from './writing/written.ts';

/**
 * Creates a review in one transaction, with its paper and tags.
 * @throws Problem forbidden (publishing without its scope), invalid-body, slug-taken, identifier-conflict, conflict
 * (source)
 */
export async function createReview(db: Db, input: NewReview, actor: Viewer): Promise<Review> {
  return writeRendered(db, actor, input.body, (...writing) => insertReview(writing, input, actor));
}

/** The same within a write. */
export async function insertReview(
  [tx, changeSet, derivedOf]: Writing,
  input: NewReview,
  actor: Viewer,
): Promise<Review> {
  const { message } = input;
  const content = readReviewContent(input);
  const status = content.status ?? 'draft';
  if (status === 'published') requireScope(actor, 'reviews:publish', 'Publishing a review');
  const connected = await resolve(tx, changeSet, content, status, null, rightsOf(actor, status));
  const { paper, tags, row } = connected;
  const { columns, lexemes } = derivedOf(content.body);
  const slugs = { requested: content.slug, generated: slugify(paper.acronym ?? row.title, 'review') };
  const note: ChangeNote = { action: 'create', actor, message };
  const tagIds = tags.map((tag) => tag.id);
  const review = await insertWithSlug(tx, entities.review, slugs, async (slug) => {
    const id = uuidv7();
    // With a taken slug no row is inserted, and the others find none.
    const [, , written] = await pipeline(
      tx,
      () => insertRow(tx, { ...row, ...columns, id, slug }),
      () => insertTags(tx, id, tagIds),
      () => findById(tx, id),
      () => recordRevision(tx, id, note),
    );
    return written;
  });
  const { figures } = columns;
  await relateImages(tx, changeSet, review.id, figures.length > 0 || row.coverId !== null, figures);
  if (status === 'published') await publishRelations(tx, paper, tags);
  deferIndexing(changeSet, 'review', [review.id], lexemes);
  recordWritten(changeSet, note, null, review);
  return answerWritten(review, connected, content, actor);
}

/** The database's defaults of a new review. */
const generated = ['createdAt', 'updatedAt', 'revision', 'deletedAt', 'statusBefore', 'sectionKinds'];
const given = Object.keys(getTableColumns(reviews)).filter((name) => !generated.includes(name));

const insertRow = prepareStatement((db) =>
  db
    .insert(reviews)
    .values(placesFor(given) as typeof reviews.$inferInsert)
    .onConflictDoNothing({ target: reviews.slug, where: sql`${reviews.status} <> 'trashed'` }),
);

const placesFor = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as object;

/**
 * Replaces a review (slug, status and publishedAt stay when not sent), or creates it under the slug of the path.
 * @throws Problem precondition-failed for the slug of a hidden review
 */
export async function putReview(
  db: Db,
  reference: string,
  expected: Precondition,
  input: NewReview,
  actor: Viewer,
): Promise<Put<Review>> {
  const visible = reviewList.visible(actor);
  const address = { reference, where: matchReview(reference), expected, visible };
  return retryTaken(entities.review, reference, () =>
    writeRendered(db, actor, input.body, async (...writing) => {
      const [tx] = writing;
      if (visible) await refuseHidden(tx, reference);
      return putEntity(tx, entities.review, address, {
        change: async ({ id }) => {
          const current = await readReview(tx, id);
          // It may have been unpublished during the wait for the lock.
          if (visible && current.status !== 'published') throw new Problem('not-found');
          return updateReview(writing, current, readReviewContent(input), { actor, message: input.message });
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

/** A hidden review can neither be replaced nor its slug taken, and its revision is not revealed. */
async function refuseHidden(tx: Tx, reference: string): Promise<void> {
  const isHidden = sql`${matchReview(reference)} and not (${entities.review.isPublic})`;
  const found = await tx.select({ id: reviews.id }).from(reviews).where(isHidden);
  if (found.length > 0) throw isUuid(reference) ? new Problem('not-found') : thereAlready();
}

/** Applies a merge patch. */
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
    return updateReview(writing, current, patchReviewContent(current, changes), { actor, message });
  });
}

/** Updates a locked review, within its life cycle and the key's scopes. */
export async function updateReview(
  [tx, changeSet, derivedOf]: Writing,
  current: Review,
  content: ReviewContent,
  { actor, message }: { actor: Viewer; message: string | undefined },
): Promise<Review> {
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
 * Updates a locked review to the content.
 * @param onChange called before anything is written; not without a change
 * @param derivedOf the derived data of a changed body
 * @param rights on the paper of the content
 */
export async function applyContent(
  tx: Tx,
  changeSet: ChangeSet,
  current: Review,
  content: ReviewContent & { status: ReviewStatus },
  note: ChangeNote,
  { onChange, derivedOf, rights }: { onChange?: () => void; derivedOf: DerivedOf; rights: PaperRights },
): Promise<Review> {
  const { id, revision } = current;
  const { status } = content;
  const connected = await resolve(tx, changeSet, content, status, current, rights);
  const { paper, tags, row } = connected;
  const answer = (review: Review) => answerWritten(review, connected, content, rights.viewer);
  const tagIds = tags.map((tag) => tag.id);
  const slug = content.slug ?? current.slug;
  if (isDeepStrictEqual(rowOf(current), { ...row, slug, tagIds })) {
    // Its paper may have been completed.
    return answer(changeSet.entities.length > 0 ? await readReview(tx, id) : current);
  }
  onChange?.();
  await claimSource(tx, current, row.source);
  const derived = content.body === current.body ? undefined : derivedOf(content.body);
  await renameEntity(tx, entities.review, current, slug);
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
  if (derived || row.coverId !== chosenCover(current))
    await relateImages(tx, changeSet, id, [current, review].some(showsImages), derived?.columns.figures);
  if (status === 'published') await publishRelations(tx, paper, tags);
  deferIndexing(changeSet, 'review', [id], derived?.lexemes);
  recordWritten(changeSet, note, current, review);
  return answer(review);
}

/** Whether a review shows images, as its figures or its cover. */
const showsImages = ({ html, cover }: Review) => (cover?.id ?? null) !== null || html.includes('/v1/images/');

/**
 * Advisory locks on the source that a review gets and on its former one: two that swap theirs would deadlock at the
 * unique index.
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

/** Inserts the tags of a review, if it exists. */
async function insertTags(tx: Tx, reviewId: string, tagIds: string[]): Promise<void> {
  if (tagIds.length > 0) await insertEachTag(tx, { reviewId, tagIds });
}

const insertEachTag = prepareSql(sql`
  insert into review_tags (review_id, tag_id, position) select reviews.id, tag_id, place - 1
  from reviews, unnest(${arrayParameter('tagIds', 'uuid')}) with ordinality as named (tag_id, place)
  where reviews.id = ${sql.placeholder('reviewId')}`);

/**
 * Locks the row of a review by reference, and reads it.
 * @param actor a review hidden from it is not found, also when it was hidden during the wait for the lock
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
