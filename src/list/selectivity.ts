import { and, getTableName, is, type SQL, type Subquery, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { beyond, expressionOf, type ListPlan, orderOf, type SelectivityPlan } from './plan.ts';
import type { IndexOrder, ListSpec } from './spec.ts';

/**
 * Up to so many rows are read and sorted, whatever there is; where more can pass, the next of them in the order of a list
 * is not far.
 */
export const fewRows = 1000;
/** Never more, however large the table is. */
const mostFewRows = 20_000;
/** A row that is met in the order of a list costs so many times one that is known to pass: it has to be asked. */
const costOfMeeting = 5;

/**
 * How many rows are few, within what `pickPage` counts. In a large table that is more: among `k` of `n` rows one is met
 * after `n / k`, so that a page of `p` costs as much either way where `k` is about the root of `p * n`.
 */
export const few = sql`(select rows from few)`;

/** @param table of which it is known how large it is (pg_class), once it was vacuumed or analysed */
function countFew(table: PgTable | Subquery, limit: number): SQL {
  if (!is(table, PgTable)) return sql`select ${fewRows}::integer as rows`;
  return sql`select least(greatest(sqrt(greatest(reltuples, 0) * ${costOfMeeting * limit}::float8), ${fewRows}::integer), ${mostFewRows}::integer)::integer as rows
    from pg_class where oid = ${getTableName(table)}::text::regclass`;
}

/**
 * The ids of a page, and of the row behind it, as a sub-select of the column `id`: read among the rows that an selectivity
 * condition can let pass, if they are few, and else in the order of the list. Which it is, is found out by counting the
 * first of them when the statement runs.
 */
export function pickPage<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  { candidates, predicate }: SelectivityPlan,
): SQL {
  const id = sql`${spec.id}`;
  const some = candidates.map((_, index) => sql.identifier(`some_${index}`));
  const counted = candidates.map(
    ({ ids }, index) => sql`${some[index]} (id) as materialized (${ids} limit ${few} + 1)`,
  );
  const isFew = some.map((name) => sql`(select count(*) from ${name}) <= ${few}`);
  const read = (...conditions: (SQL | undefined)[]) => sql`(${readIds(spec, plan, and(...conditions))})`;
  const readFew = some.map((name, index) =>
    read(
      ...isFew.slice(0, index).map((few) => sql`not ${few}`),
      sql`${isFew[index]}`,
      sql`${id} in (select id from ${name})`,
      candidates[index]?.predicate,
    ),
  );
  const readMany = read(...isFew.map((few) => sql`not ${few}`), predicate);
  return sql`with few as materialized (${countFew(spec.table, plan.limit + 1)}), ${sql.join(counted, sql`, `)} ${sql.join([...readFew, readMany], sql` union all `)}`;
}

/**
 * The ids of a page, and of the row behind it, as a sub-select of the column `id` in the order of the list: nothing else
 * of the rows before the page is read.
 */
export function readIds<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  where: SQL | undefined,
): SQL {
  return readRows(plan, { from: spec.table, where, keys: plan.keys.map(expressionOf), id: sql`${spec.id}` });
}

/** The same, read where the list lies in its order. */
export function readInOrder(plan: ListPlan, { from, where, key, id }: IndexOrder): SQL {
  return readRows(plan, { from, where, keys: [sql`${key}`], id: sql`${id}` });
}

interface Rows {
  from: PgTable | Subquery;
  where: SQL | undefined;
  keys: SQL[];
  id: SQL;
}

function readRows(plan: ListPlan, { from, where, keys, id }: Rows): SQL {
  const conditions = and(where, beyond(plan, id, keys));
  const order = sql.join(orderOf(plan, keys, id), sql`, `);
  return sql`select ${id} as id from ${from} ${conditions ? sql`where ${conditions}` : sql``}
    order by ${order} limit ${plan.limit + 1} offset ${plan.offset}`;
}
