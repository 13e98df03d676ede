import { and, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import { type PublicState, readAt, readState, stateColumn } from '../db/site.ts';
import { writeCursor } from './cursor.ts';
import { countFacets, type FacetCounts } from './facets.ts';
import { beyond, chooseColumns, type ListPlan, orderOf, planList } from './plan.ts';
import type { ListQuery } from './query.ts';
import type { ListSpec, Prepared } from './spec.ts';

/** One page of a list, in wire shape. */
export interface ListPage<Row> {
  data: Row[];
  page: { limit: number; next: string | null; previous: string | null; total: number | null };
  facets?: FacetCounts;
  [readAt]?: PublicState;
}

/**
 * Answers a list: one statement; one more when the total is asked, one for all facets, one when a search has to ask
 * for the spelling of its words.
 */
export async function runList<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  query: ListQuery,
  viewer: Viewer,
): Promise<ListPage<Row>> {
  const search = query.q === undefined ? undefined : await spec.search?.prepare(db, query.q);
  const plan = planList(spec, query, viewer, search?.match);
  const rows = await readRows(db, spec, plan, query.highlight ? search : undefined);
  const more = rows.length > plan.limit;
  if (more) rows.pop();
  if (plan.backwards) rows.reverse();
  const cursors = rows.map(({ cursor, id }) => writeCursor(plan.binding, { keys: cursor, id }));
  const first = cursors[0] ?? null;
  const last = cursors.at(-1) ?? null;
  const isFirstPage = plan.from === null && plan.offset === 0;
  return {
    data: rows.map(({ row }) => row),
    page: {
      limit: plan.limit,
      next: plan.backwards || more ? last : null,
      previous: plan.backwards ? (more ? first : null) : isFirstPage ? null : first,
      total: plan.total ? await countRows(db, spec, plan) : null,
    },
    ...(plan.facets.length > 0 ? { facets: await countFacets(db, spec, plan) } : {}),
    ...(rows[0]?.state ? { [readAt]: rows[0].state } : {}),
  };
}

interface ReadRow<Row> {
  row: Row;
  id: string;
  cursor: string[];
  state: PublicState | undefined;
}

async function readRows<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  shown: Prepared | undefined,
): Promise<ReadRow<Row>[]> {
  const id = sql`${spec.id}`;
  const keys = sql.join(
    plan.keys.map((key) => sql`${key.sql}::text`),
    sql`, `,
  );
  const own = {
    id: sql<string>`${id}`,
    cursor: sql<string[]>`json_build_array(${keys})`,
    state: stateColumn,
  };
  const selected = {
    ...prefix('row', plan.columns),
    ...prefix('own', own),
    ...prefix('shown', shown ? spec.search?.shown : {}),
  };
  const rows = await selectFrom(db, spec, plan, selected)
    .where(and(plan.where, beyond(plan, id)))
    .orderBy(...orderOf(plan, id))
    .limit(plan.limit + 1)
    .offset(plan.offset)
    .prepare('list')
    .execute();
  return rows.map((selectedRow) => {
    const parts = unprefix(selectedRow);
    const row = parts.row as Row;
    return {
      row: shown ? { ...row, highlight: shown.show(parts.shown) } : row,
      id: parts.own.id as string,
      cursor: parts.own.cursor as string[],
      state: readState(parts.own.state),
    };
  });
}

type Part = 'row' | 'own' | 'shown';

/** Keeps what is selected for different ends apart, and gives it to Drizzle in a form that it leaves alone. */
function prefix(part: Part, columns: Record<string, unknown> = {}): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [`${part} ${name}`, wrap(column)]),
  );
}

function unprefix(selected: Record<string, unknown>): Record<Part, Record<string, unknown>> {
  const parts: Record<Part, Record<string, unknown>> = { row: {}, own: {}, shown: {} };
  for (const name of Object.keys(selected)) {
    const at = name.indexOf(' ');
    parts[name.slice(0, at) as Part][name.slice(at + 1)] = selected[name];
  }
  return parts;
}

/**
 * Drizzle strips the table off the columns of an expression when it selects from one table, which would bind those
 * of a sub-select to the wrong one: an expression inside an expression is left alone.
 */
function wrap(column: unknown): SQL {
  return (column instanceof Object && 'queryChunks' in column ? sql`${column}` : column) as SQL;
}

async function countRows<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
): Promise<number> {
  const [counted] = await selectFrom(db, spec, plan, { total: sql<number>`count(*)::integer` })
    .where(plan.where)
    .prepare('count')
    .execute();
  return Number(counted?.total ?? 0);
}

function selectFrom<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  selected: Record<string, SQL>,
) {
  const from = db.select(selected).from(spec.table).$dynamic();
  return plan.join ? from.innerJoin(plan.join.table, plan.join.on) : from;
}

/** Reads one thing that the viewer may see, in one statement; undefined when there is none. */
export async function readOne<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  viewer: Viewer,
  where: SQL,
  query: Pick<ListQuery, 'fields' | 'include'> = {},
): Promise<Row | undefined> {
  const columns = Object.entries(chooseColumns(spec, query)).map(([name, column]) => [name, wrap(column)]);
  const [row] = await db
    .select({ ...(Object.fromEntries(columns) as Record<string, SQL>), [stateName]: stateColumn })
    .from(spec.table)
    .where(and(spec.visible(viewer), where))
    .limit(1)
    .prepare('one')
    .execute();
  if (!row) return undefined;
  const { [stateName]: state, ...thing } = row;
  return { ...thing, [readAt]: readState(state) } as Row;
}

/** No member of a thing is called like this. */
const stateName = 'public state';

/**
 * Reads things in an order that a sub-select gives: rows of `id` and `place`, smallest place first. Only what the
 * viewer may see is answered. One statement.
 */
export async function readPlaced<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  viewer: Viewer,
  placed: SQL,
  limit: number,
): Promise<Row[]> {
  const columns = Object.entries(spec.columns).map(([name, column]) => [name, wrap(column)]);
  const rows = await db
    .select(Object.fromEntries(columns) as Record<string, SQL>)
    .from(spec.table)
    .innerJoin(sql`(${placed}) placed`, sql`placed.id = ${spec.id}`)
    .where(spec.visible(viewer))
    .orderBy(sql`placed.place`, sql`${spec.id}`)
    .limit(limit)
    .prepare('placed')
    .execute();
  return rows as Row[];
}
