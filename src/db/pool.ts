import type { Row } from 'postgres';
import { takeTurn } from '../turns.ts';
import { isConnectionFault, sqlStateOf } from './faults.ts';
import { Line } from './line.ts';
import { type Sender, toStatement } from './sending.ts';
import { runTransaction, type Transaction } from './transaction.ts';

/** What Drizzle, and this pool, use of postgres.js. */
export interface Client extends Sender {
  (strings: TemplateStringsArray, ...values: unknown[]): PromiseLike<Row[]>;
  begin<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Lets what is under way end, for so many seconds. */
  end(options: { timeout: number }): Promise<void>;
  options: { parsers: object; serializers: object };
  /** How long whoever asks for a connection now may expect to wait for it, in milliseconds. */
  expectWait(purpose: 'statement' | 'transaction'): number;
  /** Whether every connection is in use. */
  isBusy(): boolean;
}

export interface PoolOptions {
  size: number;
  /** How long a free connection is waited for, in milliseconds; 0 for ever. */
  wait: number;
  /** How long the answer to one statement is waited for, in milliseconds; 0 for ever. */
  patience: number;
  /** After how long a connection is replaced, in milliseconds; null for never. */
  lifetime: number | null;
  /** Makes a client of one connection, which calls `onClose` when that is no more. */
  connect(onClose: () => void): Client;
}

/** A client of one connection, and what is under way on it. */
interface Slot {
  client: Client;
  bornAt: number;
  lost: Error | null;
  fail: ((error: Error) => void) | null;
  /** How many statements have not been answered yet. */
  asked: number;
  /** Stops waiting for the answer to the first of them. */
  stop: () => void;
}

/** Somebody who waits for a connection. */
interface Waiting {
  isTransaction: boolean;
  take(slot: Slot): void;
  refuse(error: Error): void;
}

/**
 * A pool of clients of postgres.js with one connection each, which are thrown away with their connection. Its own pool
 * (3.4.9) goes on with what is left of a lost one: a ROLLBACK on it ends the process, a statement of a transaction that
 * was cut off can run in somebody else's, and others wait for ever. Here each of these is an error that
 * `isUnavailable` knows, at once; so is a connection that does not become free in time. Transactions, which hold theirs
 * for as long as a write takes, never have all of them: a quarter is left to single statements, which readers send.
 */
export function openPool({ size, wait, patience, lifetime, connect }: PoolOptions): Client {
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const waiting = new Set<Waiting>();
  const mostTransactions = Math.ceil(size * 0.75);
  /** Drizzle's own, which it sets on the pool. */
  const types: Client['options'] = { parsers: {}, serializers: {} };
  const lines = { statement: new Line(longestTurn), transaction: new Line(longestTurn) };
  let transactions = 0;
  let ending = false;
  const noTransaction = promiseLater();

  function open(): Slot {
    const slot: Slot = {
      client: connect(() => lose(slot, connectionFault('The connection was closed'))),
      bornAt: Date.now(),
      lost: null,
      fail: null,
      asked: 0,
      stop: () => undefined,
    };
    Object.assign(slot.client.options.parsers, types.parsers);
    Object.assign(slot.client.options.serializers, types.serializers);
    slots.add(slot);
    return slot;
  }

  async function acquire(isTransaction: boolean): Promise<Slot> {
    if (ending) throw connectionFault('The pool has ended');
    if (!mayHave(isTransaction)) return queue(isTransaction);
    const slot = idle.pop() ?? (slots.size < size ? open() : undefined);
    if (!slot) return queue(isTransaction);
    if (isTransaction) transactions += 1;
    return slot;
  }

  function mayHave(isTransaction: boolean): boolean {
    return !isTransaction || transactions < mostTransactions;
  }

  function queue(isTransaction: boolean): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const line = lines[isTransaction ? 'transaction' : 'statement'];
      const leave = () => {
        clearTimeout(timer);
        waiting.delete(one);
      };
      const take = (slot: Slot) => {
        leave();
        line.turn(performance.now());
        resolve(slot);
      };
      const refuse = (error: Error) => {
        leave();
        line.leave();
        reject(error);
      };
      const one: Waiting = { isTransaction, take, refuse };
      line.join(performance.now());
      const timer = wait > 0 ? setTimeout(() => refuse(connectionFault(allBusy)), wait) : undefined;
      waiting.add(one);
    });
  }

  function release(slot: Slot, isTransaction: boolean): void {
    slot.fail = null;
    if (isTransaction) transactions -= 1;
    if (ending && transactions === 0) noTransaction.resolve();
    if (slot.lost || ending || (lifetime !== null && Date.now() - slot.bornAt > lifetime)) discard(slot);
    for (const next of waiting) {
      if (!mayHave(next.isTransaction)) continue;
      if (next.isTransaction) transactions += 1;
      next.take(slots.has(slot) ? slot : open());
      return;
    }
    if (slots.has(slot)) idle.push(slot);
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
    if (slot.fail) slot.fail(error);
    else discard(slot);
  }

  function startPatience(slot: Slot): () => void {
    if (patience === 0) return () => undefined;
    const timer = setTimeout(() => lose(slot, connectionFault('The database does not answer')), patience);
    return () => clearTimeout(timer);
  }

  async function use<T>(work: (slot: Slot) => PromiseLike<T>, isTransaction = false): Promise<T> {
    const slot = await acquire(isTransaction);
    try {
      const result = await new Promise<T>((resolve, reject) => {
        slot.fail = reject;
        work(slot).then(resolve, reject);
      });
      // Before the connection is free, so that no more comes than there is time for.
      const turn = takeTurn();
      if (turn) await turn;
      return result;
    } catch (error) {
      if (error instanceof Error && isConnectionFault(error)) lose(slot, error);
      throw error;
    } finally {
      release(slot, isTransaction);
    }
  }

  /** Sends a statement, if there is still a connection; an error that is not SQL's own is the end of the connection. */
  function send<T>(slot: Slot, start: () => PromiseLike<T>): PromiseLike<T> {
    if (slot.lost) throw slot.lost;
    const answer = start();
    slot.asked += 1;
    if (slot.asked === 1) slot.stop = startPatience(slot);
    const answered = () => {
      slot.stop();
      slot.asked -= 1;
      // Each that was sent with others has its time from when its turn has come.
      if (slot.asked > 0) slot.stop = startPatience(slot);
    };
    answer.then(answered, (error: Error) => {
      answered();
      if (sqlStateOf(error) === undefined) lose(slot, error);
    });
    return answer;
  }

  const run = (strings: TemplateStringsArray, ...values: unknown[]) =>
    use((slot) => send(slot, () => slot.client(strings, ...values)));

  const begin = <T>(work: (transaction: Transaction) => Promise<T>) =>
    use((slot) => runTransaction((start) => send(slot, () => start(slot.client)), work), true);

  const end = async ({ timeout }: { timeout: number }) => {
    ending = true;
    for (const { refuse } of waiting) refuse(connectionFault('The pool has ended'));
    // A client ends when it has answered all statements, of which a transaction may have none at the moment.
    const until = performance.now() + timeout * 1000;
    const late = setTimeout(noTransaction.resolve, timeout * 1000);
    if (transactions > 0) await noTransaction.promise;
    clearTimeout(late);
    const left = Math.max(0, (until - performance.now()) / 1000);
    await Promise.all([...slots].map(({ client }) => client.end({ timeout: left })));
  };

  const unsafe: Client['unsafe'] = (...text) =>
    toStatement((start) => use((slot) => send(slot, () => start(slot.client))), text);

  const expectWait: Client['expectWait'] = (purpose) => lines[purpose].expect(performance.now());

  const isBusy = () => idle.length === 0 && slots.size >= size;

  return Object.assign(run, { unsafe, begin, end, options: types, expectWait, isBusy });
}

function promiseLater(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** No turn counts for longer in what is expected, in milliseconds. */
const longestTurn = 500;

const allBusy = 'All connections to the database are busy';

function connectionFault(message: string): Error {
  return Object.assign(new Error(message), { code: 'CONNECTION_CLOSED' });
}
