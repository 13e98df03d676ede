import { yieldToConnections } from '../../runtime/event-loop.ts';
import { runTransaction, type Transaction } from '../unit-of-work/transaction.ts';
import { AdmissionQueue } from './admission-queue.ts';
import { Deadline } from './deadline.ts';
import {
  allBusy,
  CommitLost,
  connectionFault,
  endsConnection,
  faultOf,
  isConnectionFault,
  sqlStateOf,
} from './faults.ts';
import { LazyQuery } from './query-types.ts';
import type { Client, PoolOptions, PoolWaiter, Purpose, Slot } from './slot.ts';
import { WaitEstimate } from './wait-estimate.ts';

/**
 * A connection pool of postgres.js clients with one connection each, which are discarded with their connection. The pool of
 * postgres.js (3.4.9) reuses a lost one: a ROLLBACK on it ends the process, a statement of a broken transaction can run in
 * another's, and others wait for ever. Here each of these is at once an error that `isUnavailable` knows; so is the timeout
 * of a wait for a connection. Transactions hold theirs for the time of a write, so that they get at most three quarters:
 * the rest is reserved for single statements, which reads are.
 *
 * When all are in use, two short statements are pipelined on one. Postgres then need not be woken for the second: a sixth
 * of what such a statement costs.
 */
export function openPool({
  size,
  wait,
  answerTimeout,
  probe,
  lifetime,
  begin: opening,
  connect,
}: PoolOptions): Client {
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const waiting = new Set<PoolWaiter>();
  const mostTransactions = Math.ceil(size * 0.75);
  /** Drizzle sets its own on the pool. */
  const types: Client['options'] = { parsers: {}, serializers: {} };
  const waits = { statement: new WaitEstimate(longestTurn), transaction: new WaitEstimate(longestTurn) };
  let transactions = 0;
  const deadline = new Deadline(answerTimeout, probe);
  let ending = false;
  let onNoTransaction = () => {};
  const admissions = new AdmissionQueue({
    longestTurn,
    longestWait: wait,
    countRoom: () => size * mostWaiting - waits.statement.length,
    isFree: () => !isBusy(),
  });

  function open(): Slot {
    const slot: Slot = {
      client: connect((error = connectionFault('The connection was closed')) => lose(slot, error)),
      bornAt: performance.now(),
      lost: null,
      isRetired: false,
      isShort: false,
      users: 0,
      fails: [],
      pending: 0,
      stop: () => undefined,
    };
    Object.assign(slot.client.options.parsers, types.parsers);
    Object.assign(slot.client.options.serializers, types.serializers);
    slots.add(slot);
    return slot;
  }

  /** A connection that is available at once. */
  function find(purpose: Purpose): Slot | undefined {
    if (!mayHave(purpose)) return undefined;
    const free = idle.pop() ?? (slots.size < size ? open() : undefined);
    if (free || findFirst()) return free;
    for (const slot of slots) if (mayJoin(slot, purpose)) return slot;
    return undefined;
  }

  function mayHave(purpose: Purpose): boolean {
    return purpose !== 'transaction' || transactions < mostTransactions;
  }

  function mayJoin(slot: Slot, purpose: Purpose): boolean {
    if (purpose !== 'short statement' || !slot.isShort || slot.users >= mostSharing) return false;
    return !slot.lost && !isOld(slot);
  }

  const isOld = ({ bornAt, isRetired }: Slot) =>
    isRetired || (lifetime !== null && performance.now() - bornAt > lifetime);

  /** The first waiter that no limit of transactions holds back. */
  function findFirst(): PoolWaiter | undefined {
    for (const one of waiting) if (mayHave(one.purpose)) return one;
    return undefined;
  }

  async function queue(purpose: Purpose): Promise<Slot> {
    if (ending) throw connectionFault('The pool has ended');
    return new Promise((resolve, reject) => {
      const estimate = waits[purpose === 'transaction' ? 'transaction' : 'statement'];
      const leave = () => {
        clearTimeout(timer);
        waiting.delete(one);
      };
      const give = (slot: Slot) => {
        leave();
        estimate.serve(performance.now());
        resolve(slot);
      };
      const refuse = (error: Error) => {
        leave();
        estimate.leave();
        reject(error);
        admissions.admit();
      };
      const one: PoolWaiter = { purpose, give, refuse };
      estimate.join(performance.now());
      const timer = wait > 0 ? setTimeout(() => refuse(allBusy()), wait) : undefined;
      waiting.add(one);
    });
  }

  /** Counts a user, synchronously, before anything else can take the slot. */
  function take(slot: Slot, purpose: Purpose): void {
    slot.users += 1;
    slot.isShort = purpose === 'short statement';
    if (purpose === 'transaction') transactions += 1;
  }

  function release(slot: Slot, purpose: Purpose): void {
    slot.users -= 1;
    if (purpose === 'transaction') transactions -= 1;
    if (ending && transactions === 0) onNoTransaction();
    const isFree = slot.users === 0;
    if (isFree && (slot.lost || ending || isOld(slot))) discard(slot);
    else if (!slot.lost) slot.client.closeEvicted?.();
    const next = findFirst();
    if (!next) {
      if (isFree && slots.has(slot)) idle.push(slot);
    } else if (isFree || mayJoin(slot, next.purpose)) {
      const given = slots.has(slot) ? slot : open();
      take(given, next.purpose);
      next.give(given);
    }
    admissions.admit();
  }

  function discard(slot: Slot): void {
    slots.delete(slot);
    if (idle.includes(slot)) idle.splice(idle.indexOf(slot), 1);
    void slot.client.end({ timeout: 0 });
  }

  /** Rejects all pending work of a lost connection at once, whatever postgres.js does with it. */
  function lose(slot: Slot, error: Error): void {
    if (slot.lost) return;
    slot.lost = error;
    if (slot.users === 0) discard(slot);
    for (const fail of slot.fails) fail(error);
  }

  /**
   * Failover: replaces connections to a server that shuts down or is no longer the primary, so that name resolution and
   * proxies lead to the promoted one. Recent ones stay, so that without a primary not every request reconnects.
   */
  function renew(): void {
    const before = performance.now() - shortestLife;
    for (const slot of slots) {
      if (slot.bornAt > before) continue;
      slot.isRetired = true;
      if (slot.users === 0) discard(slot);
    }
  }

  const startDeadline = (slot: Slot) =>
    deadline.start(() => lose(slot, connectionFault('The database does not answer')));

  async function use<T>(work: (slot: Slot) => PromiseLike<T>, purpose: Purpose): Promise<T> {
    const found = ending ? undefined : find(purpose);
    if (found) take(found, purpose);
    const slot = found ?? (await queue(purpose));
    let fail: (error: Error) => void = () => undefined;
    try {
      const result = await new Promise<T>((resolve, reject) => {
        fail = reject;
        slot.fails.push(fail);
        work(slot).then(resolve, reject);
      });
      // Before the connection is released, so that no more work is admitted than there is time for.
      const yielded = yieldToConnections();
      if (yielded) await yielded;
      return result;
    } catch (error) {
      if (error instanceof Error && isConnectionFault(error)) lose(slot, error);
      throw error;
    } finally {
      slot.fails.splice(slot.fails.indexOf(fail), 1);
      release(slot, purpose);
    }
  }

  /** Sends a statement on a live connection; an error without an SQLSTATE ends the connection. */
  function send<T>(slot: Slot, start: () => PromiseLike<T>): PromiseLike<T> {
    if (slot.lost) throw slot.lost;
    const answer = start();
    slot.pending += 1;
    if (slot.pending === 1) slot.stop = startDeadline(slot);
    const answered = () => {
      slot.stop();
      slot.pending -= 1;
      // The timeout of a pipelined statement starts when it is the first in the pipeline.
      if (slot.pending > 0) slot.stop = startDeadline(slot);
    };
    answer.then(
      () => {
        deadline.answers += 1;
        answered();
      },
      (error: Error) => {
        answered();
        if (sqlStateOf(error) === undefined || endsConnection(error)) lose(slot, error);
        if (faultOf(error).reconnect) renew();
      },
    );
    return answer;
  }

  const run = (strings: TemplateStringsArray, ...values: unknown[]) =>
    use((slot) => send(slot, () => slot.client(strings, ...values)), 'statement');

  const begin = async <T>(work: (transaction: Transaction) => Promise<T>) => {
    let isCommitting = false;
    const onCommit = () => {
      isCommitting = true;
    };
    try {
      return await use(
        (slot) => runTransaction((start) => send(slot, () => start(slot.client)), work, onCommit, opening),
        'transaction',
      );
    } catch (error) {
      throw isCommitting && endsConnection(error) ? new CommitLost(error) : error;
    }
  };

  const end = async ({ timeout }: { timeout: number }) => {
    ending = true;
    admissions.close(connectionFault('The pool has ended'));
    for (const { refuse } of waiting) refuse(connectionFault('The pool has ended'));
    // A client ends once its statements are answered; a transaction may have none pending at the moment.
    const until = performance.now() + timeout * 1000;
    if (transactions > 0)
      await new Promise<void>((resolve) => {
        onNoTransaction = resolve;
        setTimeout(resolve, timeout * 1000).unref();
      });
    const left = Math.max(0, (until - performance.now()) / 1000);
    await Promise.all([...slots].map(({ client }) => client.end({ timeout: left })));
  };

  const unsafe: Client['unsafe'] = (text, parameters, options) => {
    const purpose = options?.isShort ? 'short statement' : 'statement';
    return new LazyQuery(
      (start) => use((slot) => send(slot, () => start(slot.client)), purpose),
      [text, parameters, options],
    );
  };

  const expectWait: Client['expectWait'] = (purpose) => {
    const now = performance.now();
    if (purpose === 'arrival') return admissions.estimateWait(now) + waits.statement.estimate(now);
    return waits[purpose].estimate(now);
  };
  const isBusy = () => idle.length === 0 && slots.size >= size;

  const arrive = () => admissions.enter();
  return Object.assign(run, { unsafe, begin, end, options: types, arrive, expectWait, isBusy, renew });
}

/** The number of short statements that share a connection. */
const mostSharing = 2;

/** The age below which `renew` leaves a connection, in milliseconds. */
const shortestLife = 1000;

/** The waiting statements per connection above which requests wait in the admission queue. */
const mostWaiting = 2;

/** The cap of an interval in the wait estimate, in milliseconds. */
const longestTurn = 500;
