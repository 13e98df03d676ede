import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { seesDrafts, type Viewer } from '../../../access/viewer.ts';
import { listImageIds } from '../../../content/markdown/images.ts';
import type { Db, Tx } from '../../../db/driver/client.ts';
import { reviewDrafts, reviews } from '../../../db/schema/tables.ts';
import { insertAuditRows } from '../../../db/unit-of-work/audit.ts';
import { checkPrecondition, nextRevision, type Precondition } from '../../../db/unit-of-work/lock.ts';
import { transact } from '../../../db/unit-of-work/outcome.ts';
import { Problem } from '../../../problems.ts';
import { hiddenThing } from '../../../slugs/save.ts';
import { requireCategoryId } from '../../categories/store.ts';
import { lockReferencedPaper, unknownPaper } from '../../papers/locks.ts';
import { matchReview } from '../list/list.ts';
import type { Review } from '../schema.ts';
import { lockReview } from '../store.ts';
import { chosenCover, type ReviewContent, settleVersion } from '../writing/content.ts';
import { relateDraftImages, requireCover } from '../writing/images.ts';
import { requireVersion } from '../writing/resolving.ts';
import type { NewReviewDraft, ReviewDraft, ReviewDraftPatch } from './draft-schema.ts';

/** The JSON column of a working copy. */
export type DraftContent = Pick<
  ReviewDraft,
  'paper' | 'title' | 'slug' | 'summary' | 'body' | 'language' | 'category' | 'tags' | 'reviewedVersion'
> & { cover?: string | null };

/** The working copy of a review; undefined when there is none. */
export async function findDraft(db: Db | Tx, reference: string): Promise<ReviewDraft | undefined> {
  const [found] = await db
    .select({ draft: reviewDrafts })
    .from(reviewDrafts)
    .innerJoin(reviews, eq(reviews.id, reviewDrafts.reviewId))
    .where(matchReview(reference));
  if (!found) return undefined;
  const { content, reviewId: _, ...rest } = found.draft;
  return { cover: null, ...(content as DraftContent), ...rest };
}

/** Replaces or creates the working copy. Absent members are emptied; title and slug are the review's. */
export async function replaceDraft(
  db: Db,
  reference: string,
  expected: Precondition,
  input: NewReviewDraft,
  actor: Viewer,
): Promise<ReviewDraft> {
  return changeDraft(db, reference, expected, actor, (review) => ({
    ...contentOf(review),
    ...{ summary: null, category: null, tags: [], reviewedVersion: null, cover: null },
    ...settleDraft(input),
  }));
}

function settleDraft<Sent extends ReviewDraftPatch>(sent: Sent): Sent {
  const { saysVersion: _, ...settled } = settleVersion(sent);
  return settled as Sent;
}

/** Applies a merge patch to the working copy, or to a copy of the review when there is none. */
export async function patchDraft(
  db: Db,
  reference: string,
  expected: Precondition,
  patch: ReviewDraftPatch,
  actor: Viewer,
): Promise<ReviewDraft> {
  return changeDraft(db, reference, expected, actor, (review, current) => ({
    ...(current ?? contentOf(review)),
    ...settleDraft(patch),
  }));
}

/**
 * Writes a working copy, serialised by the lock on the review's row; the review and public answers stay unchanged. A
 * key that does not see drafts can create one, and not change it.
 * @throws Problem not-found, conflict (the review is not public), precondition-failed, invalid-body
 */
async function changeDraft(
  db: Db,
  reference: string,
  expected: Precondition,
  actor: Viewer,
  change: (review: Review, current: DraftContent | undefined) => DraftContent,
): Promise<ReviewDraft> {
  return transact(db, async (tx) => {
    const review = await lockReview(tx, reference, 'any', actor);
    const { id } = review;
    if (review.status !== 'published') {
      throw new Problem(
        'conflict',
        `The review is ${review.status}: a working copy is for a published one. Change it itself.`,
      );
    }
    const draft = await findDraft(tx, id);
    if (draft && !seesDrafts(actor)) throw hiddenThing('working copy');
    if (draft) checkPrecondition(draft, expected);
    else if (expected !== 'any')
      throw new Problem('precondition-failed', 'There is no working copy yet: start it with If-Match: *.');
    const current = draft && pickContent(draft);
    const content = change(review, current);
    if (isDeepStrictEqual(content, current) && draft) return draft;
    await checkReferences(tx, content, actor);
    if (draft)
      await tx
        .update(reviewDrafts)
        .set({ content, ...nextRevision(reviewDrafts) })
        .where(eq(reviewDrafts.reviewId, id));
    else await tx.insert(reviewDrafts).values({ reviewId: id, content, baseRevision: review.revision });
    await relateDraftImages(tx, id, [...listImageIds(content.body), content.cover ?? []].flat());
    const changed = requireDraft(await findDraft(tx, id));
    const [from, to] = [draft?.revision ?? null, changed.revision];
    await insertAuditRows(tx, actor, [{ action: 'edit-draft', type: 'review', entity: review, from, to }]);
    return changed;
  });
}

/** Discards the working copy. */
export async function deleteDraft(
  db: Db,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<void> {
  await transact(db, async (tx) => {
    const review = await lockReview(tx, reference, 'any', actor);
    const draft = await findDraft(tx, review.id);
    const current = requireDraft(seesDrafts(actor) ? draft : undefined);
    checkPrecondition(current, expected);
    const { revision: from } = current;
    await tx.delete(reviewDrafts).where(eq(reviewDrafts.reviewId, review.id));
    await relateDraftImages(tx, review.id, []);
    const entry = { action: 'discard-draft', type: 'review', entity: review, from, to: null } as const;
    await insertAuditRows(tx, actor, [entry]);
  });
}

/**
 * Takes the working copy of a locked review for publishing, and deletes it.
 * @param confirmed whether If-Match had the review's revision, which permits a working copy of an earlier one
 * @throws Problem conflict when the review changed since the working copy was started
 */
export async function takeDraft(tx: Tx, review: Review, confirmed: boolean): Promise<ReviewContent | null> {
  const [draft] = await tx.delete(reviewDrafts).where(eq(reviewDrafts.reviewId, review.id)).returning();
  if (!draft) return null;
  await relateDraftImages(tx, review.id, []);
  if (draft.baseRevision !== review.revision && !confirmed) {
    throw new Problem(
      'conflict',
      `The review has changed since its working copy was started (revision ${draft.baseRevision}, now ${review.revision}): look at both, then publish with its present ETag in If-Match.`,
    );
  }
  return {
    cover: null,
    ...(draft.content as DraftContent),
    status: undefined,
    publishedAt: undefined,
    source: review.source,
  };
}

/** References of a working copy have to exist, but for tags, which are created at publishing. */
async function checkReferences(
  tx: Tx,
  { paper, category, reviewedVersion, cover = null }: DraftContent,
  actor: Viewer,
): Promise<void> {
  const found = await lockReferencedPaper(tx, paper);
  if (!found.isPublic && !seesDrafts(actor)) throw unknownPaper(paper);
  if (reviewedVersion !== null) await requireVersion(tx, found.id, reviewedVersion);
  if (category !== null) await requireCategoryId(tx, category);
  if (cover !== null) await requireCover(tx, cover);
}

function contentOf(review: Review): DraftContent {
  const { title, slug, summary, body, language } = review;
  return {
    paper: review.paper.id,
    title,
    slug,
    summary,
    body,
    language,
    category: review.category?.id ?? null,
    tags: review.tags.map(({ name }) => name),
    reviewedVersion: review.reviewedVersion?.number ?? null,
    cover: chosenCover(review),
  };
}

function pickContent({
  baseRevision: _b,
  createdAt: _c,
  updatedAt: _u,
  revision: _r,
  ...content
}: ReviewDraft): DraftContent {
  return content;
}

function requireDraft(draft: ReviewDraft | undefined): ReviewDraft {
  if (!draft) throw new Problem('not-found', 'There is no working copy.');
  return draft;
}
