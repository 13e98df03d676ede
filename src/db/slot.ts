import type { Row } from 'postgres';
import type { Probe } from './deadline.ts';
import type { Sender } from './query-types.ts';
import type { Transaction } from './transaction.ts';

/** What Drizzle, and the pool, use of postgres.js. */
export interface Client extends Sender {
  (strings: TemplateStringsArray, ...values: unknown[]): PromiseLike<Row[]>;
  begin<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Lets what is under way end, for so many seconds. */
  end(options: { timeout: number }): Promise<void>;
  options: { parsers: object; serializers: object };
  /**
   * Waits until few wait for a connection for a statement, for whoever has begun nothing yet.
   * @returns undefined when it is so at once
   */
  arrive(): Promise<void> | undefined;
  /** How long whoever asks for a connection now may expect to wait for it, or to arrive and wait, in milliseconds. */
  expectWait(purpose: 'arrival' | 'statement' | 'transaction'): number;
  /** Whether every connection is in use. */
  isBusy(): boolean;
  /** Gives up the connections, as they become free, for new ones. */
  renew(): void;
  /** Of one connection: closes the prepared statements that others have pushed out. */
  closeEvicted?(): void;
}

/** What a connection is wanted for. Only a short statement (sending.ts) may have it together with another. */
export type Purpose = 'statement' | 'short statement' | 'transaction';

export interface PoolOptions {
  size: number;
  /** How long a free connection is waited for, in milliseconds; 0 for ever. */
  wait: number;
  /** How long the answer to one statement is waited for, in milliseconds; 0 for ever. */
  patience: number;
  /** Asks for a sign of life, where a frozen server is to be told from a long statement. */
  probe?: Probe | undefined;
  /** After how long a connection is replaced, in milliseconds; null for never. */
  lifetime: number | null;
  /** The statements that a transaction begins with, instead of `begin` alone. */
  begin?: string;
  /** Makes a client of one connection, which calls `onClose` when that is no more, or cannot be made. */
  connect(onClose: (error?: Error) => void): Client;
}

/** A client of one connection, and what is under way on it. */
export interface Slot {
  client: Client;
  bornAt: number;
  lost: Error | null;
  /** Whether nobody is given it any more. */
  isRetired: boolean;
  /** Whether those who have it have short statements. */
  isShort: boolean;
  /** How many have it. */
  users: number;
  /** Tell each of them that it is lost. */
  fails: ((error: Error) => void)[];
  /** How many statements have not been answered yet. */
  asked: number;
  /** Stops waiting for the answer to the first of them. */
  stop: () => void;
}

/** Somebody who waits for a connection. */
export interface Waiting {
  purpose: Purpose;
  give(slot: Slot): void;
  refuse(error: Error): void;
}
