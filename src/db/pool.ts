import { yieldToConnections } from '../event-loop.ts';
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
import type { Client, PoolOptions, Purpose, Slot, Waiting } from './slot.ts';
import { runTransaction, type Transaction } from './transaction.ts';
import { WaitEstimate } from './wait-estimate.ts';

/**
 * A pool of clients of postgres.js with one connection each, which are thrown away with their connection. Its own pool
 * (3.4.9) goes on with what is left of a lost one: a ROLLBACK on it ends the process, a statement of a transaction that
 * was cut off can run in somebody else's, and others wait for ever. Here each of these is an error that
 * `isUnavailable` knows, at once; so is a connection that does not become free in time. Transactions, which hold theirs
 * for as long as a write takes, never have all of them: a quarter is left to single statements, which readers send.
 *
 * When all are in use, two short statements share one. Postgres then has the next when it has answered the first, and
 * need not be woken for it: a sixth of what such a statement costs us.
 */
export function openPool({
  size,
  wait,
  patience,
  probe,
  lifetime,
  begin: opening,
  connect,
}: PoolOptions): Client {
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const waiting = new Set<Waiting>();
  const mostTransactions = Math.ceil(size * 0.75);
  /** Drizzle's own, which it sets on the pool. */
  const types: Client['options'] = { parsers: {}, serializers: {} };
  const waits = { statement: new WaitEstimate(longestTurn), transaction: new WaitEstimate(longestTurn) };
  let transactions = 0;
  const deadline = new Deadline(patience, probe);
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
      asked: 0,
      stop: () => undefined,
    };
    Object.assign(slot.client.options.parsers, types.parsers);
    Object.assign(slot.client.options.serializers, types.serializers);
    slots.add(slot);
    return slot;
  }

  /** A connection that can be had at once. */
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

  /** The first who waits for nothing but a connection. */
  function findFirst(): Waiting | undefined {
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
        estimate.turn(performance.now());
        resolve(slot);
      };
      const refuse = (error: Error) => {
        leave();
        estimate.leave();
        reject(error);
        admissions.admit();
      };
      const one: Waiting = { purpose, give, refuse };
      estimate.join(performance.now());
      const timer = wait > 0 ? setTimeout(() => refuse(allBusy()), wait) : undefined;
      waiting.add(one);
    });
  }

  /** Counts one more who has it, before anybody else looks. */
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

  /** The connection is no more: what is under way fails now, whatever postgres.js makes of it. */
  function lose(slot: Slot, error: Error): void {
    if (slot.lost) return;
    slot.lost = error;
    if (slot.users === 0) discard(slot);
    for (const fail of slot.fails) fail(error);
  }

  /**
   * Gives up connections to a server that is going, or is the primary no more, so that name resolution and proxies lead
   * to the one which was promoted. Young ones stay: where there is none, it is not looked for with every request.
   */
  function renew(): void {
    const before = performance.now() - youngest;
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
      // Before the connection is free, so that no more comes than there is time for.
      const turn = yieldToConnections();
      if (turn) await turn;
      return result;
    } catch (error) {
      if (error instanceof Error && isConnectionFault(error)) lose(slot, error);
      throw error;
    } finally {
      slot.fails.splice(slot.fails.indexOf(fail), 1);
      release(slot, purpose);
    }
  }

  /** Sends a statement, if there is still a connection; an error that is not SQL's own is the end of the connection. */
  function send<T>(slot: Slot, start: () => PromiseLike<T>): PromiseLike<T> {
    if (slot.lost) throw slot.lost;
    const answer = start();
    slot.asked += 1;
    if (slot.asked === 1) slot.stop = startDeadline(slot);
    const answered = () => {
      slot.stop();
      slot.asked -= 1;
      // Each that was sent with others has its time from when its turn has come.
      if (slot.asked > 0) slot.stop = startDeadline(slot);
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
    // A client ends when it has answered all statements, of which a transaction may have none at the moment.
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

/** So many short statements have a connection at once. */
const mostSharing = 2;

/** For so long a connection is not given up for what its server says, in milliseconds. */
const youngest = 1000;

/** So many times as many as there are connections wait for one with a statement, before others wait to arrive. */
const mostWaiting = 2;

/** No turn counts for longer in what is expected, in milliseconds. */
const longestTurn = 500;
