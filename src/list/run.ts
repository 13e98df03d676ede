import { and, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import { type Carrier, carry, type PublicState, readState, stateColumn } from '../db/site.ts';
import { writeCursor } from './cursor.ts';
import { countFacets, type FacetCounts } from './facets.ts';
import { beyond, chooseColumns, expressionOf, type ListPlan, orderOf, planList } from './plan.ts';
import type { ListQuery } from './query.ts';
import {
  columnsNamed,
  type Found,
  findWithState,
  nameColumns,
  parametrize,
  stateName,
  wrapColumns,
} from './select.ts';
import type { ListSpec, Prepared } from './spec.ts';
import { buildOnce, prepareOnce } from './statements.ts';
import { pickPage, readIds } from './uneven.ts';

/** One page of a list, in wire shape. */
export interface ListPage<Row> extends Carrier {
  data: Row[];
  page: { limit: number; next: string | null; previous: string | null; total: number | null };
  facets?: FacetCounts;
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
  const { rows, state } = await readRows(db, spec, plan, query.highlight ? search : undefined);
  const more = rows.length > plan.limit;
  if (more) rows.pop();
  return {
    data: (plan.backwards ? rows.toReversed() : rows).map(({ row }) => row),
    page: {
      limit: plan.limit,
      ...linkPage(plan, rows, more),
      total: plan.total ? await countRows(db, spec, plan) : null,
    },
    ...(plan.facets.length > 0 ? { facets: await countFacets(db, spec, plan) } : {}),
    ...carry(search?.state ?? state),
  };
}

/** The cursors of the neighbouring pages; that of a page with nothing on it leads back to where the list ends. */
function linkPage(
  plan: ListPlan,
  rows: ReadRow<unknown>[],
  more: boolean,
): { next: string | null; previous: string | null } {
  const cursorAt = (row: ReadRow<unknown> | undefined) =>
    writeCursor(plan.binding, row ? { keys: row.cursor, id: row.id } : null);
  const beginsAtAnEnd = plan.from === null && plan.offset === 0;
  const behind = beginsAtAnEnd ? null : cursorAt(rows[0]);
  const ahead = more ? cursorAt(rows.at(-1)) : null;
  return plan.backwards ? { next: behind, previous: ahead } : { next: ahead, previous: behind };
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
  shown: Prepared | undefined,
): Promise<{ rows: ReadRow<Row>[]; state: PublicState | undefined }> {
  const { run, rowOf, shownOf } = buildOnce(db, shown ? undefined : plan.parts, () =>
    buildPage(db, spec, plan, shown),
  );
  const found = await run();
  const rows = found.rows.map((read) => {
    const row = rowOf(read) as Row;
    return {
      row: shown ? { ...row, highlight: shown.show(shownOf(read)) } : row,
      id: read.id as string,
      cursor: read.cursor as string[],
    };
  });
  return { rows, state: found.state };
}

/** A statement for a page, and what takes its rows apart. */
interface Page {
  run: () => Promise<Found>;
  rowOf: Picking;
  shownOf: Picking;
}

function buildPage<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  shown: Prepared | undefined,
): Page {
  const id = sql`${spec.id}`;
  const selected = {
    ...prefix('row', plan.columns),
    ...prefix('shown', shown ? spec.search?.shown : {}),
    ...prefix('key', plan.keys.map(expressionOf)),
    id,
  };
  const columns = columnsNamed(selected);
  const keys = plan.keys.flatMap((_, index) => columns[`key ${index}`] ?? []);
  const order = orderOf(plan, keys, sql`${sql.identifier('id')}`);
  const named = nameColumns(selected);
  const picked = pickIds(spec, plan);
  const page = picked
    ? db
        .select(named)
        .from(spec.table)
        .innerJoin(sql`(${picked}) picked`, sql`picked.id = ${spec.id}`)
        .orderBy(...order)
    : selectFrom(db, spec, plan, named)
        .where(and(plan.where, beyond(plan, id)))
        .orderBy(...order)
        .limit(plan.limit + 1)
        .offset(plan.offset);
  const texts = keys.map((key) => sql`${key}::text`);
  const cursor = sql`json_build_array(${sql.join(texts, sql`, `)})`;
  return {
    run: findWithState(db, page, { columns: { ...columns, cursor }, id: 'id', order }),
    rowOf: pick('row', plan.columns),
    shownOf: pick('shown', spec.search?.shown),
  };
}

/** The ids of the page, where it is better to know them before anything else is read. */
function pickIds<Row, Viewer>(spec: ListSpec<Row, Viewer>, plan: ListPlan): SQL | undefined {
  if (plan.uneven) return pickPage(spec, plan, plan.uneven);
  return plan.offset > 0 && !plan.join ? readIds(spec, plan, plan.where) : undefined;
}

type Part = 'row' | 'shown' | 'key';

/** Keeps what is selected for different ends apart. */
function prefix(part: Part, columns: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [`${part} ${name}`, column]));
}

type Picking = (row: Record<string, unknown>) => Record<string, unknown>;

/** Gives one part of what was selected, under the names that it had before. */
function pick(part: Part, columns: object = {}): Picking {
  const names = Object.keys(columns);
  const selected = names.map((name) => `${part} ${name}`);
  return (row) => {
    const picked: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at += 1) picked[names[at] as string] = row[selected[at] as string];
    return picked;
  };
}

async function countRows<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
): Promise<number> {
  const parts = plan.parts && { ...plan.parts, values: ['count', plan.binding] };
  const count = buildOnce(db, parts, () =>
    selectFrom(db, spec, plan, { total: sql<number>`count(*)::integer` }).where(plan.where).prepare('count'),
  );
  const [counted] = await count.execute();
  return Number(counted?.total ?? 0);
}

function selectFrom<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  selected: Record<string, SQL | SQL.Aliased>,
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
): Promise<(Row & Carrier) | undefined> {
  const columns = chooseColumns(spec, query);
  const visible = spec.visible(viewer);
  const { text, condition, values } = parametrize(where);
  const parts = { objects: [spec, visible], values: ['one', Object.keys(columns), text] };
  const one = prepareOnce(db, parts, () =>
    db
      .select({ ...wrapColumns(columns), [stateName]: stateColumn })
      .from(spec.table)
      .where(and(visible, condition()))
      .limit(1)
      .prepare('one'),
  );
  const [row] = await one.execute(values);
  if (!row) return undefined;
  const { [stateName]: state, ...thing } = row;
  return { ...thing, ...carry(readState(state)) } as Row & Carrier;
}

/** Whether the viewer may see the thing that the condition means: one statement, none when the viewer sees everything. */
export async function isVisible<Row, Viewer>(
  db: Queryable,
  spec: ListSpec<Row, Viewer>,
  viewer: Viewer,
  where: SQL,
): Promise<boolean> {
  const visible = spec.visible(viewer);
  if (!visible) return true;
  const rows = await db.select({ id: spec.id }).from(spec.table).where(and(visible, where)).limit(1);
  return rows.length > 0;
}

/** No member of a thing is called like this. */
const placeName = 'its place';

/** Things in an order of their own. */
export interface Placed<Row> extends Carrier {
  data: Row[];
}

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
): Promise<Placed<Row>> {
  const selected = nameColumns({ ...spec.columns, [placeName]: sql`placed.place` });
  const columns = columnsNamed(spec.columns);
  const order = [sql`${sql.identifier(placeName)}`, sql`${sql.identifier('id')}`];
  const things = db
    .select(selected)
    .from(spec.table)
    .innerJoin(sql`(${placed}) placed`, sql`placed.id = ${spec.id}`)
    .where(spec.visible(viewer))
    .orderBy(...order)
    .limit(limit);
  const { rows, state } = await findWithState(db, things, { columns, id: 'id', order })();
  return { data: rows.map(({ [stateName]: _state, ...row }) => row as Row), ...carry(state) };
}
