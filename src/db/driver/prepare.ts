import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../unit-of-work/transaction.ts';
import type { Db, Queryable, Tx } from './client.ts';
import type { Sender } from './query-types.ts';

/** A statement as Drizzle prepares it. */
interface Prepared<Rows> {
  execute(values: Record<string, unknown>): Promise<Rows>;
}

/** Internals of Drizzle (0.45): the session and dialect, which it does not expose. Nothing is sent without them. */
interface Inside {
  dialect: { sqlToQuery(statement: SQL): unknown };
  session: {
    client: Transaction;
    prepareQuery(query: unknown, ...by: [undefined, undefined, false]): unknown;
  };
}

const insideOf = (db: Queryable) => db as unknown as Inside;

/** The transaction behind Drizzle's. */
export const transactionOf = (tx: Tx): Transaction => insideOf(tx).session.client;

/** Sends statements of a pool or a transaction without Drizzle. */
export const senderOf = (db: Queryable): Sender => insideOf(db).session.client;

/** The object that a pool shares with its transactions: a key of a WeakMap for both. */
export const commonOf = (db: Queryable): object => insideOf(db).dialect;

/**
 * A prepared statement whose text is built once, and executed with other values on any connection: building it takes
 * Drizzle longer than sending it.
 * @param write gives a statement with a `sql.placeholder` for each value
 */
export function prepareStatement<Rows>(
  write: (db: Queryable) => { prepare(name: string): Prepared<Rows> },
): (db: Queryable, values: Record<string, unknown>) => Promise<Rows> {
  let prepared: Prepared<Rows> | undefined;
  return (db, values) => {
    prepared ??= unbind(write(db).prepare('prepared'));
    return bind(db, prepared).execute(values);
  };
}

/** Prepares plain SQL. */
export function prepareSql<Row extends object>(statement: SQL) {
  const prepare = (db: Queryable) => {
    const { session, dialect } = insideOf(db);
    const query = dialect.sqlToQuery(statement);
    return session.prepareQuery(query, undefined, undefined, false) as Prepared<Row[]>;
  };
  return prepareStatement<Row[]>((db) => ({ prepare: () => prepare(db) }));
}

/**
 * An array as a sub-select, which hides its length from the planner: with a custom plan for every array, planning takes
 * longer than executing.
 */
export const arrayOf = (value: unknown, type: 'text' | 'uuid'): SQL =>
  sql`(select ${value}::${sql.raw(type)}[])`;

/** An array parameter of a prepared statement. */
export const arrayParameter = (name: string, type: 'text' | 'uuid'): SQL =>
  arrayOf(sql.placeholder(name), type);

/** Unbinds a prepared statement from the connection that it was built on, which it would retain. */
export function unbind<P extends object>(prepared: P): P {
  return Object.assign(prepared, { client: null });
}

/** Binds an unbound statement to a pool or a transaction. */
export function bind<P extends object>(db: Db | Tx, unbound: P): P {
  return Object.assign(Object.create(unbound), { client: insideOf(db).session.client });
}
