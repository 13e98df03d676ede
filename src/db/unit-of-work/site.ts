import { sql } from 'drizzle-orm';
import type { Queryable } from '../driver/client.ts';
import { publicChannel, resetEvent } from './change-event.ts';

/** The public version at which an answer was read. */
export interface PublicState {
  version: number;
  /** The second in which it last changed, in Unix time. */
  changedAt: number;
}

/** The key of the public state on an answer. */
export const readAt = Symbol('the public state at reading');

/** An answer that may carry its public state: for conditional requests, never serialised. */
export interface Carrier {
  [readAt]?: PublicState;
}

/** The member of an answer with its public state; of an answer read by several statements, that of the first. */
export function carry(state: PublicState | undefined): Carrier {
  return state ? { [readAt]: state } : {};
}

/** The public state as an SQL text of `site_state`, to be read by `readState`. */
export const stateText =
  "concat_ws(' ', public_version, floor(extract(epoch from public_changed_at))::bigint)";

/** The public state as a column of any statement, to be read by `readState`. */
export const stateColumn = sql<string>`(select ${sql.raw(stateText)} from site_state)`;

export function readState(column: unknown): PublicState | undefined {
  const [version, changedAt] = typeof column === 'string' ? column.split(' ') : [];
  return version && changedAt ? { version: Number(version), changedAt: Number(changedAt) } : undefined;
}

/** Reads the public state; one statement. */
export async function findPublicState(db: Queryable): Promise<PublicState | undefined> {
  const [row] = await db.execute<{ state: string }>(sql`select ${stateColumn} as state`);
  return readState(row?.state);
}

/**
 * The identity of the database, as an SQL expression: system identifier, timeline and OID. A restore or a promotion begins
 * another timeline; the name of the current WAL file has it at once, the control file only after a checkpoint.
 */
const origin = sql`concat_ws(':', (select system_identifier from pg_control_system()),
  ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int, (select oid from pg_database where datname = current_database()))`;

/** Reads the identity of the database. @throws the error of a standby, which writes no WAL */
export async function currentOrigin(db: Queryable): Promise<string | undefined> {
  const [here] = await db.execute<{ origin: string }>(sql`select ${origin} as origin`);
  return here?.origin;
}

/** Whether the identity of the database differs from the epoch's, as a column; false on a standby. */
export const hasMoved = sql<boolean>`case when pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'
  then false else site_state.origin is not null and site_state.origin <> ${origin} end`;

/** The retention of tombstones. */
const daysOfTombstones = 90;

/**
 * Begins a new epoch when the identity of the database has changed: after a restore or a failover its versions may be
 * counted a second time. Of several processes the first one does.
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

/** Maintenance at the start, for mirrors: renews the epoch, and drops expired tombstones. */
export async function tendSite(db: Queryable): Promise<void> {
  await renewEpoch(db);
  await db.execute(sql`
    with dropped as (delete from changes where change = 'gone'
      and changed_at < now() - make_interval(days => ${daysOfTombstones}) returning version)
    update site_state set dropped_through = greatest(dropped_through, (select max(version) from dropped))
    where exists (select from dropped) returning pg_notify(${publicChannel}, ${resetEvent})::text`);
}
