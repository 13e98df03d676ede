import { sql } from 'drizzle-orm';
import { publicChannel, resetEvent } from './change-event.ts';
import type { Queryable } from './client.ts';

/** How far the public content had come when an answer was read. */
export interface PublicState {
  version: number;
  /** The second in which it last changed, in Unix time. */
  changedAt: number;
}

/** Where an answer carries the state that it was read at. */
export const readAt = Symbol('the public state at reading');

/** An answer that may carry its state: seen by conditional requests, never serialised. */
export interface Carrier {
  [readAt]?: PublicState;
}

/** The member of an answer that carries its state; of an answer read by several statements, that of the first. */
export function carry(state: PublicState | undefined): Carrier {
  return state ? { [readAt]: state } : {};
}

/** The state as one text of the row of the site, to be read by `readState`. */
export const stateText =
  "concat_ws(' ', public_version, floor(extract(epoch from public_changed_at))::bigint)";

/** The state as one column of any statement, to be read by `readState`. */
export const stateColumn = sql<string>`(select ${sql.raw(stateText)} from site_state)`;

export function readState(column: unknown): PublicState | undefined {
  const [version, changedAt] = typeof column === 'string' ? column.split(' ') : [];
  return version && changedAt ? { version: Number(version), changedAt: Number(changedAt) } : undefined;
}

/** Looks at the one row of the site: one statement. */
export async function findPublicState(db: Queryable): Promise<PublicState | undefined> {
  const [row] = await db.execute<{ state: string }>(sql`select ${stateColumn} as state`);
  return readState(row?.state);
}

/**
 * Where the database stands, as an expression: the cluster, its timeline and the database in it. A restore or a promotion
 * begins another timeline; the file of the WAL that is written tells it at once, the control file with a checkpoint only.
 */
const origin = sql`concat_ws(':', (select system_identifier from pg_control_system()),
  ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int, (select oid from pg_database where datname = current_database()))`;

/** Where the database stands now. @throws the error of a standby, which writes no WAL */
export async function currentOrigin(db: Queryable): Promise<string | undefined> {
  const [here] = await db.execute<{ origin: string }>(sql`select ${origin} as origin`);
  return here?.origin;
}

/** Whether the database stands elsewhere than the epoch says; a column beside those of the site. A standby cannot tell. */
export const hasMoved = sql<boolean>`case when pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'
  then false else site_state.origin is not null and site_state.origin <> ${origin} end`;

/** How long it is told that something is gone. */
const daysOfTombstones = 90;

/**
 * Begins a new epoch when the database stands somewhere else than before: it was restored or a standby took over, and its
 * versions may be told a second time. Of several processes the first does.
 */
export async function renewEpoch(db: Queryable): Promise<void> {
  await db.execute(sql`
    with here as (select ${origin} as origin)
    update site_state set origin = here.origin,
      epoch = case when site_state.origin is null then epoch else gen_random_uuid() end,
      public_changed_at = case when site_state.origin is null then public_changed_at else clock_timestamp() end
    from here where site_state.origin is distinct from here.origin
    returning pg_notify(${publicChannel}, ${resetEvent})::text`);
}

/** What a start does for mirrors: looks where the database stands, and drops tombstones older than what is kept. */
export async function tendSite(db: Queryable): Promise<void> {
  await renewEpoch(db);
  await db.execute(sql`
    with dropped as (delete from changes where change = 'gone'
      and changed_at < now() - make_interval(days => ${daysOfTombstones}) returning version)
    update site_state set dropped_through = greatest(dropped_through, (select max(version) from dropped))
    where exists (select from dropped) returning pg_notify(${publicChannel}, ${resetEvent})::text`);
}
