import { Column, Name, Param, SQL, type SQLWrapper, StringChunk, sql, Table } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/driver/client.ts';
import { type PublicState, readState, stateColumn } from '../db/unit-of-work/site.ts';
import type { Reservation } from '../runtime/memory-budget.ts';
import { makeAdmission, releaseOnError } from './admission.ts';
import { dialect, prepareSelect, type Values } from './prepared.ts';
import { numberOf } from './statements.ts';

export const builder = new QueryBuilder();

/** The rows of a statement, and the public state of its snapshot. */
export interface Found {
  rows: Values[];
  /** Whether rows were omitted for the size of the answer. */
  isCut: boolean;
  state: PublicState | undefined;
  /** The number of matches; null when not requested. */
  total: number | null;
  /** The memory of rows with heavy columns. */
  reservation?: Reservation | undefined;
}

/**
 * @param values of the placeholders
 * @param asLatin1 see `isLatin1`
 */
export type RunFind = (db: Queryable, values?: Record<string, unknown>, asLatin1?: boolean) => Promise<Found>;

/**
 * Prepares a sub-select left-joined to the public state, which is read also without rows.
 * @param found a select with columns by `nameColumns`
 * @param columns that are read of it, in order
 * @param id the name of a column that is never null
 * @param order of the rows, which the join does not preserve
 * @param total a sub-select that counts all matches
 * @param isShort and `limit`: see `SelectOptions`
 * @param heavy the names of possibly long columns among `columns`: rows are cut at the maximum of an answer, but for the
 * first one
 * @returns a function that runs it: one statement
 */
export function findWithState(
  found: SQLWrapper,
  {
    columns,
    id,
    order,
    total,
    isShort = false,
    heavy = [],
    limit,
  }: {
    columns: Record<string, SQL>;
    id: string;
    order: SQL[];
    total?: SQL | undefined;
    isShort?: boolean;
    heavy?: SQL[];
    limit?: number | undefined;
  },
): RunFind {
  const bounded = heavy.length > 0;
  const rows = bounded ? boundRows(found, heavy, order) : sql`${found} found`;
  const run = prepareSelect(
    builder
      .select({
        ...columns,
        [stateName]: sql`site.state`,
        ...(total || bounded ? { total: total ? sql`site.total` : sql`null` } : {}),
        ...(bounded ? { found: sql`found.found`, bytes: sql`found.bytes::float8` } : {}),
      })
      .from(sql`(select ${stateColumn} as state${total ? sql`, ${total} as total` : sql``}) site`)
      .leftJoin(rows, bounded ? hasRoom : sql`true`)
      .orderBy(...order),
    { isShort, limit },
  );
  const admission = bounded ? makeAdmission(prepareMeasure(rows, limit), mostBytes) : undefined;
  const [idAt, stateAt] = [Object.keys(columns).indexOf(id), Object.keys(columns).length];
  return async (db, values, asLatin1) => {
    const reservation = await admission?.admit(db, values);
    const rows = await releaseOnError(reservation, () => run(db, values, asLatin1));
    const [state, total, number] = rows[0]?.slice(stateAt) ?? [];
    const found = rows.filter((row) => row[idAt] !== null);
    if (reservation) admission?.record(reservation, Number(rows.at(-1)?.at(-1)));
    return {
      ...{ rows: found, reservation },
      isCut: typeof number === 'number' && number > found.length,
      state: readState(state),
      total: typeof total === 'number' ? total : null,
    };
  };
}

/** The approximate maximum of a page's heavy columns, in bytes. */
export const mostBytes = 8 * 2 ** 20;

/**
 * Adds a running total (window function) of the lengths of heavy columns: TOASTed values are measured without being read, so
 * that rows beyond the maximum are never read.
 */
function boundRows(found: SQLWrapper, heavy: SQL[], order: SQL[]): SQL {
  const sizes = heavy.map((column) => sql`coalesce(octet_length(${column}::text), 0)`);
  return sql`(select *, sum(${sql.join(sizes, sql` + `)}) over (order by ${sql.join(order, sql`, `)} rows unbounded preceding) as bytes,
    row_number() over (order by ${sql.join(order, sql`, `)}) as place, (count(*) over ())::integer as found from ${found} whole) found`;
}

/** The rows within the maximum. */
const hasRoom = sql`found.bytes <= ${mostBytes} or found.place = 1`;

/** Prepares the measuring of such rows, which detoasts none of them. */
function prepareMeasure(rows: SQL, limit: number | undefined) {
  const bytes = sql`coalesce(max(found.bytes) filter (where ${hasRoom}), 0)::float8`;
  const run = prepareSelect(builder.select({ bytes }).from(rows), { isShort: false, limit });
  return async (db: Queryable, values?: Record<string, unknown>) => Number((await run(db, values))[0]?.[0]);
}

/** A name that no column has. */
export const stateName = 'public state';

/** A condition with placeholders instead of its parameters. */
export interface Parametrized {
  /** Equal for conditions that differ only in their parameters. */
  shape: string;
  condition: () => SQL;
  /** The values of the placeholders. */
  values: Record<string, unknown>;
}

/**
 * Separates a condition from its parameters, so that one prepared statement serves all values.
 * @param prefix of the placeholders, unique within the statement
 */
export function parametrize(where: SQL, prefix = ''): Parametrized {
  const shape: string[] = [];
  const params: unknown[] = [];
  const isPlain = collectParameters(where, shape, params);
  const { sql: text, params: values } = isPlain ? { sql: undefined, params } : dialect.sqlToQuery(where);
  const condition = () => {
    const parts = (text ?? dialect.sqlToQuery(where).sql).split(/\$(\d+)/);
    return sql.join(parts.map((part, at) => (at % 2 === 1 ? sql.placeholder(prefix + part) : sql.raw(part))));
  };
  return {
    shape: text ?? shape.join(' '),
    condition,
    values: Object.fromEntries(values.map((value, index) => [`${prefix}${index + 1}`, value])),
  };
}

/** A visibility condition, parametrised for statements that serve all viewers with the same one. */
export interface Visibility {
  condition: SQL | undefined;
  /** Its identity where it has no parameters; else the shape is. */
  object: SQL | undefined;
  shape: string | null;
  values: Record<string, unknown>;
}

const visibilities = new WeakMap<SQL, Visibility>();

/** Parametrises the visibility of a list, which may be a new condition for each request. */
export function parametrizeVisible(visible: SQL | undefined): Visibility {
  if (visible === undefined) return { condition: visible, object: visible, shape: null, values: {} };
  const known = visibilities.get(visible);
  if (known) return known;
  const { shape, condition, values } = parametrize(visible, 'visible ');
  const isConstant = Object.keys(values).length === 0;
  const visibility = isConstant
    ? { condition: visible, object: visible, shape: null, values }
    : { condition: condition(), object: undefined, shape, values };
  visibilities.set(visible, visibility);
  return visibility;
}

/**
 * Parametrises a condition on one value once, which takes longer than looking a statement up.
 * @param make the condition of a value, which is its only parameter, once or more
 */
export function parametrizeOnce(make: (value: string) => SQL): (value: string) => Parametrized {
  const { shape, condition, values } = parametrize(make(''));
  const places = Object.keys(values);
  return (value) => ({
    shape,
    condition,
    values: Object.fromEntries(places.map((place) => [place, value])),
  });
}

/**
 * Collects the parameters of a condition without generating SQL, which takes longer than the rest of a single read.
 * @returns whether the shape determines the condition
 */
function collectParameters(chunk: unknown, shape: string[], params: unknown[]): boolean {
  if (chunk instanceof SQL)
    return chunk.queryChunks.every((inner) => collectParameters(inner, shape, params));
  if (chunk instanceof Param) {
    if (chunk.value instanceof Object) return false;
    params.push(chunk.encoder.mapToDriverValue(chunk.value));
    shape.push('\0');
  } else if (chunk instanceof StringChunk) shape.push(...chunk.value);
  else if (chunk instanceof Name) shape.push(`"${chunk.value}"`);
  else if (chunk instanceof Column || chunk instanceof Table) shape.push(`\0${numberOf(chunk)}`);
  else if (typeof chunk === 'string') {
    params.push(chunk);
    shape.push('\0');
  } else return false;
  return true;
}

/** Aliases the columns of a select for an outer one. */
export function nameColumns(columns: Record<string, unknown>): Record<string, SQL.Aliased> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, sql`${wrap(column)}`.as(name)]),
  );
}

/** The aliased columns in the outer select. */
export function columnsNamed(columns: object): Record<string, SQL> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, sql`${sql.identifier(name)}`]));
}

/** Memoised expressions; those of a list are constant. */
const wrappings = new WeakMap<object, SQL>();

export function wrapColumns(columns: Record<string, unknown>): Record<string, SQL> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, wrap(column)]));
}

/**
 * Protects an expression from Drizzle, which strips the tables off its columns when it selects from one table, so that those
 * of a sub-select would refer to the wrong one. Without parameters its SQL is generated once, which takes longer than the
 * rest of a statement.
 */
function wrap(column: unknown): SQL {
  if (!(column instanceof Object && 'queryChunks' in column)) return column as SQL;
  const known = wrappings.get(column);
  if (known) return known;
  const { sql: text, params } = dialect.sqlToQuery(column as SQL);
  const wrapped = params.length === 0 ? sql.raw(text) : sql`${column}`;
  wrappings.set(column, wrapped);
  return wrapped;
}
