import { eq, sql } from 'drizzle-orm';
import { requireScope, type Viewer } from '../../../access/viewer.ts';
import type { Db, Tx } from '../../../db/driver/client.ts';
import { readClock } from '../../../db/driver/clock.ts';
import { type ReviewStatus, reviews } from '../../../db/schema/tables.ts';
import { purgeShown } from '../../../db/unit-of-work/idempotency-store.ts';
import { nextRevision, type Precondition } from '../../../db/unit-of-work/lock.ts';
import { type ChangeSet, write } from '../../../db/unit-of-work/write.ts';
import { entities } from '../../../entities.ts';
import { insertWithSlug } from '../../../slugs/claim.ts';
import { forgetSlugs } from '../../../slugs/history.ts';
import { removeRedirectsTo } from '../../redirects/targeting.ts';
import type { Review } from '../schema.ts';
import { lockReview, readReview } from '../store.ts';
import { addAffected, publishRelations, recordReview } from '../writing/effects.ts';
import { imageIdsOf } from '../writing/images.ts';
import { goesPublic } from './life-cycle.ts';

/**
 * Trashes a review, idempotently, which frees its slug.
 * @throws Problem not-found, precondition-failed, forbidden (a public one without `reviews:publish`)
 */
export async function trashReview(
  db: Db,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<void> {
  await write(db, actor, (tx, changeSet) => moveToTrash(tx, changeSet, reference, expected, actor));
}

/** The same within a write. @returns the states before and after */
export async function moveToTrash(
  tx: Tx,
  changeSet: ChangeSet,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<{ before: Review; after: Review }> {
  const before = await lockReview(tx, reference, expected, actor);
  if (before.status === 'trashed') return { before, after: before };
  if (goesPublic(before.status)) requireScope(actor, 'reviews:publish', 'Deleting a published review');
  await tx
    .update(reviews)
    .set({
      ...{ status: 'trashed', statusBefore: before.status, deletedAt: sql`now()` },
      ...nextRevision(reviews),
    })
    .where(eq(reviews.id, before.id));
  const after = await readReview(tx, before.id);
  await recordReview(tx, changeSet, { action: 'trash', actor }, before, after);
  return { before, after };
}

/**
 * Restores a review from the trash to its former status, under its slug or the next free one; one scheduled for a past
 * time is a draft. Idempotent.
 * @throws Problem not-found, precondition-failed, forbidden (a public one without `reviews:publish`)
 */
export async function untrashReview(
  db: Db,
  reference: string,
  how: { actor: Viewer; message: string | undefined; expected: Precondition },
): Promise<Review> {
  const { actor, message, expected } = how;
  return write(db, actor, async (tx, changeSet) => {
    const trashed = await lockReview(tx, reference, expected, actor);
    if (trashed.status !== 'trashed') return trashed;
    const next = await stateOutside(tx, trashed);
    if (goesPublic(next.status)) requireScope(actor, 'reviews:publish', 'Restoring a published review');
    await insertWithSlug(
      tx,
      entities.review,
      { requested: undefined, generated: trashed.slug },
      async (slug) => {
        const [restored] = await tx
          .update(reviews)
          .set({ ...next, slug, statusBefore: null, deletedAt: null, ...nextRevision(reviews) })
          .where(
            sql`${reviews.id} = ${trashed.id} and not exists (
            select from reviews other where other.slug = ${slug} and other.status <> 'trashed')`,
          )
          .returning({ id: reviews.id });
        return restored;
      },
    );
    if (next.status === 'published') {
      await publishRelations(tx, trashed.paper, trashed.tags);
    }
    const review = await readReview(tx, trashed.id);
    await recordReview(tx, changeSet, { action: 'untrash', actor, message }, trashed, review);
    return review;
  });
}

async function stateOutside(
  tx: Tx,
  { id, publishedAt }: Review,
): Promise<{ status: ReviewStatus; publishedAt: string | null }> {
  const [row] = await tx.select({ status: reviews.statusBefore }).from(reviews).where(eq(reviews.id, id));
  const status = row?.status ?? 'draft';
  const missed = status === 'scheduled' && publishedAt !== null && publishedAt <= (await readClock(tx));
  return missed ? { status: 'draft', publishedAt: null } : { status, publishedAt };
}

/**
 * Purges a review with its history and the redirects to it, trashed or not.
 * @throws Problem not-found, precondition-failed, forbidden (without `trash:purge`; a public one without
 * `reviews:publish`)
 */
export async function purgeReview(
  db: Db,
  reference: string,
  expected: Precondition,
  actor: Viewer,
): Promise<void> {
  requireScope(actor, 'trash:purge', 'Deleting for good');
  await write(db, actor, async (tx, changeSet) => {
    const review = await lockReview(tx, reference, expected, actor);
    if (goesPublic(review.status)) requireScope(actor, 'reviews:publish', 'Deleting a published review');
    addAffected(changeSet, review);
    const shown = await tx.execute<{ id: string }>(imageIdsOf(review.id));
    changeSet.add('image', ...[...shown].map(({ id }) => id));
    await changeSet.addShowingNow(tx, 'review', review.id);
    await removeRedirectsTo(tx, changeSet, review.id);
    await tx.delete(reviews).where(eq(reviews.id, review.id));
    changeSet.record('delete', 'review', review, null);
    await forgetSlugs(tx, review.id);
    await purgeShown(tx, review.id);
  });
}
