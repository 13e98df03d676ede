import { and, getTableName, is, type SQL, type Subquery, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { beyond, expressionOf, type ListPlan, orderOf, type SelectivityPlan } from './plan.ts';
import type { IndexOrder, ListSpec } from './spec.ts';

/**
 * The least candidates that are read and sorted. With more, the index order of the list meets the next matching row soon.
 */
export const fewRows = 1000;
/** The most, however large the table is. */
const mostFewRows = 20_000;
/** The cost of a row in index order, whose condition has to be evaluated, relative to a candidate's. */
const indexRowCost = 5;

/**
 * The break-even number of candidates. With `k` of `n` rows matching, index order meets one every `n / k` rows, so that a page
 * of `p` costs the same either way where `k` is about the root of `p * n`.
 */
export const few = sql`(select rows from few)`;

/** @param table whose size `pg_class.reltuples` estimates, since its last VACUUM or ANALYZE */
function countFew(table: PgTable | Subquery, limit: number): SQL {
  if (!is(table, PgTable)) return sql`select ${fewRows}::integer as rows`;
  return sql`select least(greatest(sqrt(greatest(reltuples, 0) * ${indexRowCost * limit}::float8), ${fewRows}::integer), ${mostFewRows}::integer)::integer as rows
    from pg_class where oid = ${getTableName(table)}::text::regclass`;
}

/**
 * The ids of a page and the next row, as a sub-select: from the candidates of a filter where they are few, else in index
 * order. The statement decides at run time by counting the first candidates, since the planner's estimate is unreliable.
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
 * The ids of a page and the next row in order, as a sub-select (deferred join): of the rows before the page only the index
 * is read.
 */
export function readIds<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  where: SQL | undefined,
): SQL {
  return readRows(plan, { from: spec.table, where, keys: plan.keys.map(expressionOf), id: sql`${spec.id}` });
}

/** The same by an index of the filtered list. */
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
