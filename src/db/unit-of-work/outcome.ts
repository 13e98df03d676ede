import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../driver/client.ts';
import { CommitLost, connectionFault, isUnavailable } from '../driver/faults.ts';
import { transactionOf } from '../driver/prepare.ts';
import { currentOrigin } from './site.ts';
import type { Transaction, Witness } from './transaction.ts';

/** The timeout of finding the outcome of a commit, and the pauses between tries, in milliseconds. */
const longestSearch = 5000;
const [firstPause, longestPause] = [20, 500];

/**
 * Runs a transaction whose outcome is known also when the connection is lost between COMMIT and its answer: its audit row
 * is looked up on another connection.
 * @param work calls `announce` with its result, and whether it changes anything, before it sends a commit itself; else only
 * an audit entry counts as a change
 * @returns the result of the work
 * @throws CommitLost when the outcome cannot be found; an error that `isUnavailable` knows when it was rolled back
 */
export async function transact<T>(
  db: Db,
  work: (tx: Tx, announce: (result: T, isChange: boolean) => void) => Promise<T>,
): Promise<T> {
  let transaction: Transaction | undefined;
  let announced: { result: T; isChange: boolean } | undefined;
  const announce = (result: T, isChange: boolean) => {
    announced ??= { result, isChange };
  };
  try {
    return await db.transaction(async (tx) => {
      transaction = transactionOf(tx);
      const result = await work(tx, announce);
      announce(result, transaction.witness !== undefined);
      return result;
    });
  } catch (error) {
    if (!(error instanceof CommitLost) || !announced) throw error;
    if (!announced.isChange) return announced.result;
    const outcome = transaction?.witness && (await findOutcome(db, transaction.witness));
    if (outcome === 'committed') return announced.result;
    if (outcome === 'rolled back') throw connectionFault('The connection was lost before the commit');
    throw error;
  }
}

type Outcome = 'committed' | 'rolled back' | 'unknown';

/** Races the search against its timeout: a pooler that has lost its server may delay a statement of the search. */
function findOutcome(db: Db, witness: Witness): Promise<Outcome> {
  const overdue = sleep<Outcome>(longestSearch, 'unknown', { ref: false });
  return Promise.race([searchOutcome(db, witness), overdue]);
}

/** Retries until the transaction's backend is gone; from the second try on it is terminated. */
async function searchOutcome(db: Db, witness: Witness): Promise<Outcome> {
  const until = performance.now() + longestSearch;
  for (let pause = firstPause; performance.now() < until; pause = Math.min(2 * pause, longestPause)) {
    try {
      const outcome = await readOutcome(db, witness, pause > firstPause);
      if (outcome) return outcome;
    } catch (error) {
      if (!isUnavailable(error)) return 'unknown';
    }
    await sleep(pause);
  }
  return 'unknown';
}

/** @returns undefined while it is undecided */
async function readOutcome(db: Db, witness: Witness, terminates: boolean): Promise<Outcome | undefined> {
  const { auditId, pid, xid, startedAt, origin } = witness;
  // A separate statement: the snapshot of the next one has all that was committed before.
  const [backend] = await db.execute<{ alive: boolean }>(sql`
    select count(*) > 0 as alive, count(case when ${terminates} then pg_terminate_backend(pid) end) as ended
    from pg_stat_activity where pid = ${pid} and backend_xid::text = ${xid}`);
  if (backend?.alive) return undefined;
  const [found] = await db.execute<{ written: boolean; startedAt: string; standby: boolean }>(sql`
    select exists (select from audit_log where id = ${auditId}) as written,
      pg_postmaster_start_time()::text as "startedAt", pg_is_in_recovery() as standby`);
  if (found?.written) return 'committed';
  if (found?.standby) return undefined;
  if (found?.startedAt === startedAt) return 'rolled back';
  // After a restart all earlier backends are gone. After a failover the new server may lack commits of the old one.
  return origin !== null && (await currentOrigin(db)) === origin ? 'rolled back' : 'unknown';
}
