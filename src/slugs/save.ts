import { isDeepStrictEqual } from 'node:util';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import type { Precondition } from '../db/lock.ts';
import type { ReviewStatus } from '../db/schema.ts';
import { type BodyFault, Problem } from '../problems.ts';
import { formerly } from './history.ts';
import type { Slugged } from './slugged.ts';

/** What became of a thing that a batch names: it was created, updated, deleted, or as it had to be already. */
export interface Saved {
  id: string;
  slug: string;
  revision: number;
  outcome: 'created' | 'updated' | 'unchanged' | 'deleted';
  /** The members that changed, of one that was there before. */
  changed: string[];
  /** Of a review, where it is in its life. */
  state?: ReviewStatus;
  /** What of it was not done, by its place in what was sent. */
  leftOut?: BodyFault[];
}

/** What a thing is to be: an upsert. */
export interface Upsert<Patch, New> {
  /** What of it is to be so; with an `id`, of the thing that has that. */
  data: Patch & { id?: string };
  /** What a new one is made of. @throws Problem invalid-body, naming what it lacks */
  toCreate(): New;
  /** What is expected of the one that is there; unless `any`, none is created. */
  expected: Precondition;
}

interface Versioned {
  id: string;
  slug: string;
  revision: number;
}

/**
 * @param before what it was, null when there was none
 * @param membersOf the members of it that a write can change
 */
export function tellSaved<T extends Versioned>(
  before: T | null,
  after: T,
  membersOf: (thing: T) => object,
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

/** A thing that is known by its id, or by a slug that it has, or had. */
export interface KnownThing {
  id: string;
  /** It has another slug now, which is left to it. */
  isFormer: boolean;
}

/** The thing that has a slug, or else had it; one statement. */
export async function findBySlug(
  tx: Tx,
  { kind, table, holding = sql`true` }: Slugged,
  slug: string,
): Promise<KnownThing | undefined> {
  const former: SQL = sql`${table.id} = (${formerly(kind, slug)})`;
  const [found] = await tx.execute<{ id: string; isFormer: boolean }>(sql`
    select ${table.id} as id, ${table.slug} <> ${slug} as "isFormer" from ${table}
    where ${holding} and (${table.slug} = ${slug} or ${former}) order by 2 limit 1`);
  return found;
}

/** What is to be there has to be told from everything else; what is named by its id is not there. */
export function hiddenThing(kind: string, id?: string): Problem {
  return id === undefined
    ? new Problem('conflict', `A ${kind} that this key may not see is known by this already.`)
    : new Problem('not-found');
}

/** Sees to it that a thing that is not there may be created. @throws Problem not-found */
export function requireNone(expected: Precondition): void {
  if (expected !== 'any') throw new Problem('not-found');
}
