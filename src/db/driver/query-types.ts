import type { Row } from 'postgres';

export type RawRows = (Buffer | null)[][] & {
  columns: { type: number; parser: ((text: string) => unknown) | undefined }[];
};

/** A lazy query, as of postgres.js: it is sent when it is awaited. */
export interface Statement extends PromiseLike<Row[]> {
  /** Rows as arrays of values. */
  values(): PromiseLike<unknown>;
  /** Rows as arrays of the raw bytes; `columns` has their types and parsers. */
  raw(): PromiseLike<RawRows>;
}

/** The part of postgres.js that sends statements, in and outside of a transaction. */
export interface Sender {
  unsafe(text: string, parameters?: unknown[], options?: StatementOptions): Statement;
}

export interface StatementOptions {
  /** Whether it is a prepared statement. */
  prepare?: boolean;
  /** The simple query protocol, which allows several statements in one. */
  simple?: boolean;
  /** Whether it takes some milliseconds at most: others may be pipelined behind it. */
  isShort?: boolean;
  /**
   * statement_timeout of this statement, in milliseconds; ignored by the embedded engine. Not for statements of a
   * transaction: the limit opens one of its own.
   */
  limit?: number | undefined;
}

const longestPrepared = 8000;

/**
 * Statements of writes are prepared, with or without parameters: planning costs as much as executing. Not several in one
 * text, and not texts that grow with a list in them.
 */
export const planOf = (text: string) => ({
  prepare: text.length < longestPrepared,
  ...(text.includes(';') ? {} : { simple: false }),
});

/** Starts a query with the sender that it is given. */
export type Send = <T>(start: (sender: Sender) => PromiseLike<T>) => PromiseLike<T>;

/** A lazy query: its statement is sent when its result is first awaited. */
export class LazyQuery implements Statement {
  readonly #send: Send;
  readonly #text: Parameters<Sender['unsafe']>;
  #rows: PromiseLike<Row[]> | undefined;

  constructor(send: Send, text: Parameters<Sender['unsafe']>) {
    this.#send = send;
    this.#text = text;
  }

  // biome-ignore lint/suspicious/noThenProperty: postgres.js's queries are thenables too
  then<A = Row[], B = never>(...handlers: Parameters<PromiseLike<Row[]>['then']>): PromiseLike<A | B> {
    this.#rows ??= this.#send<Row[]>((sender) => sender.unsafe(...this.#text));
    return this.#rows.then(...handlers) as PromiseLike<A | B>;
  }

  values(): PromiseLike<unknown> {
    return this.#send((sender) => sender.unsafe(...this.#text).values());
  }

  raw(): PromiseLike<RawRows> {
    return this.#send((sender) => sender.unsafe(...this.#text).raw());
  }
}
