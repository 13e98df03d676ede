import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/driver/client.ts';
import { redirects } from '../../db/schema/redirects.ts';
import { purgeShown } from '../../db/unit-of-work/idempotency-store.ts';
import type { ChangeSet } from '../../db/unit-of-work/write.ts';

/** Deletes the redirects that lead to a review which is purged. */
export async function removeRedirectsTo(tx: Tx, changeSet: ChangeSet, reviewId: string): Promise<void> {
  const { id, slug, revision } = redirects;
  const gone = await tx
    .delete(redirects)
    .where(eq(redirects.reviewId, reviewId))
    .returning({ id, slug, revision });
  for (const redirect of gone) {
    changeSet.record('delete', 'redirect', redirect, null);
    await purgeShown(tx, redirect.id);
  }
}

/** The ids of the redirects that lead to a review, as a sub-select, for the change set. */
export const redirectIdsOf = (reviewId: string) =>
  sql`select id from redirects where review_id = ${reviewId}::uuid`;
