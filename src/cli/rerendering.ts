import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { type Connection, closeDatabase, type Db, openDatabase } from '../db/client.ts';
import { summarizeFault } from '../db/faults.ts';
import { rerenderReviews } from '../resources/reviews/rerendering.ts';

/** Any number that no other program on the same server is likely to lock. */
const rerenderingLock = 7_067_841_513;

/**
 * Brings what an older renderer made up to date, beside everything else; of several processes one does it, which holds a
 * lock on a connection of its own (the embedded engine has one process anyhow).
 * @returns what stops it, after the batch under way; the next start goes on
 */
export function startRerendering(
  db: Db,
  connection: Connection,
  log: FastifyBaseLogger,
): () => Promise<void> {
  let stopped = false;
  const run = async () => {
    const lock = openDatabase(connection, {
      POOL_SIZE: 1,
      CONNECT_TIMEOUT_MS: 10_000,
      STATEMENT_TIMEOUT_MS: 0,
    });
    try {
      if ('url' in connection) {
        const [row] = await lock.execute<{ locked: boolean }>(
          sql`select pg_try_advisory_lock(${rerenderingLock}) as locked`,
        );
        if (!row?.locked) return;
      }
      for await (const progress of rerenderReviews(db)) {
        log.info(progress, 'reviews are rendered again');
        if (stopped) return;
      }
    } catch (error) {
      log.warn(
        { cause: summarizeFault(error) },
        'reviews could not be rendered again, the next start goes on',
      );
    } finally {
      await closeDatabase(lock);
    }
  };
  const running = run();
  return async () => {
    stopped = true;
    await running;
  };
}
