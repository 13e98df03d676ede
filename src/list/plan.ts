import { and, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { type InputFault, Problem } from '../problems.ts';
import { type Position, readCursor } from './cursor.ts';
import { deepestRow, type ListQuery } from './query.ts';
import { parametrizeVisible } from './select.ts';
import { type IndexOrder, type ListSpec, type Match, ownerId, type SortKey } from './spec.ts';
import type { Parts } from './statements.ts';

/** What a list will do, as plain data: nothing has run yet. */
export interface ListPlan {
  columns: Record<string, SQL | SQL.Aliased | PgColumn>;
  join: Match['join'] | undefined;
  /** Who sees what, the filters, and what is searched for. */
  where: SQL | undefined;
  /** Where the page may be found; undefined when Postgres can choose by itself. */
  selectivity: SelectivityPlan | undefined;
  /** Where the list lies in its order; undefined for most. */
  inOrder: IndexOrder | undefined;
  /**
   * Whether the page is read in the order of an index, and nothing but the page. The indexes are those of what the public
   * sees: for whoever sees more it may have to be sorted.
   */
  isShort: boolean;
  keys: SortKey[];
  descending: boolean;
  /** Reading towards the start of the list: rows come in reverse and are turned round. */
  backwards: boolean;
  /** The place that is read from; null for the end of the list that the direction begins at. */
  from: Position | null;
  offset: number;
  limit: number;
  total: boolean;
  facets: string[];
  /** What cursors of this list are bound to. */
  binding: string;
  /**
   * What its statements are made of, and of that who sees what and what is asked for; undefined for a search, whose meaning
   * depends on what has been written.
   */
  parts: (Parts & { asked: unknown }) | undefined;
  /** What is put in the places of the placeholders in its statements. */
  values: Record<string, unknown>;
}

/** The conditions of which nobody knows how much they let pass, with those of all others. */
export interface SelectivityPlan {
  /** For each, the ids that it can let pass, and as `where` what is left to be asked of those, a row at a time. */
  candidates: { ids: SQL; predicate: SQL | undefined }[];
  /** As `where`, asked of a row at a time. */
  predicate: SQL | undefined;
}

/**
 * Plans a list out of a query that its schema has passed.
 * @throws Problem invalid-parameter for parameters that exclude each other, invalid-cursor for a foreign or altered one
 */
export function planList<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  query: ListQuery,
  viewer: Viewer,
  { match, owner }: { match?: Match | undefined; owner?: string | undefined } = {},
): ListPlan {
  refuseContradictions(query);
  const { q, limit = 20, after, before, page = 1, total = false, facets = [] } = query;
  const sort = query.sort ?? (match ? 'relevance' : spec.defaultSort);
  const asked = Object.keys(spec.filters)
    .filter((name) => query[name] !== undefined)
    .sort();
  const conditions = Object.entries(spec.filters).map(([name, filter]) =>
    query[name] === undefined ? filter.absent : filter.where(query[name]),
  );
  const visibility = parametrizeVisible(spec.visible(viewer));
  const visible = visibility.condition;
  const asking = [sort, q ?? null, asked.map((name) => [name, query[name]])];
  const binding = JSON.stringify([owner === undefined ? spec.name : `${spec.name} of ${owner}`, ...asking]);
  const keys = match && sort === 'relevance' ? relevance(spec, match) : spec.sorts[sort.replace(/^-/, '')];
  if (!keys) throw new Error(`${spec.name} has no sort named ${sort}`);
  const columns = chooseColumns(spec, query);
  const offset = (page - 1) * limit;
  const from = readFrom(binding, after ?? before, keys.length, before !== undefined ? 'before' : 'after');
  const inOrder = match ? undefined : findInOrder(spec, query, asked, sort, visible);
  const isPlain = !total && offset === 0 && (asked.length === 0 || inOrder !== undefined);
  const shaping = [visibility.shape, asking];
  const cut = [Object.keys(columns), limit, offset, from, before !== undefined, total];
  return {
    columns,
    join: match?.join,
    where: and(spec.of, visible, match?.where, ...conditions),
    // What a search finds is few already.
    selectivity: match ? undefined : planSelectivity(spec, query, conditions, visible),
    inOrder,
    isShort: visible !== undefined && !spec.countsMany && !match && isPlain,
    keys,
    descending: sort.startsWith('-') || sort === 'relevance',
    backwards: before !== undefined,
    from,
    offset,
    limit,
    total,
    facets,
    binding,
    parts: match ? undefined : { objects: [spec, visibility.object], values: [shaping, cut], asked: shaping },
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

function relevance<Row, Viewer>(spec: ListSpec<Row, Viewer>, match: Match): SortKey[] {
  return [{ sql: match.rank, cast: 'integer' }, ...(spec.search?.ties ?? [])];
}

/** The members that are answered: all of the row, what is included, or only the fields that were asked for. */
export function chooseColumns<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  { fields, include = [] }: Pick<ListQuery, 'fields' | 'include'>,
): ListPlan['columns'] {
  const columns: ListPlan['columns'] = { ...spec.columns };
  for (const name of include) if (spec.extras?.[name]) columns[name] = spec.extras[name];
  if (!fields) return columns;
  const all = { ...columns, ...spec.extras };
  const wanted = Object.keys(all).filter((name) => fields.includes(name) || include.includes(name));
  return Object.fromEntries(wanted.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}

function refuseContradictions({ q, highlight, sort, after, before, page, limit = 20 }: ListQuery): void {
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

/** The order of the plan's rows as they are read, by its keys and the id, or by what they are called. */
export function orderOf(plan: ListPlan, keys: SQL[], id: SQL): SQL[] {
  const direction = plan.descending === plan.backwards ? asc : desc;
  return [...keys, id].map((key) => direction(key));
}

/**
 * The rows beyond the plan's cursor, as one comparison of rows that an index can answer.
 * @param own the keys of the sort, as the rows have them
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

/** The expression of a sort key, with its collation. */
export function expressionOf(key: SortKey): SQL {
  return key.collate ? sql`${key.sql} collate ${sql.identifier(key.collate)}` : sql`${key.sql}`;
}

function castTo(key: SortKey, value: string): SQL {
  return sql`${value}::${sql.raw(key.cast)}`;
}
