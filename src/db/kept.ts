import { type SQL, sql } from 'drizzle-orm';
import type { Db, Queryable, Tx } from './client.ts';
import type { Sender } from './sending.ts';
import type { Transaction } from './transaction.ts';

/** A statement as Drizzle prepares it. */
interface Prepared<Rows> {
  execute(values: Record<string, unknown>): Promise<Rows>;
}

/** Drizzle keeps to itself what it sends statements by. */
interface Inside {
  dialect: { sqlToQuery(statement: SQL): unknown };
  session: {
    client: Transaction;
    prepareQuery(query: unknown, ...by: [undefined, undefined, false]): unknown;
  };
}

const insideOf = (db: Queryable) => db as unknown as Inside;

/** What a transaction sends its statements by. */
export const transactionOf = (tx: Tx): Transaction => insideOf(tx).session.client;

/** What sends the statements of a pool or a transaction, for those that need none of Drizzle. */
export const senderOf = (db: Queryable): Sender => insideOf(db).session.client;

/** What a pool has in common with its transactions: under this, something can be kept for all of them. */
export const commonOf = (db: Queryable): object => insideOf(db).dialect;

/**
 * Keeps a statement that was written once, to be sent again and again with other values, on any connection: to write it
 * takes Drizzle longer than to send it.
 * @param write gives a statement with a `sql.placeholder` for each value
 */
export function keepStatement<Rows>(
  write: (db: Queryable) => { prepare(name: string): Prepared<Rows> },
): (db: Queryable, values: Record<string, unknown>) => Promise<Rows> {
  let kept: Prepared<Rows> | undefined;
  return (db, values) => {
    kept ??= detach(write(db).prepare('kept'));
    return attach(db, kept).execute(values);
  };
}

/** The same of one that is plain SQL. */
export function keepSql<Row extends object>(statement: SQL) {
  const prepare = (db: Queryable) => {
    const { session, dialect } = insideOf(db);
    const query = dialect.sqlToQuery(statement);
    return session.prepareQuery(query, undefined, undefined, false) as Prepared<Row[]>;
  };
  return keepStatement<Row[]>((db) => ({ prepare: () => prepare(db) }));
}

/**
 * A list, as a value of such a statement, whose length the planner does not look at: it would plan anew for every list,
 * which takes longer than to run the statement.
 */
export const listOf = (value: unknown, type: 'text' | 'uuid'): SQL =>
  sql`(select ${value}::${sql.raw(type)}[])`;

/** The same, with a place for it. */
export const listAt = (name: string, type: 'text' | 'uuid'): SQL => listOf(sql.placeholder(name), type);

/** Takes a prepared statement off the connection that it was made on, which may not be kept with it. */
export function detach<P extends object>(prepared: P): P {
  return Object.assign(prepared, { client: null });
}

/** A detached statement, to be sent by a pool or within a transaction. */
export function attach<P extends object>(db: Db | Tx, detached: P): P {
  return Object.assign(Object.create(detached), { client: insideOf(db).session.client });
}
