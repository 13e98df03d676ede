import { and, eq, sql } from 'drizzle-orm';
import { hashSecret, makeToken } from '../../../access/secret.ts';
import type { Viewer } from '../../../access/viewer.ts';
import type { Db, Queryable, Tx } from '../../../db/driver/client.ts';
import { uuidv7 } from '../../../db/schema/columns.ts';
import { type Previewed, previewLinks } from '../../../db/schema/preview.ts';
import { reviews } from '../../../db/schema/tables.ts';
import { type Audited, type AuditRow, insertAuditRows } from '../../../db/unit-of-work/audit.ts';
import { transact } from '../../../db/unit-of-work/outcome.ts';
import { Problem } from '../../../problems.ts';
import { type ListSpec, ownerId } from '../../../query/spec.ts';
import { isUuid } from '../../../validation/rules.ts';
import { refuseTrashed } from '../life-cycle/life-cycle.ts';
import { matchReview, reviewList } from '../list/list.ts';
import type { CreatedPreviewLink, PreviewLink } from './preview-schema.ts';

/** The condition of unexpired links. */
export const isUnexpired = sql`${previewLinks.expiresAt} > now()`;

/** The valid links of a review, newest first; the review is the owner. */
export const previewLinkList: ListSpec<PreviewLink, Viewer> = {
  name: 'preview links',
  table: previewLinks,
  id: previewLinks.id,
  columns: {
    id: previewLinks.id,
    of: previewLinks.shows,
    createdAt: previewLinks.createdAt,
    expiresAt: previewLinks.expiresAt,
  },
  visible: () => isUnexpired,
  of: sql`${previewLinks.reviewId} = ${ownerId}`,
  sorts: {
    createdAt: [{ sql: sql`${previewLinks.createdAt}`, cast: 'timestamptz' }],
    expiresAt: [{ sql: sql`${previewLinks.expiresAt}`, cast: 'timestamptz' }],
  },
  defaultSort: '-createdAt',
  filters: {},
};

export interface WantedLink {
  of: Previewed;
  /** Its lifetime, in seconds. */
  lifetime: number;
  /** The URL of a link with its token. */
  addressOf: (id: string, token: string) => string;
}

/**
 * Creates a preview link: a capability URL for a review. The review does not change; its expired links are deleted.
 * @returns the link, and its URL with the token, of which only the hash is stored
 * @throws Problem not-found, conflict (trashed, or without the requested working copy)
 */
export async function createPreviewLink(
  db: Db,
  reference: string,
  { of, lifetime, addressOf }: WantedLink,
  actor: Viewer,
): Promise<CreatedPreviewLink> {
  const token = makeToken();
  return transact(db, async (tx) => {
    await actor.idempotency?.claim(tx);
    const review = await lockOwner(tx, reference, actor);
    refuseTrashed(review.status);
    if (of === 'draft' && !review.hasDraft)
      throw new Problem('conflict', 'There is no working copy: start one, or leave out `of`.');
    await tx.delete(previewLinks).where(and(eq(previewLinks.reviewId, review.id), sql`not ${isUnexpired}`));
    const [row] = await tx
      .insert(previewLinks)
      .values({
        ...{ id: uuidv7(), reviewId: review.id, shows: of, tokenHash: hashSecret(token) },
        expiresAt: sql`now() + make_interval(secs => ${lifetime})`,
      })
      .returning();
    if (!row) throw new Error('The link was not stored');
    await insertAuditRows(tx, actor, [auditEntry('link-preview', review)]);
    const { id, createdAt, expiresAt } = row;
    const link = { id, of, createdAt, expiresAt, url: addressOf(id, token) };
    await actor.idempotency?.store(tx, link, [review.id]);
    return link;
  });
}

/** Revokes a link. @throws Problem not-found, also for an expired one */
export async function revokePreviewLink(db: Db, reference: string, id: string, actor: Viewer): Promise<void> {
  if (!isUuid(id)) throw new Problem('not-found');
  await transact(db, async (tx) => {
    const review = await lockOwner(tx, reference, actor);
    const isMeant = and(eq(previewLinks.id, id), eq(previewLinks.reviewId, review.id), isUnexpired);
    const revoked = await tx.delete(previewLinks).where(isMeant).returning({ id: previewLinks.id });
    if (revoked.length === 0) throw new Problem('not-found');
    await insertAuditRows(tx, actor, [auditEntry('revoke-preview', review)]);
  });
}

/** The id of the review of a list of links. @throws Problem not-found */
export async function identifyReview(db: Queryable, reference: string, viewer: Viewer): Promise<string> {
  const where = and(matchReview(reference), reviewList.visible(viewer));
  const [review] = await db.select({ id: reviews.id }).from(reviews).where(where);
  return requireReview(review, reference).id;
}

/** Locks a review and reads what a link needs. @throws Problem not-found */
async function lockOwner(tx: Tx, reference: string, viewer: Viewer) {
  const [review] = await tx
    .select({
      ...{ id: reviews.id, slug: reviews.slug, revision: reviews.revision, status: reviews.status },
      hasDraft: sql<boolean>`exists (select from review_drafts where review_id = ${reviews.id})`,
    })
    .from(reviews)
    .where(and(matchReview(reference), reviewList.visible(viewer)))
    .for('key share');
  return requireReview(review, reference);
}

function requireReview<Found>(review: Found | undefined, reference: string): Found {
  if (!review) throw new Problem('not-found', `There is no review "${reference}".`);
  return review;
}

/** An audit entry: the revision of the review stays. */
const auditEntry = (action: 'link-preview' | 'revoke-preview', entity: Audited): AuditRow => ({
  ...{ action, entity, type: 'review' },
  ...{ from: null, to: null },
});
