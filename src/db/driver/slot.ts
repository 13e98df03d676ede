import type { Row } from 'postgres';
import type { Transaction } from '../unit-of-work/transaction.ts';
import type { Probe } from './deadline.ts';
import type { Sender } from './query-types.ts';

/** The part of postgres.js that Drizzle and the pool use. */
export interface Client extends Sender {
  (strings: TemplateStringsArray, ...values: unknown[]): PromiseLike<Row[]>;
  begin<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Closes gracefully. @param options.timeout in seconds */
  end(options: { timeout: number }): Promise<void>;
  options: { parsers: object; serializers: object };
  /**
   * Waits in the admission queue (admission-queue.ts).
   * @returns undefined when admitted at once
   */
  arrive(): Promise<void> | undefined;
  /** The estimated wait for a connection, of an `arrival` with that of its admission, in milliseconds. */
  expectWait(purpose: 'arrival' | 'statement' | 'transaction'): number;
  /** Whether every connection is in use. */
  isBusy(): boolean;
  /** Replaces the connections, as they are released. */
  renew(): void;
  /** Of one connection: deallocates evicted prepared statements. */
  closeEvicted?(): void;
}

/** The use of a connection. Only short statements (query-types.ts) share one. */
export type Purpose = 'statement' | 'short statement' | 'transaction';

export interface PoolOptions {
  size: number;
  /** The timeout of a wait for a free connection, in milliseconds; 0 for none. */
  wait: number;
  /** The timeout of the answer to a statement, in milliseconds; 0 for none. */
  answerTimeout: number;
  /** A liveness probe of the server. */
  probe?: Probe | undefined;
  /** The age at which a connection is replaced, in milliseconds; null for never. */
  lifetime: number | null;
  /** The first statements of a transaction, instead of `begin`. */
  begin?: string;
  /** Opens a client of one connection, which calls `onClose` when that is lost or cannot be opened. */
  connect(onClose: (error?: Error) => void): Client;
}

/** A connection of the pool, and its pending work. */
export interface Slot {
  client: Client;
  bornAt: number;
  lost: Error | null;
  /** Whether it takes no new users. */
  isRetired: boolean;
  /** Whether its users have short statements. */
  isShort: boolean;
  users: number;
  /** Reject the pending work of each user. */
  fails: ((error: Error) => void)[];
  /** The number of statements without an answer. */
  pending: number;
  /** Stops the timeout of the first of them. */
  stop: () => void;
}

/** A waiter for a connection. */
export interface PoolWaiter {
  purpose: Purpose;
  give(slot: Slot): void;
  refuse(error: Error): void;
}
