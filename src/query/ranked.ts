import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../db/driver/client.ts';
import { type Carrier, carry } from '../db/unit-of-work/site.ts';
import { rowReader } from './prepared.ts';
import { builder, columnsNamed, findWithState, nameColumns } from './select.ts';
import { type ListSpec, specFor } from './spec.ts';

/** A name that no member has. */
const placeName = 'its place';

/** Entities in the order of a rank. */
export interface Ranked<Row> extends Carrier {
  data: Row[];
}

/**
 * Reads the visible entities of a sub-select with `id` and `place`, the smallest place first; one statement.
 */
export async function readRanked<Row, Viewer>(
  db: Queryable,
  declared: ListSpec<Row, Viewer>,
  viewer: Viewer,
  placed: SQL,
  limit: number,
): Promise<Ranked<Row>> {
  const spec = specFor(declared, viewer);
  const selected = nameColumns({ ...spec.columns, [placeName]: sql`placed.place` });
  const order = [sql`${sql.identifier(placeName)}`, sql`${sql.identifier('id')}`];
  const entities = builder
    .select(selected)
    .from(spec.table)
    .innerJoin(sql`(${placed}) placed`, sql`placed.id = ${spec.id}`)
    .where(spec.visible(viewer))
    .orderBy(...order)
    .limit(limit);
  const find = findWithState(entities, { columns: columnsNamed(spec.columns), id: 'id', order });
  const { rows, state } = await find(db);
  return { data: rows.map(rowReader<Row>(spec.columns)), ...carry(state) };
}
