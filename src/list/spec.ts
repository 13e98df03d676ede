import { type SQL, type Subquery, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Static, TSchema } from 'typebox';
import type { Queryable } from '../db/client.ts';
import type { EntityKind } from '../db/schema.ts';
import type { PublicState } from '../db/site.ts';

/** What is selected for a wire shape: an expression of its type for each member that is always there. */
export type Columns<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: SQL<T[K]> | SQL.Aliased<T[K]> | PgColumn;
};

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
  /** What holds when the parameter is not sent. */
  absent?: SQL;
  /**
   * What a thing passes by: what only writes of its own change (`itself`), or that it belongs to a thing of another kind,
   * which is noted as changed whenever one comes to it, goes from it or changes. Nothing here: by anything.
   */
  by?: 'itself' | EntityKind;
  /** Of a filter whose values are very unlike in how much they let pass. */
  selectivity?: (value: Static<T>) => SelectivityHint;
  /** Of one by which, when nothing else is asked, a list can be read in its order; undefined for values for which it cannot. */
  indexOrder?: (value: Static<T>) => IndexOrder | undefined;
}

/** The whole of a list that a filter alone narrows, where it lies in the order of a sort: by an index of its own. */
export interface IndexOrder {
  /** A sort of one key. */
  sort: string;
  /** Who sees what: for others this is not the whole. */
  visible: SQL;
  from: PgTable;
  where: SQL;
  /** What the rows have as the key of the sort, and as the id. */
  key: PgColumn;
  id: PgColumn;
}

/**
 * A condition of which Postgres cannot know whether few rows pass it or many. A page is read among the rows that can
 * pass it where they are few, and else in the order of the list, where such rows come soon.
 */
export interface SelectivityHint {
  /** The ids of all that can pass it, as a sub-select of one column that gives its first rows at once. */
  candidates: SQL;
  /** Whether all of those pass it, so that they need not be asked. */
  isExact: boolean;
  /** The condition in a form that Postgres asks of a row at a time. */
  predicate: SQL;
}

/** Ties a filter's schema to the type of the value that its condition takes. */
export function filterBy<T extends TSchema>(
  schema: T,
  where: (value: Static<T>) => SQL,
  { absent, by, selectivity, indexOrder }: Omit<Filter<T>, 'schema' | 'where'> = {},
): Filter {
  return {
    schema,
    where: where as Filter['where'],
    ...(absent ? { absent } : {}),
    ...(by ? { by } : {}),
    ...(selectivity ? { selectivity: selectivity as Filter['selectivity'] & object } : {}),
    ...(indexOrder ? { indexOrder: indexOrder as Filter['indexOrder'] & object } : {}),
  };
}

/** Stands for the id of the thing that a list belongs to. */
export const ownerId = sql.placeholder('owner');

/** Counts what matches by one property. */
export interface Facet {
  /** The columns of what matches that it needs beside the id. */
  of: PgColumn[];
  /** A select of `value`, `name` and `count`. @param matching all that matches: a table of `id` and those columns */
  count: (matching: SQL) => SQL;
}

/** What a search for a text means in SQL. */
export interface Match {
  /** What is found, joined one to one. */
  join: { table: SQL; on: SQL };
  /** What else has to hold. */
  where: SQL | undefined;
  /** Greater is better; a whole number. */
  rank: SQL;
}

/** The declaration of a search: how a text is looked for, and how hits are shown. */
export interface SearchSpec {
  /** Understands a text; may ask the database for the spelling of its words. */
  prepare: (db: Queryable, text: string) => Promise<Prepared>;
  /** The expressions that showing the hits needs, beside the columns of the row. */
  shown: Record<string, SQL | PgColumn>;
  /** Breaks ties of the rank, most significant first. */
  ties: SortKey[];
}

export interface Prepared {
  match: Match;
  /** The public state at which the database was asked; undefined when it was not. */
  state: PublicState | undefined;
  /**
   * What shows the hits of a row; `shown` holds the values of the expressions of that name.
   * @param most how much of its text may be looked at, in characters
   */
  show: (shown: Record<string, unknown>, most: number) => { title: string; snippet: string | null };
}

/**
 * The declaration of a list: everything that can be asked of it. Whoever asks for something else gets a 400.
 * `Row` is the wire shape of an item, `Viewer` whatever `visible` needs to know of who asks.
 */
export interface ListSpec<Row, Viewer> {
  /** The plural name, as in the address. */
  name: string;
  /** What its things are noted as when they have changed; nothing when that is not noted. */
  kind?: EntityKind;
  /** Where the rows are: a table, or a sub-select under the name of one. */
  table: PgTable | Subquery;
  id: PgColumn;
  columns: Columns<Row>;
  /** Whether they count things of which there may be any number: then no statement that reads them is short. */
  countsMany?: boolean;
  /** What `include` adds: expressions too heavy to be always there. */
  extras?: Record<string, SQL | PgColumn>;
  /** The columns and extras that may be so long that a page has to end before them: their number alone bounds nothing. */
  heavy?: string[];
  /**
   * The one predicate of who sees what; undefined where everybody sees everything. Where it is the same object for all of
   * the public, statements for them are built once.
   */
  visible: (viewer: Viewer) => SQL | undefined;
  /**
   * Of a list of what belongs to one thing, such as its history: what ties a row to that, with `ownerId` in the place of the
   * thing's id. So there is one declaration, and one statement, for all of them.
   */
  of?: SQL;
  /** Whether it was made for one read: nothing of it is kept. */
  isOneOff?: boolean;
  /** Keys most significant first; the id breaks ties. */
  sorts: Record<string, SortKey[]>;
  /** A name of `sorts`, with `-` in front for descending: by what only writes of a thing of its own change. */
  defaultSort: string;
  filters: Record<string, Filter>;
  facets?: Record<string, Facet>;
  search?: SearchSpec;
}

/** A list of which some viewers are shown less of each thing. */
export interface VaryingSpec<Row, Viewer> extends ListSpec<Row, Viewer> {
  /** The declaration for such a viewer; undefined for all others. */
  seenBy: (viewer: Viewer) => ListSpec<Row, Viewer> | undefined;
}

/** The declaration of a list as it is for a viewer. */
export function specFor<Row, Viewer>(
  spec: ListSpec<Row, Viewer> | VaryingSpec<Row, Viewer>,
  viewer: Viewer,
): ListSpec<Row, Viewer> {
  return ('seenBy' in spec && spec.seenBy(viewer)) || spec;
}
