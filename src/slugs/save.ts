import { isDeepStrictEqual } from 'node:util';
import { type SQL, sql } from 'drizzle-orm';
import type { RenderWarning } from '../content/markdown/warnings.ts';
import type { Tx } from '../db/driver/client.ts';
import type { ReviewStatus } from '../db/schema/tables.ts';
import type { Precondition } from '../db/unit-of-work/lock.ts';
import { type BodyFault, Problem } from '../problems.ts';
import { formerly } from './history.ts';
import type { Slugged } from './slugged.ts';

/** The result of an entity in a batch: created, updated, deleted or unchanged. */
export interface Saved {
  id: string;
  slug: string;
  revision: number;
  outcome: 'created' | 'updated' | 'unchanged' | 'deleted';
  /** The changed members of an existing one. */
  changed: string[];
  /** The status of a review. */
  state?: ReviewStatus;
  /** The parts that were left out, by JSON pointer. */
  leftOut?: BodyFault[];
  /** What could not be shown as it was meant of a body that was written. */
  renderWarnings?: RenderWarning[];
}

/** An upsert. */
export interface Upsert<Patch, New> {
  /** The members to set; with an `id`, of that entity. */
  data: Patch & { id?: string };
  /** The members that only a new entity gets. */
  create: Patch;
  /**
   * The input of a new entity.
   * @param settled members in place of those that were sent
   * @throws Problem invalid-body for missing members
   */
  toCreate(settled?: Partial<New>): New;
  /** Called with the id of the entity that was found or created. @throws Problem conflict */
  onKnown?(id: string): void;
  /** The precondition; other than `any` it excludes creating. */
  expected: Precondition;
}

/** An upsert beside what is there, as it was read without a lock. */
export interface Compared {
  /** The result of one that changes nothing; undefined where that is not sure. */
  saved?: Saved;
  /** Whether its text, if it brings one, is what is there: it need not be rendered. */
  hasBody: boolean;
}

interface Versioned {
  id: string;
  slug: string;
  revision: number;
}

/** @param before the former state, null when there was none @param membersOf its writable members */
export function tellSaved<T extends Versioned>(
  before: T | null,
  after: T,
  membersOf: (entity: T) => object,
): Saved {
  const { id, slug, revision } = after;
  if (before === null) return { id, slug, revision, outcome: 'created', changed: [] };
  if (before.revision === revision) return { id, slug, revision, outcome: 'unchanged', changed: [] };
  const [had, has] = [Object(membersOf(before)), membersOf(after)];
  const changed = Object.entries(has).flatMap(([name, value]) =>
    isDeepStrictEqual(value, had[name]) ? [] : [name],
  );
  return { id, slug, revision, outcome: 'updated', changed };
}

export const tellDeleted = ({ id, slug, revision }: Versioned): Saved => ({
  ...{ id, slug, revision },
  ...{ outcome: 'deleted', changed: [] },
});

/** An existing entity, found by id, slug or former slug. */
export interface KnownThing {
  id: string;
  /** Whether it has another slug now, which stays. */
  isFormer: boolean;
}

/** Finds an entity by slug, else by former slug; one statement. */
export async function findBySlug(
  tx: Tx,
  { kind, table, occupied: holding = sql`true` }: Slugged,
  slug: string,
): Promise<KnownThing | undefined> {
  const former: SQL = sql`${table.id} = (${formerly(kind, slug)})`;
  const [found] = await tx.execute<{ id: string; isFormer: boolean }>(sql`
    select ${table.id} as id, ${table.slug} <> ${slug} as "isFormer" from ${table}
    where ${holding} and (${table.slug} = ${slug} or ${former}) order by 2 limit 1`);
  return found;
}

/** A hidden entity: by slug the new one needs another name, by id it is not found. */
export function hiddenThing(kind: string, id?: string): Problem {
  return id === undefined
    ? new Problem('conflict', `A ${kind} that this key may not see is known by this already.`)
    : new Problem('not-found');
}

/** @throws Problem not-found unless a missing entity may be created */
export function requireNone(expected: Precondition): void {
  if (expected !== 'any') throw new Problem('not-found');
}
