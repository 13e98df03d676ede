import { isDeepStrictEqual } from 'node:util';
import { and, eq, sql } from 'drizzle-orm';
import { operator, requireScope, type Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockRow, nextRevision, type Precondition } from '../../db/lock.ts';
import { paperVersions, type ReviewStatus, reviews, reviewTags } from '../../db/schema.ts';
import type { Touched } from '../../db/write.ts';
import type { Note } from '../../history/revisions.ts';
import { readOne } from '../../list/run.ts';
import { invalidBody, Problem } from '../../problems.ts';
import { indexLater } from '../../search/store.ts';
import { insertWithSlug } from '../../slugs/claim.ts';
import { renameThing } from '../../slugs/history.ts';
import { type Put, putThing, retryTaken, slugOfAddress } from '../../slugs/put.ts';
import type { Slugged } from '../../slugs/slugged.ts';
import { slugify } from '../../text/slug.ts';
import { findCategory } from '../categories/store.ts';
import { type ConnectedPaper, connectPaper } from '../papers/connect.ts';
import { connectTags } from '../tags/store.ts';
import { patchContent, type ReviewContent, readContent } from './content.ts';
import { noteReview, publishRelations } from './effects.ts';
import { goesPublic, refuseTrashed, stepTo, takeStep } from './life-cycle.ts';
import { matchReview, reviewDetail } from './list.ts';
import { resolvePublishedAt } from './published-at.ts';
import { type DerivedOf, type Writing, writeRendered } from './rendering.ts';
import type { NewReview, Review, ReviewPatch } from './schema.ts';

export const reviewThings: Slugged = {
  ...{ kind: 'review', table: reviews },
  holding: sql`${reviews.status} <> 'trashed'`,
};

/**
 * Posts a review in one transaction, with the paper and the tags that it brings.
 * @throws Problem forbidden (publishing without its scope), invalid-body, slug-taken, identifier-conflict, conflict (source)
 */
export async function createReview(db: Db, input: NewReview, actor: Viewer): Promise<Review> {
  return writeRendered(db, actor, input.body, (...writing) => insertReview(writing, input, actor));
}

/** The same within a write. */
export async function insertReview(
  [tx, touched, derivedOf]: Writing,
  input: NewReview,
  actor: Viewer,
): Promise<Review> {
  const { message } = input;
  const content = readContent(input);
  const status = content.status ?? 'draft';
  if (status === 'published') requireScope(actor, 'reviews:publish', 'Publishing a review');
  const { paper, tagIds, row } = await resolve(tx, touched, content, status, null);
  const { columns, lexemes } = derivedOf(content.body);
  const slugs = { asked: content.slug, made: slugify(paper.acronym ?? row.title, 'review') };
  const id = await insertWithSlug(tx, reviewThings, slugs, async (slug) => {
    const [inserted] = await tx
      .insert(reviews)
      .values({ ...row, ...columns, slug })
      .onConflictDoNothing({ target: reviews.slug, where: sql`${reviews.status} <> 'trashed'` })
      .returning({ id: reviews.id });
    return inserted?.id;
  });
  await insertTags(tx, id, tagIds);
  if (status === 'published') await publishRelations(tx, paper.id, tagIds);
  indexLater(touched, 'review', [id], lexemes);
  const review = await readReview(tx, id);
  await noteReview(tx, touched, { action: 'create', actor, message }, null, review);
  return review;
}

/**
 * Replaces a review as a whole (slug, status and publishedAt stay when they are not sent), or creates it under the slug
 * of the address.
 */
export async function putReview(
  db: Db,
  reference: string,
  expected: Precondition,
  input: NewReview,
  actor: Viewer,
): Promise<Put<Review>> {
  // Who writes reviews changes drafts too, and is led on to them.
  const address = { reference, where: matchReview(reference), expected, visible: undefined };
  return retryTaken(reviewThings, reference, () =>
    writeRendered(db, actor, input.body, (...writing) => {
      const [tx] = writing;
      return putThing(tx, reviewThings, address, {
        change: async ({ id }) =>
          updateReview(writing, await readReview(tx, id), readContent(input), {
            actor,
            message: input.message,
          }),
        create: async () =>
          insertReview(
            writing,
            { ...input, slug: slugOfAddress(reviewThings, reference, input.slug) },
            actor,
          ),
      });
    }),
  );
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
    const current = await lockReview(writing[0], reference, expected);
    return updateReview(writing, current, patchContent(current, changes), { actor, message });
  });
}

/** Makes a locked review what a writer says, as far as its life and the writer's key allow. */
export async function updateReview(
  [tx, touched, derivedOf]: Writing,
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
  return applyContent(tx, touched, current, { ...content, status }, note, { derivedOf, onChange });
}

/**
 * Makes a locked review what the content says.
 * @param onChange called before anything is written; not when nothing changes
 * @param derivedOf gives what is derived of a body that changes
 */
export async function applyContent(
  tx: Tx,
  touched: Touched,
  current: Review,
  content: ReviewContent & { status: ReviewStatus },
  note: Note,
  { onChange, derivedOf }: { onChange?: () => void; derivedOf: DerivedOf },
): Promise<Review> {
  const { id, revision } = current;
  const { status } = content;
  const { paper, tagIds, row } = await resolve(tx, touched, content, status, current);
  const slug = content.slug ?? current.slug;
  if (isDeepStrictEqual(rowOf(current), { ...row, slug, tagIds })) {
    // What it says of its paper can have been completed.
    return touched.things.length > 0 ? readReview(tx, id) : current;
  }
  onChange?.();
  const derived = content.body === current.body ? undefined : derivedOf(content.body);
  await renameThing(tx, reviewThings, current, slug);
  await tx
    .update(reviews)
    .set({ ...row, ...derived?.columns, ...nextRevision(reviews) })
    .where(and(eq(reviews.id, id), eq(reviews.revision, revision)));
  await tx.delete(reviewTags).where(eq(reviewTags.reviewId, id));
  await insertTags(tx, id, tagIds);
  if (status === 'published') await publishRelations(tx, paper.id, tagIds);
  indexLater(touched, 'review', [id], derived?.lexemes);
  const review = await readReview(tx, id);
  await noteReview(tx, touched, note, current, review);
  return review;
}

/** What the columns of a review hold now, in the form in which `resolve` gives the next ones. */
function rowOf(review: Review) {
  const { title, slug, summary, body, language, status, publishedAt, source } = review;
  return {
    paperId: review.paper.id,
    title,
    slug,
    summary,
    body,
    language,
    categoryId: review.category?.id ?? null,
    reviewedVersion: review.reviewedVersion?.number ?? null,
    status,
    publishedAt,
    source,
    tagIds: review.tags.map(({ id }) => id),
  };
}

interface Resolved {
  paper: ConnectedPaper;
  tagIds: string[];
  row: Omit<ReturnType<typeof rowOf>, 'slug' | 'tagIds'>;
}

/** Finds or makes everything that a review refers to. */
async function resolve(
  tx: Tx,
  touched: Touched,
  content: ReviewContent,
  status: ReviewStatus,
  current: Review | null,
): Promise<Resolved> {
  const { summary, body, language, reviewedVersion, source } = content;
  if (goesPublic(status)) requireBody(body);
  const paper = await connectPaper(tx, touched, content.paper, current?.paper ?? null);
  if (reviewedVersion !== null) await requireVersion(tx, paper.id, reviewedVersion);
  const tagIds = await connectTags(tx, touched, content.tags);
  const categoryId = content.category === null ? null : await findCategory(tx, content.category);
  const publishedAt = await resolvePublishedAt(tx, content, status, current);
  const title = content.title ?? paper.title;
  return {
    paper,
    tagIds,
    row: {
      paperId: paper.id,
      title,
      summary,
      body,
      language,
      categoryId,
      reviewedVersion,
      status,
      publishedAt,
      source,
    },
  };
}

/** @throws Problem invalid-body for a text that has nothing to show */
export function requireBody(body: string): void {
  if (!/\S/.test(body)) throw invalidBody('/body', 'must not be empty when the review is published');
}

export async function requireVersion(tx: Tx, paperId: string, number: number): Promise<void> {
  const [version] = await tx
    .select({ number: paperVersions.number })
    .from(paperVersions)
    .where(and(eq(paperVersions.paperId, paperId), eq(paperVersions.number, number)));
  if (!version) {
    throw invalidBody(
      '/reviewedVersion',
      `the paper has no version ${number}: add it to the versions of the paper, or leave it out`,
    );
  }
}

async function insertTags(tx: Tx, reviewId: string, tagIds: string[]): Promise<void> {
  if (tagIds.length === 0) return;
  await tx.insert(reviewTags).values(tagIds.map((tagId, position) => ({ reviewId, tagId, position })));
}

/** Holds the row of the review that a reference names, and reads it. @throws Problem not-found, precondition-failed */
export async function lockReview(tx: Tx, reference: string, expected: Precondition): Promise<Review> {
  const { id } = await lockRow(tx, reviews, matchReview(reference), expected);
  return readReview(tx, id);
}

export async function readReview(tx: Tx, id: string): Promise<Review> {
  const review = await readOne(tx, reviewDetail, operator, eq(reviews.id, id));
  if (!review) throw new Problem('not-found');
  return review;
}
