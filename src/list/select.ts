import { Column, Name, Param, SQL, type SQLWrapper, StringChunk, sql, Table } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { Queryable } from '../db/client.ts';
import { type PublicState, readState, stateColumn } from '../db/site.ts';
import type { Reservation } from '../memory-budget.ts';
import { holding, makeAdmission } from './admission.ts';
import { dialect, prepareSelect, type Values } from './prepared.ts';
import { numberOf } from './statements.ts';

/** Writes selects, for whatever database. */
export const builder = new QueryBuilder();

/** What a statement found, and the public state that it was found at. */
export interface Found {
  rows: Values[];
  /** Whether there were more rows than an answer has room for. */
  isCut: boolean;
  state: PublicState | undefined;
  /** How many there are in all; null when that was not asked. */
  total: number | null;
  /** What rows with heavy columns hold of the memory for them, until they are sent. */
  hold?: Reservation | undefined;
}

/**
 * @param values what is put in the places of the placeholders
 * @param asLatin1 whether texts are read as `ofBytes` says
 */
export type Finding = (db: Queryable, values?: Record<string, unknown>, asLatin1?: boolean) => Promise<Found>;

/**
 * Prepares a sub-select together with a look at the public state, which is told when nothing is found too.
 * @param found a select whose columns were named by `nameColumns`
 * @param columns what is read of it, in the order in which rows have it
 * @param id the name of the column that no row is without
 * @param order that of the rows, which the join would be free to lose
 * @param total a sub-select that counts all that there are
 * @param isShort and `limit`: see `SelectOptions`
 * @param heavy the names of columns, of those that are read, that may be long: the rows end before they are longer than an
 * answer may be together; the first one comes, however long it is
 * @returns what runs it, any number of times: one statement
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
): Finding {
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
    const hold = await admission?.admit(db, values);
    const rows = await holding(hold, () => run(db, values, asLatin1));
    const [state, total, number] = rows[0]?.slice(stateAt) ?? [];
    const found = rows.filter((row) => row[idAt] !== null);
    if (hold) admission?.note(hold, Number(rows.at(-1)?.at(-1)));
    return {
      ...{ rows: found, hold },
      isCut: typeof number === 'number' && number > found.length,
      state: readState(state),
      total: typeof total === 'number' ? total : null,
    };
  };
}

/** So many bytes, about, the heavy columns of a page take together. */
export const mostBytes = 8 * 2 ** 20;

/**
 * The rows of a select with how long they are up to each, in a running total: what is stored apart from its row (TOAST) is
 * measured without being read. So what an answer has no room for is never read.
 */
function boundRows(found: SQLWrapper, heavy: SQL[], order: SQL[]): SQL {
  const sizes = heavy.map((column) => sql`coalesce(octet_length(${column}::text), 0)`);
  return sql`(select *, sum(${sql.join(sizes, sql` + `)}) over (order by ${sql.join(order, sql`, `)} rows unbounded preceding) as bytes,
    row_number() over (order by ${sql.join(order, sql`, `)}) as place, (count(*) over ())::integer as found from ${found} whole) found`;
}

/** The rows that a page has room for. */
const hasRoom = sql`found.bytes <= ${mostBytes} or found.place = 1`;

/** Prepares the measuring of such rows, which reads none of what is long. */
function prepareMeasure(rows: SQL, limit: number | undefined) {
  const bytes = sql`coalesce(max(found.bytes) filter (where ${hasRoom}), 0)::float8`;
  const run = prepareSelect(builder.select({ bytes }).from(rows), { isShort: false, limit });
  return async (db: Queryable, values?: Record<string, unknown>) => Number((await run(db, values))[0]?.[0]);
}

/** No column is called like this. */
export const stateName = 'public state';

/** A condition without its parameters. */
export interface Parametrized {
  /** The same for conditions that differ in their parameters alone. */
  shape: string;
  /** The condition with a placeholder for each parameter. */
  condition: () => SQL;
  /** What is to be put in their places. */
  values: Record<string, unknown>;
}

/**
 * Takes a condition and its parameters apart, so that one statement serves for every value of them.
 * @param prefix tells the placeholders from those of other conditions of the statement
 */
export function parametrize(where: SQL, prefix = ''): Parametrized {
  const shape: string[] = [];
  const params: unknown[] = [];
  const isPlain = takeApart(where, shape, params);
  const { sql: text, params: values } = isPlain ? { sql: undefined, params } : dialect.sqlToQuery(where);
  const condition = () => {
    const pieces = (text ?? dialect.sqlToQuery(where).sql).split(/\$(\d+)/);
    return sql.join(
      pieces.map((piece, at) => (at % 2 === 1 ? sql.placeholder(prefix + piece) : sql.raw(piece))),
    );
  };
  return {
    shape: text ?? shape.join(' '),
    condition,
    values: Object.fromEntries(values.map((value, index) => [`${prefix}${index + 1}`, value])),
  };
}

/** Who sees what, as a part of statements that serve for all who see by the same condition. */
export interface Visibility {
  condition: SQL | undefined;
  /** What it is known by: itself where it has no parameters, else its shape. */
  object: SQL | undefined;
  shape: string | null;
  values: Record<string, unknown>;
}

const visibilities = new WeakMap<SQL, Visibility>();

/** Takes the parameters out of what a list says is visible: a condition may be made anew for each request. */
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
 * Takes a condition on one value apart once and for all, which takes longer than to look a statement up.
 * @param make the condition for a value, which is its only parameter, in whatever places
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
 * Finds the parameters of a condition, in their order, without writing it, which takes longer than all else that is done
 * for a thing. @returns whether the shape says all that there is to it
 */
function takeApart(chunk: unknown, shape: string[], params: unknown[]): boolean {
  if (chunk instanceof SQL) return chunk.queryChunks.every((inner) => takeApart(inner, shape, params));
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

/** The columns of a select under names of ours, so that a select around it can use them. */
export function nameColumns(columns: Record<string, unknown>): Record<string, SQL.Aliased> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, sql`${wrap(column)}`.as(name)]),
  );
}

/** Those columns as the select around it has them. */
export function columnsNamed(columns: object): Record<string, SQL> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, sql`${sql.identifier(name)}`]));
}

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
