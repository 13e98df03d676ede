import { sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { sqlStateOf } from './faults.ts';

const mostTries = 4;

/**
 * Runs a content write in one transaction, again when Postgres chose it as the victim of a deadlock or of a
 * serialisation failure (SQLSTATE 40P01, 40001): nothing of the failed try is left.
 */
export async function write<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const state = sqlStateOf(error);
      if ((state !== '40P01' && state !== '40001') || tries === mostTries) throw error;
    }
  }
}

/** Holds the named locks until the transaction ends; taken in one order by everybody, so that none waits in a ring. */
export async function lockNames(tx: Tx, names: string[]): Promise<void> {
  if (names.length === 0) return;
  const sorted = [...new Set(names)].sort();
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${sql.param(sorted)}::text[]) with ordinality as names(name, place) order by place`);
}
