import { type SQL, sql } from 'drizzle-orm';
import { allEntities, type Entity, entities } from '../../entities.ts';
import { Problem } from '../../problems.ts';
import type { Db, Tx } from '../driver/client.ts';
import { sqlStateOf } from '../driver/faults.ts';
import { pipeline } from '../driver/pipeline.ts';
import { arrayOf, arrayParameter, prepareSql, transactionOf } from '../driver/prepare.ts';
import type { EntityKind } from '../schema/tables.ts';
import { type Actor, type AuditAction, type Audited, type AuditRow, insertAuditRows } from './audit.ts';
import { publicChannel, writeChangeEvent } from './change-event.ts';
import { transact } from './outcome.ts';
import { invalidateVersions, publishChange } from './version-watcher.ts';

const mostTries = 4;

/**
 * Lock ordering: another write changed what this one was locking, so that to continue would break the order of locks. `write`
 * rolls back and retries, up to four times.
 */
export class ConcurrentUpdate extends Problem {
  constructor() {
    super(
      'unavailable',
      'Other writes keep changing the same things: nothing was carried out. Send it again.',
      {
        headers: { 'Retry-After': '1' },
      },
    );
  }
}

/** Deferred work: runs once at the end of a write, with all items that were deferred to it. */
export type Deferred<T> = (tx: Tx, items: T[]) => Promise<void>;

/**
 * The change set of a write (unit of work): its audit entries, and the entities whose answers it may have changed. Which of
 * these are public changes is computed at its end.
 */
export class ChangeSet {
  readonly entries: AuditRow[] = [];
  readonly #entities = new Map<string, { type: EntityKind; id: string }>();
  readonly #queries: SQL[] = [];
  readonly #deferred = new Map<Deferred<never>, unknown[]>();

  /** Records an audit entry of an entity: before (null when created) and after (null when deleted). */
  record(action: AuditAction, type: EntityKind, before: Audited | null, after: Audited | null): void {
    const entity = after ?? before;
    if (!entity) return;
    this.entries.push({
      action,
      type,
      entity: entity,
      from: before?.revision ?? null,
      to: after?.revision ?? null,
    });
    this.add(type, entity.id);
    if (before && after) this.addShowing(type, after.id);
  }

  /** Adds the entities whose answers show a changed one (entities.ts). */
  addShowing(type: EntityKind, id: string): void {
    for (const { kind, ids } of selectShowing(type, id)) this.addFound(kind, ids);
  }

  /** The same for one that is about to be deleted, together with the rows that tell what shows it: looked up at once. */
  async addShowingNow(tx: Tx, type: EntityKind, id: string): Promise<void> {
    for (const { kind, ids } of selectShowing(type, id)) {
      const found = await tx.execute<{ id: string }>(ids);
      this.add(kind, ...[...found].map((showing) => showing.id));
    }
  }

  /** Adds entities whose answers may have changed. */
  add(type: EntityKind, ...ids: (string | null)[]): void {
    for (const id of ids) if (id !== null) this.#entities.set(`${type} ${id}`, { type, id });
  }

  /**
   * Adds the results of a sub-select of ids that runs at the end of the write, under the lock of `site_state`: for what
   * depends on entities that this write has not locked, such as neighbours.
   */
  addFound(type: EntityKind, ids: SQL): void {
    this.#queries.push(sql`select ${type}::text as type, id from (${ids}) found`);
  }

  /** Merges the change set of a part of the write (a savepoint) that has succeeded. */
  merge(part: ChangeSet): void {
    this.entries.push(...part.entries);
    for (const [name, entity] of part.#entities) this.#entities.set(name, entity);
    this.#queries.push(...part.#queries);
    for (const [work, items] of part.#deferred) this.defer(work, ...(items as never[]));
  }

  /** Defers work to the end of the write. */
  defer<T>(work: Deferred<T>, ...items: T[]): void {
    this.#deferred.set(work, [...(this.#deferred.get(work) ?? []), ...items]);
  }

  /** Runs the deferred work. */
  async finish(tx: Tx): Promise<void> {
    for (const [work, items] of this.#deferred) await work(tx, items as never[]);
  }

  get entities(): { type: EntityKind; id: string }[] {
    return [...this.#entities.values()];
  }

  get queries(): SQL[] {
    return this.#queries;
  }
}

/**
 * Selects of the ids of the entities whose answers show one, by kind. Of one that is not public and was not there are none:
 * only keys see it, whose answers are not stored, and the public versions would tell of it.
 */
function selectShowing(type: EntityKind, id: string): { kind: EntityKind; ids: SQL }[] {
  const { shownIn, table, isPublic }: Entity = entities[type];
  const own = sql`${id}::uuid`;
  const isSeen =
    isPublic &&
    sql`(exists (select from ${table} where ${table.id} = ${own} and ${isPublic})
      or exists (select from changes where type = ${type} and id = ${own} and change = 'put'))`;
  return shownIn.map(({ kind, ids }) => ({
    kind,
    ids: isSeen ? sql`select id from (${ids(own)}) showing where ${isSeen}` : ids(own),
  }));
}

interface Committed<T> {
  result: T;
  /** The change event of a new public version; undefined when it did not grow, null when the answer to COMMIT was lost. */
  event: string | undefined | null;
}

/**
 * Runs a content write in one transaction, and retries it after a deadlock or serialisation failure (SQLSTATE 40P01, 40001),
 * which rolls all of it back. A write with an empty change set does not change the versions of the site. For an idempotent
 * request, the result of `work` is the answer.
 */
export async function write<T>(
  db: Db,
  actor: Actor,
  work: (tx: Tx, changeSet: ChangeSet) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    let isWritten = false;
    try {
      const { result, event } = await transact<Committed<T>>(db, async (tx, announce) => {
        await actor.idempotency?.claim(tx);
        const changeSet = new ChangeSet();
        const result = await work(tx, changeSet);
        await pipeline(
          tx,
          () => changeSet.finish(tx),
          () => insertAuditRows(tx, actor, changeSet.entries),
          async () => actor.idempotency?.store(tx, result),
        );
        isWritten = true;
        announce({ result, event: null }, changeSet.entities.length > 0 || changeSet.entries.length > 0);
        return { result, event: await countVersions(tx, changeSet) };
      });
      if (event === null) invalidateVersions(db);
      else if (event !== undefined) publishChange(db, event);
      return result;
    } catch (error) {
      // It may be committed: the connection can be lost before the answer to COMMIT.
      if (isWritten) invalidateVersions(db);
      const state = sqlStateOf(error);
      const isRetried = error instanceof ConcurrentUpdate || state === '40P01' || state === '40001';
      if (!isRetried || tries === mostTries) throw error;
    }
  }
}

/**
 * The end of a write: increments the versions of the site, and records in `changes` what became of each entity for the
 * public. The singleton row is locked FOR UPDATE until the commit, so that versions are committed in order and a reader of
 * changes never misses one; `clock_timestamp()` is read under the lock, since `now()` is the transaction's beginning. The
 * lock is a separate statement, so that the snapshot of the next has all that was committed before. Each entity is looked up
 * by its id, whatever the table's size was when this was planned. A public entity ends redirects from its slug. NOTIFY is
 * sent at the commit, and COMMIT is pipelined, so that the lock is held no longer than Postgres takes.
 * @returns the payload of the change event, when the public version was incremented
 */
async function countVersions(tx: Tx, changeSet: ChangeSet): Promise<string | undefined> {
  const { entities, queries } = changeSet;
  if (entities.length === 0) return undefined;
  const types = sql.param(entities.map(({ type }) => type));
  const ids = sql.param(entities.map(({ id }) => id));
  const count = sql`
    with changed as (${sql.join([sql`select type, id from unnest(${arrayOf(types, 'text')}, ${arrayOf(ids, 'uuid')}) as changed (type, id)`, ...queries], sql` union `)}),
    present as (
      select changed.type, changed.id, ${publicSlug} as slug from changed),
    effect as (
      select type, id, coalesce(present.slug, seen.slug) as slug,
        case when present.slug is null then 'gone' else 'put' end as change
      from present left join lateral (
        select slug, change from changes where changes.type = present.type and changes.id = present.id limit 1) seen on true
      where present.slug is not null or seen.change = 'put'),
    ended as (
      delete from slug_history using effect
      where change = 'put' and slug_history.kind = effect.type and slug_history.slug = effect.slug),
    site as (
      update site_state set site_version = site_version + 1,
        public_version = public_version + (case when exists (select from effect) then 1 else 0 end),
        public_changed_at = case when exists (select from effect)
          then greatest(clock_timestamp(), public_changed_at) else public_changed_at end
      returning public_version),
    recorded as (
      insert into changes (type, id, slug, change, version, changed_at)
      select effect.type, effect.id, effect.slug, effect.change, site.public_version, now() from effect, site
      on conflict (type, id) do update set slug = excluded.slug, change = excluded.change,
        version = excluded.version, changed_at = excluded.changed_at)
    select event, pg_notify(${publicChannel}, event)::text
    from (select ${writeChangeEvent(sql`public_version`, sql`effect`)} as event from site where exists (select from effect)) published`;
  const [, [counted]] = await pipeline(
    tx,
    () => lockSite(tx, {}),
    () => tx.execute<{ event: string }>(count),
    () => transactionOf(tx).commit(),
  );
  return counted?.event;
}

/** The slug of a changed entity, where it is public. */
const publicSlug = sql`case changed.type ${sql.join(
  allEntities.map(
    ({ kind, table, isPublic = sql`true` }) =>
      sql`when ${sql.raw(`'${kind}'`)} then (select ${table.slug} from ${table} where ${table.id} = changed.id and ${isPublic})`,
  ),
  sql` `,
)} end`;

const lockSite = prepareSql(sql`select from site_state for update`);

/** Advisory locks on names until the transaction ends, always taken in sorted order, which excludes deadlocks. */
export async function lockNames(tx: Tx, names: string[]): Promise<void> {
  if (names.length === 0) return;
  await lockSorted(tx, { names: [...new Set(names)].sort() });
}

const lockSorted = prepareSql(sql`
  select pg_advisory_xact_lock(hashtextextended(name, 0))
  from unnest(${arrayParameter('names', 'text')}) with ordinality as names(name, place) order by place`);
