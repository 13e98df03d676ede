import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { type Connection, closeDatabase, type Db, openDatabase } from '../db/client.ts';
import { summarizeFault } from '../db/faults.ts';
import { rerenderReviews } from '../resources/reviews/rerendering.ts';

/** Any number that no other program on the same server is likely to lock. */
const rerenderingLock = 7_067_841_513;

/** While another process does it: after how many milliseconds to see whether that has ended, done or not. */
const patience = 10_000;

/**
 * Brings what an older renderer made up to date, beside everything else; of several processes one does it, which holds a
 * lock by a transaction on a connection of its own (the embedded engine has one process anyhow).
 * @returns what stops it, after the batch under way; the next start goes on
 */
export function startRerendering(
  db: Db,
  connection: Connection,
  log: FastifyBaseLogger,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted && !(await rerender(db, connection, log, signal)))
      await sleep(patience, undefined, { signal, ref: false }).catch(() => undefined);
  };
  const running = run().catch((error: unknown) => {
    log.warn({ cause: summarizeFault(error) }, 'reviews could not be rendered again, the next start goes on');
  });
  return async () => {
    stopping.abort();
    await running;
  };
}

/** @returns false when another process does it */
async function rerender(
  db: Db,
  connection: Connection,
  log: FastifyBaseLogger,
  signal: AbortSignal,
): Promise<boolean> {
  const work = async () => {
    for await (const progress of rerenderReviews(db)) {
      log.info(progress, 'reviews are rendered again');
      if (signal.aborted) break;
    }
    return true;
  };
  if (!('url' in connection)) return work();
  const lock = openDatabase(connection, {
    POOL_SIZE: 1,
    CONNECT_TIMEOUT_MS: 10_000,
    STATEMENT_TIMEOUT_MS: 0,
  });
  try {
    // The lock of a transaction, not of a session: a pooler may give each transaction to another one.
    return await lock.transaction(async (tx) => {
      const [row] = await tx.execute<{ locked: boolean }>(
        sql`select pg_try_advisory_xact_lock(${rerenderingLock}) as locked`,
      );
      return row?.locked ? work() : false;
    });
  } finally {
    await closeDatabase(lock);
  }
}
