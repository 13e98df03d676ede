import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { type Connection, closeDatabase, type Db, openDatabase } from '../db/driver/client.ts';
import { summarizeFault } from '../db/driver/faults.ts';
import { rerenderReviews } from '../resources/reviews/rendering/rerendering.ts';

/** The key of the advisory lock: any number that no other program is likely to use. */
const rerenderingLock = 7_067_841_513;

/** The interval of checks while another process has the lock, in milliseconds. */
const patience = 10_000;

/**
 * Rerenders the output of earlier renderer versions in the background. An advisory lock elects one of several processes
 * (leader election), held by a transaction on a connection of its own (the embedded engine has one process).
 * @returns a function that stops it after the present batch; the next start continues
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

/** @returns false while another process has the lock */
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
    // A transaction-level lock, since a pooler may give each transaction another session.
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
