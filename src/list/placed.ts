import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';
import { type Carrier, carry } from '../db/site.ts';
import { readerOf } from './prepared.ts';
import { builder, columnsNamed, findWithState, nameColumns } from './select.ts';
import { type ListSpec, specFor } from './spec.ts';

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
  declared: ListSpec<Row, Viewer>,
  viewer: Viewer,
  placed: SQL,
  limit: number,
): Promise<Placed<Row>> {
  const spec = specFor(declared, viewer);
  const selected = nameColumns({ ...spec.columns, [placeName]: sql`placed.place` });
  const order = [sql`${sql.identifier(placeName)}`, sql`${sql.identifier('id')}`];
  const things = builder
    .select(selected)
    .from(spec.table)
    .innerJoin(sql`(${placed}) placed`, sql`placed.id = ${spec.id}`)
    .where(spec.visible(viewer))
    .orderBy(...order)
    .limit(limit);
  const find = findWithState(things, { columns: columnsNamed(spec.columns), id: 'id', order });
  const { rows, state } = await find(db);
  return { data: rows.map(readerOf<Row>(spec.columns)), ...carry(state) };
}
