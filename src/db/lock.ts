import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { Problem } from '../problems.ts';
import type { Tx } from './client.ts';

/** What `If-Match` said: whatever the thing is now, or one of these revisions. */
export type Precondition = 'any' | number[];

export interface Locked {
  id: string;
  slug: string;
  revision: number;
}

/**
 * Finds the thing that is to be changed and holds its row until the transaction ends.
 * @throws Problem not-found, or precondition-failed when its revision is none of those expected
 */
export async function lockRow(
  tx: Tx,
  table: PgTable & { id: PgColumn; slug: PgColumn; revision: PgColumn },
  where: SQL,
  expected: Precondition,
): Promise<Locked> {
  const [row] = await tx
    .select({
      id: sql<string>`${table.id}`,
      slug: sql<string>`${table.slug}`,
      revision: sql<number>`${table.revision}`,
    })
    .from(table)
    .where(where)
    .for('update');
  if (!row) throw new Problem('not-found');
  checkRevision(row.revision, expected);
  return row;
}

/** @throws Problem precondition-failed when the revision is none of those expected */
export function checkRevision(revision: number, expected: Precondition): void {
  if (expected === 'any' || expected.includes(revision)) return;
  throw new Problem(
    'precondition-failed',
    `The thing is at revision ${revision} now. Read it again, apply the change to it, and send the new ETag.`,
  );
}

/** The columns that every change of a thing sets. */
export function nextRevision(table: { revision: PgColumn }) {
  return { revision: sql`${table.revision} + 1`, updatedAt: sql`now()` };
}
