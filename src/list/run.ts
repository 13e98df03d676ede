import { and, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import { writeCursor } from './cursor.ts';
import { beyond, type ListPlan, orderOf, planList } from './plan.ts';
import type { ListQuery } from './query.ts';
import type { Columns, ListSpec } from './spec.ts';

/** One page of a list, in wire shape. */
export interface ListPage<Row> {
  data: Row[];
  page: { limit: number; next: string | null; previous: string | null; total: number | null };
}

/** Answers a list: one statement, one more when the total is asked. */
export async function runList<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  query: ListQuery,
  viewer: Viewer,
): Promise<ListPage<Row>> {
  const plan = planList(spec, query, viewer);
  const rows = await readRows(db, spec, plan);
  const more = rows.length > plan.limit;
  if (more) rows.pop();
  if (plan.backwards) rows.reverse();
  const cursors = rows.map(({ cursor, id }) => writeCursor(plan.binding, { keys: cursor, id }));
  const first = cursors[0] ?? null;
  const last = cursors.at(-1) ?? null;
  return {
    data: rows.map(({ row }) => row),
    page: {
      limit: plan.limit,
      next: plan.backwards || more ? last : null,
      previous: plan.backwards ? (more ? first : null) : plan.from ? first : null,
      total: plan.total ? await countRows(db, spec, plan) : null,
    },
  };
}

interface ReadRow<Row> {
  row: Row;
  id: string;
  cursor: string[];
}

async function readRows<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
): Promise<ReadRow<Row>[]> {
  const id = sql`${spec.id}`;
  const cursor = sql`json_build_array(${sql.join(
    plan.keys.map((key) => sql`${key.sql}::text`),
    sql`, `,
  )})`;
  const rows = await db
    .select({
      ...qualified(spec.columns),
      cursorId: sql<string>`${id}`,
      cursorKeys: sql<string[]>`${cursor}`,
    })
    .from(spec.table)
    .where(and(plan.where, beyond(plan, id)))
    .orderBy(...orderOf(plan, id))
    .limit(plan.limit + 1)
    .prepare('list')
    .execute();
  return rows.map(({ cursorId, cursorKeys, ...row }) => ({
    row: row as Row,
    id: cursorId as string,
    cursor: cursorKeys as string[],
  }));
}

async function countRows<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
): Promise<number> {
  const [counted] = await db
    .select({ total: sql<number>`count(*)::integer` })
    .from(spec.table)
    .where(plan.where)
    .prepare('count')
    .execute();
  return counted?.total ?? 0;
}

/** Reads one thing that the viewer may see, in one statement; undefined when there is none. */
export async function readOne<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  viewer: Viewer,
  where: SQL,
): Promise<Row | undefined> {
  const [row] = await db
    .select(qualified(spec.columns))
    .from(spec.table)
    .where(and(spec.visible(viewer), where))
    .limit(1)
    .prepare('one')
    .execute();
  return row as Row | undefined;
}

/**
 * Drizzle strips the table off the columns of an expression when it selects from one table, which would bind those
 * of a sub-select to the wrong one: an expression inside an expression is left alone.
 */
function qualified<Row>(columns: Columns<Row>) {
  const entries = Object.entries(columns) as [string, Columns<Record<string, unknown>>[string]][];
  return Object.fromEntries(entries.map(([name, column]) => [name, wrapExpression(column)]));
}

function wrapExpression(column: Columns<Record<string, unknown>>[string]) {
  return column instanceof Object && 'queryChunks' in column ? sql`${column}` : column;
}
