import type { Row } from 'postgres';
import { isConnectionFault, sqlStateOf } from './faults.ts';

/** A statement that starts when its answer is asked for. */
interface Statement extends PromiseLike<Row[]> {
  /** The same, with rows as lists of values. */
  values(): PromiseLike<unknown>;
}

/** What Drizzle uses of postgres.js for statements, in a transaction and outside. */
interface Sender {
  unsafe(text: string, parameters?: unknown[], options?: object): Statement;
}

interface Transaction extends Sender {
  savepoint<T>(work: (inner: Transaction) => Promise<T>): Promise<T>;
}

/** What Drizzle, and this pool, use of postgres.js. */
export interface Client extends Sender {
  (strings: TemplateStringsArray, ...values: unknown[]): PromiseLike<Row[]>;
  begin<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Lets what is under way end, for so many seconds. */
  end(options: { timeout: number }): Promise<void>;
  options: { parsers: object; serializers: object };
}

export interface PoolOptions {
  size: number;
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
}

/**
 * A pool of clients of postgres.js with one connection each, which are thrown away with their connection. Its own pool
 * (3.4.9) goes on with what is left of a lost one: a ROLLBACK on it ends the process, a statement of a transaction that
 * was cut off can run in somebody else's, and others wait for ever. Here each of these is an error that
 * `isUnavailable` knows, at once.
 */
export function openPool({ size, patience, lifetime, connect }: PoolOptions): Client {
  const slots = new Set<Slot>();
  const idle: Slot[] = [];
  const waiting: { resolve(slot: Slot): void; reject(error: Error): void }[] = [];
  /** Drizzle's own, which it sets on the pool. */
  const types: Client['options'] = { parsers: {}, serializers: {} };
  let ending = false;

  function open(): Slot {
    const slot: Slot = {
      client: connect(() => lose(slot, connectionFault('The connection was closed'))),
      bornAt: Date.now(),
      lost: null,
      fail: null,
    };
    Object.assign(slot.client.options.parsers, types.parsers);
    Object.assign(slot.client.options.serializers, types.serializers);
    slots.add(slot);
    return slot;
  }

  async function acquire(): Promise<Slot> {
    if (ending) throw connectionFault('The pool has ended');
    const slot = idle.pop();
    if (slot) return slot;
    if (slots.size < size) return open();
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  function release(slot: Slot): void {
    slot.fail = null;
    if (slot.lost || ending || (lifetime !== null && Date.now() - slot.bornAt > lifetime)) discard(slot);
    const next = waiting.shift();
    if (next) next.resolve(slots.has(slot) ? slot : open());
    else if (slots.has(slot)) idle.push(slot);
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

  async function use<T>(work: (slot: Slot) => PromiseLike<T>): Promise<T> {
    const slot = await acquire();
    try {
      return await new Promise<T>((resolve, reject) => {
        slot.fail = reject;
        work(slot).then(resolve, reject);
      });
    } catch (error) {
      if (error instanceof Error && isConnectionFault(error)) lose(slot, error);
      throw error;
    } finally {
      release(slot);
    }
  }

  /** Sends a statement, if there is still a connection; an error that is not SQL's own is the end of the connection. */
  function send<T>(slot: Slot, start: () => PromiseLike<T>): PromiseLike<T> {
    if (slot.lost) throw slot.lost;
    const stop = startPatience(slot);
    const answer = start();
    answer.then(stop, (error: Error) => {
      stop();
      if (sqlStateOf(error) === undefined) lose(slot, error);
    });
    return answer;
  }

  function guard(slot: Slot, transaction: Transaction): Transaction {
    return {
      unsafe: (...text) => toStatement((start) => send(slot, () => start(transaction)), text),
      savepoint: (work) => transaction.savepoint((inner) => unlessLost(slot, work(guard(slot, inner)))),
    };
  }

  const run = (strings: TemplateStringsArray, ...values: unknown[]) =>
    use((slot) => send(slot, () => slot.client(strings, ...values)));

  const begin = <T>(work: (transaction: Transaction) => Promise<T>) =>
    use((slot) => {
      let stop = startPatience(slot);
      return slot.client
        .begin((transaction) => {
          stop();
          return unlessLost(slot, work(guard(slot, transaction))).finally(() => {
            stop = startPatience(slot);
          });
        })
        .finally(() => stop());
    });

  const end = async ({ timeout }: { timeout: number }) => {
    ending = true;
    for (const { reject } of waiting.splice(0)) reject(connectionFault('The pool has ended'));
    await Promise.all([...slots].map(({ client }) => client.end({ timeout })));
  };

  const unsafe: Client['unsafe'] = (...text) =>
    toStatement((start) => use((slot) => send(slot, () => start(slot.client))), text);

  return Object.assign(run, { unsafe, begin, end, options: types });
}

/** A statement that is given to whoever will send it when its answer is asked for. */
function toStatement(
  give: <T>(start: (sender: Sender) => PromiseLike<T>) => PromiseLike<T>,
  text: Parameters<Sender['unsafe']>,
): Statement {
  return {
    // biome-ignore lint/suspicious/noThenProperty: that is how postgres.js's statements start too
    then: (...handlers) => give((sender) => sender.unsafe(...text)).then(...handlers),
    values: () => give((sender) => sender.unsafe(...text).values()),
  };
}

/** Never settles after the connection was lost: postgres.js would send a ROLLBACK or a COMMIT to nobody. */
function unlessLost<T>(slot: Slot, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    work.then(
      (result) => slot.lost || resolve(result),
      (error) => slot.lost || reject(error),
    );
  });
}

function connectionFault(message: string): Error {
  return Object.assign(new Error(message), { code: 'CONNECTION_CLOSED' });
}
