import { and, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { type InputFault, Problem } from '../problems.ts';
import { type Position, readCursor } from './cursor.ts';
import { deepestRow, defaultLimit, type ListQuery } from './query.ts';
import { parametrizeVisible } from './select.ts';
import { type IndexOrder, type ListSpec, ownerId, type SearchMatch, type SortKey } from './spec.ts';
import type { Parts } from './statements.ts';

/** The plan of a list query, before SQL is generated. */
export interface ListPlan {
  columns: Record<string, SQL | SQL.Aliased | PgColumn>;
  join: SearchMatch['join'] | undefined;
  /** Visibility, filters and search. */
  where: SQL | undefined;
  /** The candidates of filters with unpredictable selectivity; undefined where Postgres's planner can choose. */
  selectivity: SelectivityPlan | undefined;
  /** An index with the filtered list in its order; undefined for most. */
  inOrder: IndexOrder | undefined;
  /**
   * Whether only the page is read, in the order of an index. The partial indexes are of public rows: other viewers' pages may
   * be sorted.
   */
  isShort: boolean;
  keys: SortKey[];
  descending: boolean;
  /** The names of columns whose length bounds the page. */
  heavy: string[];
  /** Reading towards the start of the list: rows are read in reverse order. */
  backwards: boolean;
  /** The cursor's position; null for the start of the list, or the end when `backwards`. */
  from: Position | null;
  offset: number;
  limit: number;
  total: boolean;
  facets: string[];
  /** See `writeCursor`. */
  binding: string;
  /**
   * The cache key of its statements, and of that the part of visibility and filters; undefined for a search, whose SQL depends
   * on the vocabulary.
   */
  parts: (Parts & { conditions: unknown }) | undefined;
  /** The values of its placeholders. */
  values: Record<string, unknown>;
}

/** The filters with unpredictable selectivity. */
export interface SelectivityPlan {
  /** For each, the ids that may match, and the remaining condition on those. */
  candidates: { ids: SQL; predicate: SQL | undefined }[];
  /** The whole condition, evaluated row by row. */
  predicate: SQL | undefined;
}

/**
 * Plans a validated list query.
 * @throws Problem invalid-parameter for mutually exclusive parameters, invalid-cursor for a foreign or altered one
 */
export function planList<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  query: ListQuery,
  viewer: Viewer,
  { match, owner }: { match?: SearchMatch | undefined; owner?: string | undefined } = {},
): ListPlan {
  refuseContradictions(query);
  const { q, after, before, page = 1, total = false, facets = [] } = query;
  const active = Object.keys(spec.filters)
    .filter((name) => query[name] !== undefined)
    .sort();
  const named = active.find((name) => spec.filters[name]?.position);
  const limit = query.limit ?? (named === undefined ? defaultLimit : [query[named]].flat().length);
  const place = named === undefined ? undefined : spec.filters[named]?.position?.(query[named]);
  const asked =
    query.sort === undefined && !match && place ? { sql: place, cast: 'integer' as const } : undefined;
  const sort = query.sort ?? (asked ? `${named}` : match ? 'relevance' : spec.defaultSort);
  const conditions = Object.entries(spec.filters).map(([name, filter]) =>
    query[name] === undefined ? filter.absent : filter.where(query[name]),
  );
  const visibility = parametrizeVisible(spec.visible(viewer));
  const visible = visibility.condition;
  const selection = [asked ? null : sort, q ?? null, active.map((name) => [name, query[name]])];
  const binding = JSON.stringify([
    owner === undefined ? spec.name : `${spec.name} of ${owner}`,
    ...selection,
  ]);
  const keys = asked ? [asked] : keysOf(spec, sort, match);
  if (!keys) throw new Error(`${spec.name} has no sort named ${sort}`);
  const columns = chooseColumns(spec, query);
  const nested = nestedOf(spec, query);
  const offset = (page - 1) * limit;
  const from = readFrom(binding, after ?? before, keys.length, before !== undefined ? 'before' : 'after');
  const inOrder = match ? undefined : findInOrder(spec, query, active, sort, visible);
  const isPlain = !total && offset === 0 && (active.length === 0 || inOrder !== undefined);
  const conditionsKey = [visibility.shape, selection];
  const pageKey = [Object.keys(columns), nested, limit, offset, from, before !== undefined, total];
  return {
    columns,
    join: match?.join,
    where: and(spec.of, visible, match?.where, ...conditions),
    // A search finds few rows.
    selectivity: match ? undefined : planSelectivity(spec, query, conditions, visible),
    inOrder,
    isShort: visible !== undefined && !spec.countsMany && !match && isPlain,
    keys,
    descending: sort.startsWith('-') || sort === 'relevance',
    heavy: [...(spec.heavy ?? []), ...(spec.nested && nested.length > 0 ? [spec.nested.column] : [])],
    backwards: before !== undefined,
    from,
    offset,
    limit,
    total,
    facets,
    binding,
    parts: match
      ? undefined
      : { objects: [spec, visibility.object], values: [conditionsKey, pageKey], conditions: conditionsKey },
    values: { ...visibility.values, ...(owner === undefined ? {} : { [ownerId.name]: owner }) },
  };
}

function planSelectivity<Row, Viewer>(
  { filters }: ListSpec<Row, Viewer>,
  query: ListQuery,
  conditions: (SQL | undefined)[],
  visible: SQL | undefined,
): SelectivityPlan | undefined {
  const found = Object.entries(filters).map(([name, { selectivity }], index) =>
    selectivity && query[name] !== undefined ? selectivity(query[name]) : { predicate: conditions[index] },
  );
  const ask = (known?: object) =>
    and(visible, ...found.map((one) => (one === known ? undefined : one.predicate)));
  const candidates = found.flatMap((one) =>
    'candidates' in one ? [{ ids: one.candidates, predicate: one.isExact ? ask(one) : ask() }] : [],
  );
  return candidates.length > 0 ? { candidates, predicate: ask() } : undefined;
}

function findInOrder<Row, Viewer>(
  { filters }: ListSpec<Row, Viewer>,
  query: ListQuery,
  [name = '', ...others]: string[],
  sort: string,
  visible: SQL | undefined,
): IndexOrder | undefined {
  const found = others.length === 0 ? filters[name]?.indexOrder?.(query[name]) : undefined;
  return found && found.sort === sort.replace(/^-/, '') && found.visible === visible ? found : undefined;
}

function keysOf<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  sort: string,
  match: SearchMatch | undefined,
): SortKey[] | undefined {
  return match && sort === 'relevance' ? relevance(spec, match) : spec.sorts[sort.replace(/^-/, '')];
}

function relevance<Row, Viewer>(spec: ListSpec<Row, Viewer>, match: SearchMatch): SortKey[] {
  return [{ sql: match.rank, cast: 'integer' }, ...(spec.search?.ties ?? [])];
}

/** The columns of an answer: all of the row with `include`, or only those of `fields`. */
export function chooseColumns<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  { fields, include = [] }: Pick<ListQuery, 'fields' | 'include'>,
): ListPlan['columns'] {
  const columns: ListPlan['columns'] = { ...spec.columns };
  for (const name of include) if (spec.extras?.[name]) columns[name] = spec.extras[name];
  const nested = nestedOf(spec, { include });
  if (spec.nested && nested.length > 0) {
    const { column, members, write } = spec.nested;
    columns[column] = write(
      Object.fromEntries(Object.entries(members).filter(([name]) => nested.includes(name))),
    );
  }
  if (!fields) return columns;
  const all = { ...columns, ...spec.extras };
  const named = [...fields, ...include, ...(spec.nested && nested.length > 0 ? [spec.nested.column] : [])];
  const wanted = Object.keys(all).filter((name) => named.includes(name));
  return Object.fromEntries(wanted.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}

/** The members of the nested entity that `include` asks for, in the order of their declaration. */
function nestedOf<Row, Viewer>(
  { nested }: ListSpec<Row, Viewer>,
  { include = [] }: Pick<ListQuery, 'include'>,
) {
  return Object.keys(nested?.members ?? {}).filter((name) => include.includes(name));
}

function refuseContradictions({
  q,
  highlight,
  sort,
  after,
  before,
  page,
  limit = defaultLimit,
}: ListQuery): void {
  const errors: InputFault[] = [];
  const refuse = (parameter: string, detail: string) => errors.push({ parameter, detail });
  if (after !== undefined && before !== undefined)
    refuse('before', 'cannot be combined with `after`: send one of them');
  if (page !== undefined && (after !== undefined || before !== undefined)) {
    refuse('page', 'cannot be combined with a cursor: send one of them');
  }
  if (page !== undefined && page * limit > deepestRow) {
    refuse('page', `must end within the first ${deepestRow} things: walk by cursor to read further`);
  }
  if (q === undefined && sort === 'relevance') refuse('sort', 'can be relevance only with `q`');
  if (q === undefined && highlight) refuse('highlight', 'needs `q`');
  if (errors.length > 0) throw new Problem('invalid-parameter', undefined, { errors });
}

function readFrom(
  binding: string,
  cursor: string | undefined,
  keys: number,
  parameter: string,
): Position | null {
  if (cursor === undefined) return null;
  const position = readCursor(binding, cursor, keys);
  if (position !== undefined) return position;
  throw new Problem('invalid-cursor', undefined, {
    errors: [{ parameter, detail: 'is not a cursor of this list with this sort and these filters' }],
  });
}

/** ORDER BY in the reading direction, by the sort keys and the id as tie-breaker. */
export function orderOf(plan: ListPlan, keys: SQL[], id: SQL): SQL[] {
  const direction = plan.descending === plan.backwards ? asc : desc;
  return [...keys, id].map((key) => direction(key));
}

/**
 * Keyset pagination: the rows beyond the cursor as a row comparison, which an index can answer.
 * @param own the expressions of the sort keys
 */
export function beyond(plan: ListPlan, id: SQL, own = plan.keys.map(expressionOf)): SQL | undefined {
  if (!plan.from) return undefined;
  const { keys, id: lastId } = plan.from;
  const row = sql.join([...own, id], sql`, `);
  const values = plan.keys.map((key, index) => castTo(key, keys[index] ?? ''));
  const position = sql.join([...values, sql`${lastId}::uuid`], sql`, `);
  const operator = plan.descending === plan.backwards ? sql`>` : sql`<`;
  return sql`(${row}) ${operator} (${position})`;
}

/** A sort key with its collation. */
export function expressionOf(key: SortKey): SQL {
  return key.collate ? sql`${key.sql} collate ${sql.identifier(key.collate)}` : sql`${key.sql}`;
}

function castTo(key: SortKey, value: string): SQL {
  return sql`${value}::${sql.raw(key.cast)}`;
}
