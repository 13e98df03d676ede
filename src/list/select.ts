import { Column, is, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import { type PublicState, readState, stateColumn } from '../db/site.ts';

/** What a statement found, and the public state that it was found at. */
export interface Found {
  rows: Record<string, unknown>[];
  state: PublicState | undefined;
}

/**
 * Runs a sub-select together with a look at the public state, which is told when nothing is found too. One statement.
 * @param found a select whose columns were named by `nameColumns`
 * @param columns what is read of it, by those names
 * @param id the column that no row is without
 * @param order that of the rows, which the join would be free to lose
 */
export async function readWithState(
  db: Queryable,
  found: SQLWrapper,
  { columns, id, order }: { columns: Record<string, SQL>; id: string; order: SQL[] },
): Promise<Found> {
  const rows: Record<string, unknown>[] = await db
    .select({ ...columns, [stateName]: sql`site.state` })
    .from(sql`(select ${stateColumn} as state) site`)
    .leftJoin(sql`${found} found`, sql`true`)
    .orderBy(...order)
    .prepare('found')
    .execute();
  return {
    rows: rows.flatMap(({ [stateName]: _state, ...row }) => (row[id] === null ? [] : [row])),
    state: readState(rows[0]?.[stateName]),
  };
}

/** No column is called like this. */
export const stateName = 'public state';

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

/**
 * Drizzle strips the table off the columns of an expression when it selects from one table, which would bind those
 * of a sub-select to the wrong one: an expression inside an expression is left alone.
 */
export function wrap(column: unknown): SQL {
  return (column instanceof Object && 'queryChunks' in column ? sql`${column}` : column) as SQL;
}
