import { Column, is, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/client.ts';
import { type PublicState, readState, stateColumn } from '../db/site.ts';

/** What a statement found, and the public state that it was found at. */
export interface Found {
  rows: Record<string, unknown>[];
  state: PublicState | undefined;
}

/**
 * Prepares a sub-select together with a look at the public state, which is told when nothing is found too.
 * @param found a select whose columns were named by `nameColumns`
 * @param columns what is read of it, by those names
 * @param id the column that no row is without
 * @param order that of the rows, which the join would be free to lose
 * @returns what runs it, any number of times: one statement
 */
export function findWithState(
  db: Queryable,
  found: SQLWrapper,
  { columns, id, order }: { columns: Record<string, SQL>; id: string; order: SQL[] },
): () => Promise<Found> {
  const statement = db
    .select({ ...columns, [stateName]: sql`site.state` })
    .from(sql`(select ${stateColumn} as state) site`)
    .leftJoin(sql`${found} found`, sql`true`)
    .orderBy(...order)
    .prepare('found');
  return async () => {
    const rows: Record<string, unknown>[] = await statement.execute();
    return { rows: rows.filter((row) => row[id] !== null), state: readState(rows[0]?.[stateName]) };
  };
}

/** No column is called like this. */
export const stateName = 'public state';

/**
 * Takes a condition and its parameters apart, so that one statement serves for every value of them.
 * @returns the text of the condition, the same with a placeholder for each parameter, and what is to be put in their places
 */
export function parametrize(where: SQL): {
  text: string;
  condition: () => SQL;
  values: Record<string, unknown>;
} {
  const { sql: text, params } = dialect.sqlToQuery(where);
  const condition = () => {
    const pieces = text.split(/\$(\d+)/);
    return sql.join(pieces.map((piece, at) => (at % 2 === 1 ? sql.placeholder(piece) : sql.raw(piece))));
  };
  return {
    text,
    condition,
    values: Object.fromEntries(params.map((value, index) => [`${index + 1}`, value])),
  };
}

/** The columns of a select under names of ours, so that a select around it can use them. */
export function nameColumns(columns: Record<string, unknown>): Record<string, SQL.Aliased> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, sql`${wrap(column)}`.as(name)]),
  );
}

/** Those columns as the select around it has them. */
export function columnsNamed(columns: Record<string, unknown>): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      const named = sql`${sql.identifier(name)}`;
      return [name, is(column, Column) ? named.mapWith(column) : named];
    }),
  );
}

const dialect = new PgDialect();
/** Expressions as they stand in statements; those of a list are always the same. */
const written = new WeakMap<object, SQL>();

export function wrapColumns(columns: Record<string, unknown>): Record<string, SQL> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, wrap(column)]));
}

/**
 * An expression that Drizzle leaves alone: it would strip the table off its columns when it selects from one table, and
 * bind those of a sub-select to the wrong one. One without parameters is written once and for all, which would take
 * longer than the rest of a statement.
 */
function wrap(column: unknown): SQL {
  if (!(column instanceof Object && 'queryChunks' in column)) return column as SQL;
  const known = written.get(column);
  if (known) return known;
  const { sql: text, params } = dialect.sqlToQuery(column as SQL);
  const wrapped = params.length === 0 ? sql.raw(text) : sql`${column}`;
  written.set(column, wrapped);
  return wrapped;
}
