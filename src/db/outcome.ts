import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { CommitLost, connectionFault, isUnavailable } from './faults.ts';
import { transactionOf } from './prepare.ts';
import { currentOrigin } from './site.ts';
import type { Transaction, Witness } from './transaction.ts';

/** For how long it is tried to find out what became of a commit, and after which pauses, in milliseconds. */
const longestSearch = 5000;
const [firstPause, longestPause] = [20, 500];

/**
 * Runs a transaction that is known to be committed, or known not to be, also where the connection is lost between COMMIT
 * and its answer: then the row is looked for that it wrote into the audit log.
 * @param work tells what its result will be, and whether it changes anything, before it sends a commit itself; else it
 * changes nothing without an audit entry
 * @returns what the work gave
 * @throws CommitLost when nobody can tell; an error that `isUnavailable` knows when nothing was carried out
 */
export async function transact<T>(
  db: Db,
  work: (tx: Tx, foretell: (result: T, isChange: boolean) => void) => Promise<T>,
): Promise<T> {
  let transaction: Transaction | undefined;
  let foretold: { result: T; isChange: boolean } | undefined;
  const foretell = (result: T, isChange: boolean) => {
    foretold ??= { result, isChange };
  };
  try {
    return await db.transaction(async (tx) => {
      transaction = transactionOf(tx);
      const result = await work(tx, foretell);
      foretell(result, transaction.witness !== undefined);
      return result;
    });
  } catch (error) {
    if (!(error instanceof CommitLost) || !foretold) throw error;
    if (!foretold.isChange) return foretold.result;
    const outcome = transaction?.witness && (await findOutcome(db, transaction.witness));
    if (outcome === 'committed') return foretold.result;
    if (outcome === 'undone') throw connectionFault('The connection was lost before the commit');
    throw error;
  }
}

type Outcome = 'committed' | 'undone' | 'unknown';

/** What became of a transaction; a pooler that has lost its server may keep a statement of the search for longer. */
function findOutcome(db: Db, witness: Witness): Promise<Outcome> {
  const overdue = sleep<Outcome>(longestSearch, 'unknown', { ref: false });
  return Promise.race([searchOutcome(db, witness), overdue]);
}

/** Searches once the backend is gone: one that is still there after a moment is ended. */
async function searchOutcome(db: Db, witness: Witness): Promise<Outcome> {
  const until = performance.now() + longestSearch;
  for (let pause = firstPause; performance.now() < until; pause = Math.min(2 * pause, longestPause)) {
    try {
      const outcome = await look(db, witness, pause > firstPause);
      if (outcome) return outcome;
    } catch (error) {
      if (!isUnavailable(error)) return 'unknown';
    }
    await sleep(pause);
  }
  return 'unknown';
}

/** @returns undefined while it is not decided yet */
async function look(db: Db, witness: Witness, ends: boolean): Promise<Outcome | undefined> {
  const { auditId, pid, xid, startedAt, origin } = witness;
  // A statement of its own: the next one sees all that was committed before.
  const [backend] = await db.execute<{ alive: boolean }>(sql`
    select count(*) > 0 as alive, count(case when ${ends} then pg_terminate_backend(pid) end) as ended
    from pg_stat_activity where pid = ${pid} and backend_xid::text = ${xid}`);
  if (backend?.alive) return undefined;
  const [found] = await db.execute<{ written: boolean; startedAt: string; standby: boolean }>(sql`
    select exists (select from audit_log where id = ${auditId}) as written,
      pg_postmaster_start_time()::text as "startedAt", pg_is_in_recovery() as standby`);
  if (found?.written) return 'committed';
  if (found?.standby) return undefined;
  if (found?.startedAt === startedAt) return 'undone';
  // It was started again: all backends of before are gone. Another server may lack what the old one has.
  return origin !== null && (await currentOrigin(db)) === origin ? 'undone' : 'unknown';
}
