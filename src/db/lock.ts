import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { Problem } from '../problems.ts';
import type { Tx } from './client.ts';

/**
 * What a request expects of the thing at its address: whatever it is now (`any`), one of these revisions, that there is
 * none (`none`), nothing that it said (`unsaid`), or that it is not modified since a second of Unix time.
 */
export type Precondition = 'any' | 'none' | 'unsaid' | number[] | { unmodifiedSince: number };

/** Whether a thing that is not there may be created: unless one of certain revisions is expected. */
export const mayCreate = (expected: Precondition): boolean => !Array.isArray(expected);

export interface Locked {
  id: string;
  slug: string;
  revision: number;
}

type Versioned = PgTable & { id: PgColumn; slug: PgColumn; revision: PgColumn; updatedAt: PgColumn };

/**
 * Finds the thing that is to be changed and holds its row until the transaction ends.
 * @throws Problem not-found, precondition-failed or precondition-required when it is not as expected
 */
export async function lockRow(tx: Tx, table: Versioned, where: SQL, expected: Precondition): Promise<Locked> {
  const row = await findLocked(tx, table, where, expected);
  if (!row) throw new Problem('not-found');
  return row;
}

/** The same of a thing that may not be there. */
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
 * A date is a weak validator (RFC 9110, 8.8.2.2): a thing that was changed in its second counts as modified since, and one
 * that holds never stands in for the ETag, since `updatedAt` is when a transaction began, and that may commit later.
 * @throws Problem precondition-failed or precondition-required when a thing is not as expected
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

/** Something is where a thing was to be created. */
export const thereAlready = (): Problem =>
  new Problem(
    'precondition-failed',
    'There is one already, and it was only to be created, or the key may not see it.',
  );

/** The columns that every change of a thing sets. */
export function nextRevision(table: { revision: PgColumn }) {
  return { revision: sql`${table.revision} + 1`, updatedAt: sql`now()` };
}
