import type { Row } from 'postgres';

export type RawRows = (Buffer | null)[][] & {
  columns: { type: number; parser: ((text: string) => unknown) | undefined }[];
};

/** A statement that starts when its answer is asked for. */
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

/** A statement that is given to whoever will send it when its answer is asked for. */
export function toStatement(
  give: <T>(start: (sender: Sender) => PromiseLike<T>) => PromiseLike<T>,
  text: Parameters<Sender['unsafe']>,
): Statement {
  return {
    // biome-ignore lint/suspicious/noThenProperty: that is how postgres.js's statements start too
    then: (...handlers) => give((sender) => sender.unsafe(...text)).then(...handlers),
    values: () => give((sender) => sender.unsafe(...text).values()),
    raw: () => give((sender) => sender.unsafe(...text).raw()),
  };
}
