import type { Row } from 'postgres';

export type RawRows = (Buffer | null)[][] & {
  columns: { type: number; parser: ((text: string) => unknown) | undefined }[];
};

/** A query that is sent when it is awaited. */
export interface Statement extends PromiseLike<Row[]> {
  /** The same, with rows as lists of values. */
  values(): PromiseLike<unknown>;
  /** The same, with the values as the bytes that came; the list of the rows says what their columns are. */
  raw(): PromiseLike<RawRows>;
}

/** What is used of postgres.js for statements, in a transaction and outside. */
export interface Sender {
  unsafe(text: string, parameters?: unknown[], options?: StatementOptions): Statement;
}

export interface StatementOptions {
  /** Whether the connection keeps its plan. */
  prepare?: boolean;
  /** Whether it may be several. */
  simple?: boolean;
  /** Whether it surely takes no more than some milliseconds: only then others may have to wait for it. */
  isShort?: boolean;
  /**
   * After how long Postgres ends it, in milliseconds; nothing on the embedded engine, which cannot. Not for statements of a
   * transaction: it has one of its own.
   */
  limit?: number | undefined;
}

const longestKept = 8000;

/**
 * What a write sends is sent again and again, and costs as much to be planned as to be run: the connection keeps the plan,
 * also of what has no parameters, unless it may be several statements. It would keep for good what is as long as the
 * list in it, too.
 */
export const planOf = (text: string) => ({
  prepare: text.length < longestKept,
  ...(text.includes(';') ? {} : { simple: false }),
});

/** Sends what is started with the sender that it is given. */
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

  // biome-ignore lint/suspicious/noThenProperty: that is how postgres.js's statements start too
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
