import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { Problem } from '../../problems.ts';
import type { Tx } from '../driver/client.ts';

/**
 * A precondition of a request (RFC 9110, 13.1): If-Match `*` (`any`) or a list of revisions, If-None-Match `*` (`none`), no
 * header (`unsaid`), or If-Unmodified-Since as a second of Unix time.
 */
export type Precondition = 'any' | 'none' | 'unsaid' | number[] | { unmodifiedSince: number };

/** Whether a missing entity may be created: not with If-Match and revisions. */
export const mayCreate = (expected: Precondition): boolean => !Array.isArray(expected);

export interface Locked {
  id: string;
  slug: string;
  revision: number;
}

type Versioned = PgTable & { id: PgColumn; slug: PgColumn; revision: PgColumn; updatedAt: PgColumn };

/**
 * Optimistic locking: selects an entity FOR UPDATE and compares its revision with the precondition.
 * @throws Problem not-found, precondition-failed or precondition-required
 */
export async function lockRow(tx: Tx, table: Versioned, where: SQL, expected: Precondition): Promise<Locked> {
  const row = await findLocked(tx, table, where, expected);
  if (!row) throw new Problem('not-found');
  return row;
}

/** `lockRow` for an entity that may be missing. */
export async function findLocked(
  tx: Tx,
  table: Versioned,
  where: SQL,
  expected: Precondition,
): Promise<Locked | undefined> {
  const [row] = await tx
    .select({
      id: sql<string>`${table.id}`,
      slug: sql<string>`${table.slug}`,
      revision: sql<number>`${table.revision}`,
      updatedAt: table.updatedAt,
    })
    .from(table)
    .where(where)
    .for('update');
  if (row) checkPrecondition(row as typeof row & { updatedAt: string }, expected);
  return row;
}

/**
 * Evaluates a precondition. A date is a weak validator (RFC 9110, 8.8.2.2): a change within its second counts as modified
 * since, and a date that holds never replaces the ETag, since `updatedAt` is when a transaction began, which may commit later.
 * @throws Problem precondition-failed or precondition-required
 */
export function checkPrecondition(
  { revision, updatedAt }: { revision: number; updatedAt: string },
  expected: Precondition,
): void {
  if (expected === 'any') return;
  if (typeof expected === 'object' && !Array.isArray(expected)) {
    const modified = Math.floor(Date.parse(updatedAt) / 1000) + 1;
    throw modified > expected.unmodifiedSince
      ? modifiedSince(updatedAt)
      : new Problem(
          'precondition-required',
          'The date of If-Unmodified-Since does not stand in for the ETag: send that in If-Match, or neither where it is optional.',
        );
  }
  if (expected === 'unsaid') throw new Problem('precondition-required');
  if (expected === 'none') throw thereAlready();
  if (expected.includes(revision)) return;
  throw new Problem(
    'precondition-failed',
    `The thing is at revision ${revision} now. Read it again, apply the change to it, and send the new ETag.`,
  );
}

const modifiedSince = (updatedAt: string) =>
  new Problem(
    'precondition-failed',
    `The thing was changed at ${updatedAt}, which is not before the second of If-Unmodified-Since. Read it again, apply the change to it, and send its ETag in If-Match.`,
  );

/** If-None-Match `*` failed: the entity exists. */
export const thereAlready = (): Problem =>
  new Problem(
    'precondition-failed',
    'There is one already, and it was only to be created, or the key may not see it.',
  );

/** The columns that every update of an entity sets. */
export function nextRevision(table: { revision: PgColumn }) {
  return { revision: sql`${table.revision} + 1`, updatedAt: sql`now()` };
}
