import { type SQL, sql } from 'drizzle-orm';
import { allEntities, type Entity, entities } from '../entities.ts';
import { Problem } from '../problems.ts';
import { type Actor, type AuditAction, type Audited, type AuditRow, insertAuditRows } from './audit.ts';
import { publicChannel, writeChangeEvent } from './change-event.ts';
import type { Db, Tx } from './client.ts';
import { sqlStateOf } from './faults.ts';
import { transact } from './outcome.ts';
import { pipeline } from './pipeline.ts';
import { arrayOf, arrayParameter, prepareSql, transactionOf } from './prepare.ts';
import type { EntityKind } from './schema.ts';
import { invalidateVersions, publishChange } from './version-watcher.ts';

const mostTries = 4;

/**
 * Another write changed what this one was locking, so that to go on would break the order of locks: the transaction is
 * rolled back and retried by `write`, and refused when that goes on.
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
 * The change set of a write (unit of work): its audit entries, and the entities whose answers it may have changed. What
 * the public saw of that is computed at its end.
 */
export class ChangeSet {
  readonly entries: AuditRow[] = [];
  readonly #entities = new Map<string, { type: EntityKind; id: string }>();
  readonly #queries: SQL[] = [];
  readonly #deferred = new Map<Deferred<never>, unknown[]>();

  /** Records an audit entry of an entity: as it was (null when it is new) and as it is (null when it is gone). */
  record(action: AuditAction, type: EntityKind, before: Audited | null, after: Audited | null): void {
    const entity = after ?? before;
    if (!entity) return;
    this.entries.push({
      action,
      type,
      thing: entity,
      from: before?.revision ?? null,
      to: after?.revision ?? null,
    });
    this.add(type, entity.id);
    if (before && after) this.addShowing(type, after.id);
  }

  /** Adds all that show an entity that has changed (entities.ts). */
  addShowing(type: EntityKind, id: string): void {
    const { shownIn }: Entity = entities[type];
    for (const { kind, ids } of shownIn) this.addFound(kind, ids(sql`${id}::uuid`));
  }

  /** Adds entities whose answers may have changed. */
  add(type: EntityKind, ...ids: (string | null)[]): void {
    for (const id of ids) if (id !== null) this.#entities.set(`${type} ${id}`, { type, id });
  }

  /**
   * Adds what a sub-select of ids finds at the end of the write, when no other write can come between: for what depends
   * on entities that this one has not locked, such as neighbours.
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

interface Committed<T> {
  result: T;
  /** The change event of a new public version; undefined when it did not grow, null when the answer to COMMIT was lost. */
  event: string | undefined | null;
}

/**
 * Runs a content write in one transaction, again when Postgres chose it as the victim of a deadlock or of a
 * serialisation failure (SQLSTATE 40P01, 40001): nothing of the failed try is left. A write with an empty change set
 * leaves the versions of the site alone. For an idempotent request, `work` gives what is answered.
 */
export async function write<T>(
  db: Db,
  actor: Actor,
  work: (tx: Tx, changeSet: ChangeSet) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    let isWritten = false;
    try {
      const { result, event } = await transact<Committed<T>>(db, async (tx, foretell) => {
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
        foretell({ result, event: null }, changeSet.entities.length > 0 || changeSet.entries.length > 0);
        return { result, event: await countVersions(tx, changeSet) };
      });
      if (event === null) invalidateVersions(db);
      else if (event !== undefined) publishChange(db, event);
      return result;
    } catch (error) {
      // It may have been committed all the same: a connection can be lost between that and its answer.
      if (isWritten) invalidateVersions(db);
      const state = sqlStateOf(error);
      const isRetried = error instanceof ConcurrentUpdate || state === '40P01' || state === '40001';
      if (!isRetried || tries === mostTries) throw error;
    }
  }
}

/**
 * The end of a write: raises the versions of the site, and records in `changes` what became of each entity
 * for the public. Each is looked up by its id, whatever the size of the tables was when this was planned. The one row of
 * the site is locked from here to the commit, so that versions are committed in their order and a reader of changes never
 * misses one; the time of the last public change is taken under it too, since that of a transaction is its beginning.
 * The lock is a statement of its own: what comes after it sees all that was committed before. Redirects from a slug end where the public sees a thing under it. Other processes are told of it at the commit, which leaves together
 * with all of this: others wait for the lock no longer than Postgres takes.
 * @returns what is told of the public version, when it grew
 */
async function countVersions(tx: Tx, changeSet: ChangeSet): Promise<string | undefined> {
  const { entities, queries } = changeSet;
  if (entities.length === 0) return undefined;
  const types = sql.param(entities.map(({ type }) => type));
  const ids = sql.param(entities.map(({ id }) => id));
  const count = sql`
    with touched as (${sql.join([sql`select type, id from unnest(${arrayOf(types, 'text')}, ${arrayOf(ids, 'uuid')}) as touched (type, id)`, ...queries], sql` union `)}),
    present as (
      select touched.type, touched.id, ${publicSlug} as slug from touched),
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
    noted as (
      insert into changes (type, id, slug, change, version, changed_at)
      select effect.type, effect.id, effect.slug, effect.change, site.public_version, now() from effect, site
      on conflict (type, id) do update set slug = excluded.slug, change = excluded.change,
        version = excluded.version, changed_at = excluded.changed_at)
    select event, pg_notify(${publicChannel}, event)::text
    from (select ${writeChangeEvent(sql`public_version`, sql`effect`)} as event from site where exists (select from effect)) told`;
  const [, [counted]] = await pipeline(
    tx,
    () => lockSite(tx, {}),
    () => tx.execute<{ event: string }>(count),
    () => transactionOf(tx).commit(),
  );
  return counted?.event;
}

/** The slug of a changed entity, where it is public. */
const publicSlug = sql`case touched.type ${sql.join(
  allEntities.map(
    ({ kind, table, isPublic = sql`true` }) =>
      sql`when ${sql.raw(`'${kind}'`)} then (select ${table.slug} from ${table} where ${table.id} = touched.id and ${isPublic})`,
  ),
  sql` `,
)} end`;

const lockSite = prepareSql(sql`select from site_state for update`);

/** Holds the named locks until the transaction ends; taken in one order by everybody, so that none waits in a ring. */
export async function lockNames(tx: Tx, names: string[]): Promise<void> {
  if (names.length === 0) return;
  await lockSorted(tx, { names: [...new Set(names)].sort() });
}

const lockSorted = prepareSql(sql`
  select pg_advisory_xact_lock(hashtextextended(name, 0))
  from unnest(${arrayParameter('names', 'text')}) with ordinality as names(name, place) order by place`);
