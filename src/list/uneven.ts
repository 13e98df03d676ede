import { and, type SQL, sql } from 'drizzle-orm';
import { beyond, expressionOf, type ListPlan, orderOf, type UnevenPlan } from './plan.ts';
import type { ListSpec } from './spec.ts';

/** Up to so many rows are sorted; where more can pass, the next of them in the order of a list is not far. */
export const fewRows = 1000;

/**
 * The ids of a page, and of the row behind it, as a sub-select of the column `id`: read among the rows that an uneven
 * condition can let pass, if they are few, and else in the order of the list. Which it is, is found out by counting the
 * first of them when the statement runs.
 */
export function pickPage<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  { among, each }: UnevenPlan,
): SQL {
  const id = sql`${spec.id}`;
  const some = among.map((_, index) => sql.identifier(`some_${index}`));
  const counted = among.map(
    (ids, index) => sql`${some[index]} (id) as materialized (${ids} limit ${fewRows + 1})`,
  );
  const isFew = some.map((name) => sql`(select count(*) from ${name}) <= ${fewRows}`);
  const read = (...conditions: SQL[]) => sql`(${readIds(spec, plan, and(...conditions, each))})`;
  const readFew = some.map((name, index) =>
    read(
      ...isFew.slice(0, index).map((few) => sql`not ${few}`),
      sql`${isFew[index]}`,
      sql`${id} in (select id from ${name})`,
    ),
  );
  const readMany = read(...isFew.map((few) => sql`not ${few}`));
  return sql`with ${sql.join(counted, sql`, `)} ${sql.join([...readFew, readMany], sql` union all `)}`;
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
  const id = sql`${spec.id}`;
  const conditions = and(where, beyond(plan, id));
  const order = sql.join(orderOf(plan, plan.keys.map(expressionOf), id), sql`, `);
  return sql`select ${id} as id from ${spec.table} ${conditions ? sql`where ${conditions}` : sql``}
    order by ${order} limit ${plan.limit + 1} offset ${plan.offset}`;
}
