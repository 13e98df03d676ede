import { type SQL, type SQLWrapper, type Subquery, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Static, TSchema } from 'typebox';
import type { Queryable } from '../db/driver/client.ts';
import type { EntityKind } from '../db/schema/tables.ts';
import type { PublicState } from '../db/unit-of-work/site.ts';

/** The select list of a wire type: an expression for each required member. */
export type Columns<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: SQL<T[K]> | SQL.Aliased<T[K]> | PgColumn;
};

/** A sort key: an expression that is never null, and the cast of its cursor value. */
export interface SortKey {
  sql: SQL;
  cast: 'timestamptz' | 'date' | 'text' | 'integer';
  collate?: 'und-x-icu';
}

/** A filter parameter, with its schema for validation and documentation. */
export interface Filter<T extends TSchema = TSchema> {
  schema: T;
  where: (value: Static<T>) => SQL;
  /** The condition without the parameter. */
  absent?: SQL;
  /**
   * The dependency for cache invalidation: only the entity's own writes (`itself`), or membership in an entity of another
   * kind, whose collection every such write invalidates. Absent: unknown.
   */
  by?: 'itself' | EntityKind;
  /** Of the entities that it names, the place among its values: the order of the list without a `sort`. */
  position?: (value: Static<T>) => SQL;
  /** For a filter whose values differ widely in selectivity. */
  selectivity?: (value: Static<T>) => SelectivityHint;
  /** For a filter with an index in the list's order, if it is the only filter; undefined for values without one. */
  indexOrder?: (value: Static<T>) => IndexOrder | undefined;
}

/** An index of a filtered list in the order of a sort. */
export interface IndexOrder {
  /** A sort of one key. */
  sort: string;
  /** The visibility of its rows. */
  visible: SQL;
  from: PgTable;
  where: SQL;
  /** The columns of the sort key and the id. */
  key: PgColumn;
  id: PgColumn;
}

/**
 * A condition whose selectivity the planner cannot estimate (selectivity.ts).
 */
export interface SelectivityHint {
  /** The ids that may match, as a sub-select of one column with a fast first row. */
  candidates: SQL;
  /** Whether all of those match, without a recheck. */
  isExact: boolean;
  /** The condition in a form that is evaluated row by row. */
  predicate: SQL;
}

/** Declares a filter whose condition takes the type of its schema. */
export function filterBy<T extends TSchema>(
  schema: T,
  where: (value: Static<T>) => SQL,
  { absent, by, position, selectivity, indexOrder }: Omit<Filter<T>, 'schema' | 'where'> = {},
): Filter {
  return {
    schema,
    where: where as Filter['where'],
    ...(absent ? { absent } : {}),
    ...(by ? { by } : {}),
    ...(position ? { position: position as Filter['position'] & object } : {}),
    ...(selectivity ? { selectivity: selectivity as Filter['selectivity'] & object } : {}),
    ...(indexOrder ? { indexOrder: indexOrder as Filter['indexOrder'] & object } : {}),
  };
}

/** The placeholder of the parent entity's id. */
export const ownerId = sql.placeholder('owner');

/** A facet: counts of matches by one property. */
export interface Facet {
  /** The columns of the matches that it needs beside the id. */
  of: PgColumn[];
  /** A select of `value`, `name` and `count`. @param matching the matches: a table of `id` and those columns */
  count: (matching: SQL) => SQL;
}

/** The SQL of a search. */
export interface SearchMatch {
  /** The hits, joined one to one. */
  join: { table: SQL; on: SQL };
  /** A further condition. */
  where: SQL | undefined;
  /** The relevance, an integer. */
  rank: SQL;
}

/** The declaration of a search and its highlighting. */
export interface SearchSpec {
  /** Parses a search text; may query the vocabulary for spelling correction. */
  prepare: (db: Queryable, text: string) => Promise<PreparedSearch>;
  /** The expressions that highlighting needs, beside the columns of the row. */
  shown: Record<string, SQL | PgColumn>;
  /** Tie-breakers of the rank, most significant first. */
  ties: SortKey[];
}

export interface PreparedSearch {
  match: SearchMatch;
  /** The public state of the vocabulary query; undefined without one. */
  state: PublicState | undefined;
  /**
   * Highlights a row; `shown` has the values of the expressions of that name.
   * @param most the characters of its text that are searched
   */
  highlight: (shown: Record<string, unknown>, most: number) => { title: string; snippet: string | null };
}

/** Members of a nested entity that are read when asked for. */
export interface NestedMembers {
  /** The column of the entity. */
  column: string;
  members: Record<string, SQLWrapper>;
  /** The column with some of them. */
  write: (members: Record<string, SQLWrapper>) => SQL;
}

/**
 * The declaration of a list: everything that it can be queried for; anything else is a 400.
 * `Row` is the wire type of an item, `Viewer` the parameter of `visible`.
 */
export interface ListSpec<Row, Viewer> {
  /** The plural name, as in the path. */
  name: string;
  /** The kind of its entities in change events, if they have any. */
  kind?: EntityKind;
  /** A table, or an aliased sub-select. */
  table: PgTable | Subquery;
  id: PgColumn;
  columns: Columns<Row>;
  /** Whether they have unbounded counts: then no statement that reads them is short. */
  countsMany?: boolean;
  /** The expressions that `include` adds. */
  extras?: Record<string, SQL | PgColumn>;
  /** The members that `include` adds to one nested entity. */
  nested?: NestedMembers;
  /** The columns and extras whose length bounds a page, beside the number of rows. */
  heavy?: string[];
  /**
   * The visibility predicate (row-level security); undefined for everything. Where it is the same object for all anonymous
   * viewers, their statements are built once.
   */
  visible: (viewer: Viewer) => SQL | undefined;
  /**
   * For a list within a parent entity, such as its history: the condition on `ownerId`, a placeholder, so that all parents
   * share a declaration and a statement.
   */
  of?: SQL;
  /** Whether it is declared for one read, whose statements are not cached. */
  isOneOff?: boolean;
  /** Keys most significant first; the id is the tie-breaker. */
  sorts: Record<string, SortKey[]>;
  /** A name of `sorts`, with `-` for descending, by a column that only the entity's own writes change. */
  defaultSort: string;
  filters: Record<string, Filter>;
  facets?: Record<string, Facet>;
  search?: SearchSpec;
}

/** A list with fewer columns for some viewers. */
export interface VaryingSpec<Row, Viewer> extends ListSpec<Row, Viewer> {
  /** The declaration for such a viewer; undefined for all others. */
  seenBy: (viewer: Viewer) => ListSpec<Row, Viewer> | undefined;
}

/** The declaration of a list for a viewer. */
export function specFor<Row, Viewer>(
  spec: ListSpec<Row, Viewer> | VaryingSpec<Row, Viewer>,
  viewer: Viewer,
): ListSpec<Row, Viewer> {
  return ('seenBy' in spec && spec.seenBy(viewer)) || spec;
}
