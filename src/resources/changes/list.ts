import { sql } from 'drizzle-orm';
import type { Queryable } from '../../db/driver/client.ts';
import {
  type Carrier,
  carry,
  hasMoved,
  readState,
  renewEpoch,
  stateColumn,
} from '../../db/unit-of-work/site.ts';
import { Problem } from '../../problems.ts';
import type { Change, Changes } from './schema.ts';

interface Row extends Record<string, unknown> {
  state: string;
  publicVersion: string;
  droppedThrough: string;
  epoch: string;
  moved: boolean;
  changes: Change[];
}

/**
 * The change feed: the last public change of each entity after a version, oldest first. A page never ends within a
 * version, so that its last version is a position to continue from. One statement, unless the database was restored or
 * failed over while the service runs.
 * @throws Problem gone for a version before the dropped tombstones, or of another epoch
 */
export async function listChanges(db: Queryable, since: number, limit: number): Promise<Changes & Carrier> {
  const [row] = await db.execute<Row>(sql`
    with page as (
      select max(version) as last, count(*) as number
      from (select version from changes where version > ${since} order by version limit ${limit}) first)
    select ${stateColumn} as state, public_version as "publicVersion", dropped_through as "droppedThrough", epoch,
      ${hasMoved} as moved,
      (select coalesce(json_agg(json_build_object('version', version, 'type', type, 'id', id, 'slug', slug, 'change', change)
          order by version, type, id), '[]')
        from changes, page where version > ${since} and version <= page.last) as changes
    from site_state`);
  if (!row) throw new Error('The state of the site is missing: migrate the database');
  if (row.moved) {
    await renewEpoch(db);
    return listChanges(db, since, limit);
  }
  const publicVersion = Number(row.publicVersion);
  if (since > publicVersion || (since > 0 && since < Number(row.droppedThrough))) {
    throw new Problem('gone', `Changes after version ${since} are not known here: start again with since=0.`);
  }
  const last = row.changes.at(-1)?.version ?? publicVersion;
  const isLast = row.changes.length < limit;
  return {
    data: row.changes,
    page: { limit, next: isLast ? null : last },
    version: isLast ? publicVersion : last,
    epoch: row.epoch,
    ...carry(readState(row.state)),
  };
}
