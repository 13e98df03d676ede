import { and, SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../db/driver/client.ts';
import { type Carrier, carry, readState, stateColumn } from '../db/unit-of-work/site.ts';
import type { Reservation } from '../runtime/memory-budget.ts';
import { releaseOnError } from './admission.ts';
import { writeCursor } from './cursor.ts';
import { countFacets, type FacetCounts } from './facets.ts';
import { highlightPage } from './hits.ts';
import { beyond, chooseColumns, expressionOf, type ListPlan, orderOf, planList } from './plan.ts';
import { decodeLatin1, isLatin1, prepareSelect, rowReader, type Values } from './prepared.ts';
import type { ListQuery } from './query.ts';
import { longestSearch, withSearchTimeout } from './search-timeout.ts';
import {
  builder,
  columnsNamed,
  type Found,
  findWithState,
  nameColumns,
  type Parametrized,
  parametrize,
  parametrizeVisible,
  type RunFind,
  stateName,
  wrapColumns,
} from './select.ts';
import { pickPage, readIds, readInOrder } from './selectivity.ts';
import { type ListSpec, type PreparedSearch, specFor } from './spec.ts';
import { buildOnce } from './statements.ts';

/** A page of a list, as on the wire. */
export interface ListPage<Row> extends Carrier {
  data: Row[];
  page: { limit: number; next: string | null; previous: string | null; total: number | null };
  facets?: FacetCounts;
}

/**
 * Reads a page: one statement, with the total; one more for all facets, and one for a search's spelling correction.
 * @param owner the id of the parent entity, where the declaration has `of`
 */
export async function runList<Row, Viewer>(
  db: Queryable,
  declared: ListSpec<Row, Viewer>,
  query: ListQuery,
  viewer: Viewer,
  options: ListOptions = {},
): Promise<ListPage<Row>> {
  const spec = specFor(declared, viewer);
  if (query.q !== undefined) return withSearchTimeout('q', () => readList(db, spec, query, viewer, options));
  return readList(db, spec, query, viewer, options);
}

interface ListOptions {
  asLatin1?: boolean;
  owner?: string;
  /** Takes over the reservation of a page with heavy columns, which else ends with the reading. */
  onReservation?: (hold: Reservation) => void;
}

async function readList<Row, Viewer>(
  db: Queryable,
  declared: ListSpec<Row, Viewer>,
  query: ListQuery,
  viewer: Viewer,
  { asLatin1 = false, owner, onReservation = release }: ListOptions,
): Promise<ListPage<Row>> {
  const spec = specFor(declared, viewer);
  const search = query.q === undefined ? undefined : await spec.search?.prepare(db, query.q);
  const plan = planList(spec, query, viewer, { match: search?.match, owner });
  // Highlights are UTF-16 strings.
  const isLatin1Texts = asLatin1 && !query.highlight;
  const shown = query.highlight ? search : undefined;
  const { rows, isCut, state, total, reservation } = await readRows<Row, Viewer>(
    db,
    spec,
    plan,
    shown,
    isLatin1Texts,
  );
  if (reservation) onReservation(reservation);
  const more = isCut || rows.length > plan.limit;
  if (rows.length > plan.limit) rows.pop();
  const facets = plan.facets.length > 0 && (await countFacets(db, spec, plan, isLatin1Texts));
  return {
    data: (plan.backwards ? rows.toReversed() : rows).map(({ row }) => row),
    page: {
      limit: plan.limit,
      ...linkPage(plan, rows, more),
      total,
    },
    ...(facets ? { facets } : {}),
    ...carry(search?.state ?? state),
    ...(isLatin1Texts ? { [isLatin1]: true } : {}),
  };
}

const release = (reservation: Reservation) => reservation.release();

/** The cursors of the next and previous pages; an empty page's leads back to the end of the list. */
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
  shown: PreparedSearch | undefined,
  asLatin1: boolean,
): Promise<Omit<Found, 'rows'> & { rows: ReadRow<Row>[] }> {
  const { run, rowOf, shownOf, positionOf } = buildOnce(shown ? undefined : plan.parts, () =>
    buildPage<Row, Viewer>(spec, plan, shown),
  );
  const found = await run(db, plan.values, asLatin1);
  return releaseOnError(found.reservation, async () => {
    const highlights = shown ? await highlightPage(found.rows.map(shownOf), shown) : undefined;
    const rows = found.rows.map((read, at) => {
      const row = rowOf(read);
      const { id, cursor } = positionOf(read);
      return {
        row: highlights ? { ...row, highlight: highlights[at] } : row,
        id,
        cursor: asLatin1 ? cursor.map(decodeLatin1) : cursor,
      };
    });
    return { ...found, rows };
  });
}

/** The statement of a page, and the readers of its rows. */
interface PageStatement<Row> {
  run: RunFind;
  rowOf: (values: Values) => Row;
  shownOf: (values: Values) => Record<string, unknown>;
  positionOf: (values: Values) => { id: string; cursor: string[] };
}

function buildPage<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  shown: PreparedSearch | undefined,
): PageStatement<Row> {
  const id = sql`${spec.id}`;
  const shownColumns = (shown && spec.search?.shown) ?? {};
  const read = { ...prefix('row', plan.columns), ...prefix('shown', shownColumns), id };
  const sortKeys = prefix('key', plan.keys.map(expressionOf));
  const keys = Object.values(columnsNamed(sortKeys));
  const order = orderOf(plan, keys, sql`${sql.identifier('id')}`);
  const named = nameColumns({ ...read, ...sortKeys });
  const picked = pickIds(spec, plan);
  const page = picked
    ? builder
        .select(named)
        .from(spec.table)
        .innerJoin(sql`(${picked}) picked`, sql`picked.id = ${spec.id}`)
        .orderBy(...order)
    : selectFrom(spec, plan, named)
        .where(and(plan.where, beyond(plan, id)))
        .orderBy(...order)
        .limit(plan.limit + 1)
        .offset(plan.offset);
  const texts = keys.map((key) => sql`${key}::text`);
  const cursor = sql`jsonb_build_array(${sql.join(texts, sql`, `)})`;
  const counted = plan.total
    ? selectFrom(spec, plan, { count: sql`count(*)::integer` }).where(plan.where)
    : undefined;
  const shownAt = Object.keys(plan.columns).length;
  const heavy = plan.heavy.filter((name) => name in plan.columns).map((name) => `row ${name}`);
  return {
    run: findWithState(page, {
      columns: { ...columnsNamed(read), cursor },
      id: 'id',
      order,
      total: counted && sql`${counted}`,
      isShort: plan.isShort && heavy.length === 0,
      limit: plan.join && longestSearch,
      heavy: heavy.map((name) => sql`${sql.identifier(name)}`),
    }),
    rowOf: rowReader(plan.columns),
    shownOf: rowReader(shownColumns, shownAt),
    positionOf: rowReader({ id, cursor }, shownAt + Object.keys(shownColumns).length),
  };
}

/** Deferred join: the ids of the page, where selecting them first is faster. */
function pickIds<Row, Viewer>(spec: ListSpec<Row, Viewer>, plan: ListPlan): SQL | undefined {
  if (plan.inOrder) return readInOrder(plan, plan.inOrder);
  if (plan.selectivity) return pickPage(spec, plan, plan.selectivity);
  return plan.offset > 0 && !plan.join ? readIds(spec, plan, plan.where) : undefined;
}

type Part = 'row' | 'shown' | 'key';

/** Prefixes the names of selected columns by their use. */
function prefix(part: Part, columns: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [`${part} ${name}`, column]));
}

function selectFrom<Row, Viewer>(
  spec: ListSpec<Row, Viewer>,
  plan: ListPlan,
  selected: Record<string, SQL | SQL.Aliased>,
) {
  const from = builder.select(selected).from(spec.table).$dynamic();
  return plan.join ? from.innerJoin(plan.join.table, plan.join.on) : from;
}

/** The query of a single read. */
export interface OneQuery extends Pick<ListQuery, 'fields' | 'include'> {
  /** See `isLatin1`: only for an answer that is sent as JSON. */
  asLatin1?: boolean;
}

/** Reads one visible entity, in one statement; undefined when there is none. */
export async function readOne<Row, Viewer>(
  db: Queryable,
  declared: ListSpec<Row, Viewer>,
  viewer: Viewer,
  where: SQL | Parametrized,
  { asLatin1 = false, ...query }: OneQuery = {},
): Promise<(Row & Carrier) | undefined> {
  const spec = specFor(declared, viewer);
  const visibility = parametrizeVisible(spec.visible(viewer));
  const { shape, condition, values } = where instanceof SQL ? parametrize(where) : where;
  const parts = {
    objects: [spec, visibility.object],
    values: ['one', query.fields, query.include, shape, visibility.shape],
  };
  const { run, entityOf, stateAt } = buildOnce(spec.isOneOff ? undefined : parts, () => {
    const columns = chooseColumns(spec, query);
    const select = builder
      .select({ ...wrapColumns(columns), [stateName]: stateColumn })
      .from(spec.table)
      .where(and(visibility.condition, condition()))
      .limit(1);
    const stateAt = Object.keys(columns).length;
    return {
      run: prepareSelect(select, { isShort: !spec.countsMany }),
      entityOf: rowReader<Row & Carrier>(columns),
      stateAt,
    };
  });
  const [row] = await run(
    db,
    visibility.shape === null ? values : { ...values, ...visibility.values },
    asLatin1,
  );
  if (!row) return undefined;
  return Object.assign(entityOf(row), carry(readState(row[stateAt])), asLatin1 ? { [isLatin1]: true } : {});
}

/** Whether an entity is visible to the viewer: one statement, none when the viewer sees everything. */
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
