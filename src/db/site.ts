import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { publicChannel, resetNotice } from './notice.ts';

/** How far the public content had come when an answer was read. */
export interface PublicState {
  version: number;
  /** When it last changed. */
  changedAt: string;
}

/** Where an answer carries the state that it was read at. */
export const readAt = Symbol('the public state at reading');

/** An answer that may carry its state: seen by the caching, never serialised. */
export interface Carrier {
  [readAt]?: PublicState;
}

/** The member of an answer that carries its state; of an answer read by several statements, that of the first. */
export function carry(state: PublicState | undefined): Carrier {
  return state ? { [readAt]: state } : {};
}

/** The state as one column of any statement, to be read by `readState`. */
export const stateColumn = sql<string>`(select public_version || ' ' || to_char(public_changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from site_state)`;

export function readState(column: unknown): PublicState | undefined {
  const [version, changedAt] = typeof column === 'string' ? column.split(' ') : [];
  return version && changedAt ? { version: Number(version), changedAt } : undefined;
}

/** Looks at the one row of the site: one statement. */
export async function findPublicState(db: Queryable): Promise<PublicState | undefined> {
  const [row] = await db.execute<{ state: string }>(sql`select ${stateColumn} as state`);
  return readState(row?.state);
}

/** How long it is told that something is gone. */
const daysOfTombstones = 90;

/**
 * What a start does for mirrors: begins a new epoch when the database stands somewhere else than before (it was
 * restored, and its versions may be told a second time), and drops tombstones that are older than what is kept.
 */
export async function tendSite(db: Queryable): Promise<void> {
  await db.execute(sql`
    with here as (select concat_ws(':', (select system_identifier from pg_control_system()),
      (select timeline_id from pg_control_checkpoint()), (select oid from pg_database where datname = current_database())) as origin)
    update site_state set origin = here.origin,
      epoch = case when site_state.origin is null then epoch else gen_random_uuid() end
    from here where site_state.origin is distinct from here.origin
    returning pg_notify(${publicChannel}, ${resetNotice})::text`);
  await db.execute(sql`
    with dropped as (delete from changes where change = 'gone'
      and changed_at < now() - make_interval(days => ${daysOfTombstones}) returning version)
    update site_state set dropped_through = greatest(dropped_through, (select max(version) from dropped))
    where exists (select from dropped) returning pg_notify(${publicChannel}, ${resetNotice})::text`);
}
