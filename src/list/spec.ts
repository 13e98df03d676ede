import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Static, TSchema } from 'typebox';

/** What is selected for a wire shape: an expression for each of its members, of the member's type. */
export type Columns<T> = { [K in keyof T]-?: SQL<T[K]> | SQL.Aliased<T[K]> | PgColumn };

/** One key of an order: an expression that is never null, and how Postgres reads it back out of a cursor. */
export interface SortKey {
  sql: SQL;
  cast: 'timestamptz' | 'date' | 'text' | 'integer';
  collate?: 'und-x-icu';
}

/** One query parameter that narrows a list. Its schema is its documentation and its validation. */
export interface Filter<T extends TSchema = TSchema> {
  schema: T;
  where: (value: Static<T>) => SQL;
}

/** Ties a filter's schema to the type of the value that its condition takes. */
export function filterBy<T extends TSchema>(schema: T, where: (value: Static<T>) => SQL): Filter {
  return { schema, where: where as Filter['where'] };
}

/**
 * The declaration of a list: everything that can be asked of it. Whoever asks for something else gets a 400.
 * `Row` is the wire shape of an item, `Viewer` whatever `visible` needs to know of who asks.
 */
export interface ListSpec<Row, Viewer> {
  /** The plural name, as in the address. */
  name: string;
  table: PgTable;
  id: PgColumn;
  columns: Columns<Row>;
  /** The one predicate of who sees what; undefined where everybody sees everything. */
  visible: (viewer: Viewer) => SQL | undefined;
  /** Keys most significant first; the id breaks ties. */
  sorts: Record<string, SortKey[]>;
  /** A name of `sorts`, with `-` in front for descending. */
  defaultSort: string;
  filters: Record<string, Filter>;
}
