import { and, asc, desc, type SQL, sql } from 'drizzle-orm';
import { Problem } from '../problems.ts';
import { type Position, readCursor } from './cursor.ts';
import type { ListQuery } from './query.ts';
import type { ListSpec, SortKey } from './spec.ts';

/** What a list will do, as plain data: nothing has run yet. */
export interface ListPlan {
  /** Who sees what, and the filters. */
  where: SQL | undefined;
  keys: SortKey[];
  descending: boolean;
  /** Reading towards the start of the list: rows come in reverse and are turned round. */
  backwards: boolean;
  from: Position | null;
  limit: number;
  total: boolean;
  /** What cursors of this list are bound to. */
  binding: string;
}

/**
 * Plans a list out of a query that its schema has passed.
 * @throws Problem invalid-parameter for both cursors at once, invalid-cursor for one that is foreign or altered
 */
export function planList<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  query: ListQuery,
  viewer: Viewer,
): ListPlan {
  const { sort = spec.defaultSort, limit = 20, after, before, total = false } = query;
  if (after !== undefined && before !== undefined) {
    throw new Problem('invalid-parameter', undefined, {
      errors: [{ parameter: 'before', detail: 'cannot be combined with `after`: send one of them' }],
    });
  }
  const asked = Object.keys(spec.filters)
    .filter((name) => query[name] !== undefined)
    .sort();
  const conditions = asked.map((name) => spec.filters[name]?.where(query[name]));
  const binding = JSON.stringify([spec.name, sort, asked.map((name) => [name, query[name]])]);
  const keys = spec.sorts[sort.replace(/^-/, '')];
  if (!keys) throw new Error(`${spec.name} has no sort named ${sort}`);
  return {
    where: and(spec.visible(viewer), ...conditions),
    keys,
    descending: sort.startsWith('-'),
    backwards: before !== undefined,
    from: readFrom(binding, after ?? before, keys.length, before !== undefined ? 'before' : 'after'),
    limit,
    total,
    binding,
  };
}

function readFrom(
  binding: string,
  cursor: string | undefined,
  keys: number,
  parameter: string,
): Position | null {
  if (cursor === undefined) return null;
  const position = readCursor(binding, cursor, keys);
  if (position) return position;
  throw new Problem('invalid-cursor', undefined, {
    errors: [{ parameter, detail: 'is not a cursor of this list with this sort and these filters' }],
  });
}

/** The order of the plan's rows, as they are read. */
export function orderOf(plan: ListPlan, id: SQL): SQL[] {
  const direction = plan.descending === plan.backwards ? asc : desc;
  return [...plan.keys.map((key) => direction(expressionOf(key))), direction(id)];
}

/** The rows beyond the plan's cursor, as one comparison of rows that an index can answer. */
export function beyond(plan: ListPlan, id: SQL): SQL | undefined {
  if (!plan.from) return undefined;
  const { keys, id: lastId } = plan.from;
  const row = sql.join([...plan.keys.map(expressionOf), id], sql`, `);
  const values = plan.keys.map((key, index) => castTo(key, keys[index] ?? ''));
  const position = sql.join([...values, sql`${lastId}::uuid`], sql`, `);
  const operator = plan.descending === plan.backwards ? sql`>` : sql`<`;
  return sql`(${row}) ${operator} (${position})`;
}

function expressionOf(key: SortKey): SQL {
  return key.collate ? sql`${key.sql} collate ${sql.identifier(key.collate)}` : sql`${key.sql}`;
}

function castTo(key: SortKey, value: string): SQL {
  return sql`${value}::${sql.raw(key.cast)}`;
}
