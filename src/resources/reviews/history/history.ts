import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/driver/client.ts';
import { reviewRevisions } from '../../../db/schema/history.ts';
import { Problem } from '../../../problems.ts';
import { type ListSpec, ownerId } from '../../../query/spec.ts';
import type { ReviewRevision, RevisionContent, RevisionSummary } from './history-schema.ts';

const author = sql<
  RevisionSummary['by']
>`json_build_object('key', ${reviewRevisions.keyId}, 'name', ${reviewRevisions.actor})`;

/** The revisions of a review, newest first; the review is the owner. */
export const revisionList: ListSpec<RevisionSummary, unknown> = {
  name: 'revisions',
  table: reviewRevisions,
  id: reviewRevisions.id,
  columns: {
    revision: reviewRevisions.revision,
    at: reviewRevisions.at,
    action: reviewRevisions.action,
    message: reviewRevisions.message,
    by: author,
    title: sql`${reviewRevisions.content}->>'title'`,
    status: sql`${reviewRevisions.content}->>'status'`,
  },
  visible: () => undefined,
  of: sql`${reviewRevisions.reviewId} = ${ownerId}`,
  sorts: { revision: [{ sql: sql`${reviewRevisions.revision}`, cast: 'integer' }] },
  defaultSort: '-revision',
  filters: {},
};

/** Reads a revision. @throws Problem not-found when there is no such revision */
export async function readRevision(
  db: Queryable,
  reviewId: string,
  revision: number,
): Promise<ReviewRevision> {
  const [row] = await db
    .select({ kept: reviewRevisions, by: author })
    .from(reviewRevisions)
    .where(and(eq(reviewRevisions.reviewId, reviewId), eq(reviewRevisions.revision, revision)));
  if (!row) throw new Problem('not-found', `The review has no revision ${revision} in its history.`);
  const { at, action, message, body, content } = row.kept;
  return {
    ...{ revision, at, action, message, by: row.by, body },
    // Earlier revisions have no cover.
    ...({ cover: null, ...(content as object) } as Omit<RevisionContent, 'body'>),
  };
}

/** The diff between two revisions of a review. */
export function compareRevisions(revision: ReviewRevision, other: ReviewRevision): ReviewRevision {
  const fields = comparedFields
    .filter((field) => !isDeepStrictEqual(other[field], revision[field]))
    .map((field) => ({ field, before: other[field], after: revision[field] }));
  const body = other.body === revision.body ? null : diffBodies(other, revision);
  return { ...revision, comparison: { against: other.revision, fields, body } };
}

const comparedFields = [
  ...([
    'title',
    'slug',
    'summary',
    'language',
    'paper',
    'category',
    'tags',
    'reviewedVersion',
    'cover',
  ] as const),
  ...(['status', 'publishedAt', 'source'] as const),
];

/** The timeout of a minimal diff, in milliseconds; after it all is shown as replaced. */
const diffTimeout = 100;

function diffBodies(before: ReviewRevision, after: ReviewRevision): string {
  const names = [`revision ${before.revision}`, `revision ${after.revision}`] as const;
  const smallest = createTwoFilesPatch(...names, before.body, after.body, undefined, undefined, {
    timeout: diffTimeout,
  });
  if (smallest !== undefined) return smallest;
  const lines = (body: string, mark: string) => body.replace(/^/gm, mark);
  return `--- ${names[0]}\n+++ ${names[1]}\n${lines(before.body, '-')}\n${lines(after.body, '+')}\n`;
}
