import type { SQL } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import { findLocked, type Locked, mayCreate, type Precondition } from '../db/lock.ts';
import { invalidBody, Problem } from '../problems.ts';
import { isUuid, rules } from '../rules.ts';
import { findRenamed } from './history.ts';
import { type Slugged, SlugTaken } from './slugged.ts';

/** What came of a PUT: the thing as it is now, or the slug under which the thing is that was once at its address. */
export type Put<T> = { thing: T; isCreated: boolean } | { movedTo: string };

/** What a PUT is for. */
export interface PutAddress {
  /** What stands in the path. */
  reference: string;
  /** What the reference means. */
  where: SQL;
  expected: Precondition;
  /** Which things the caller may see: where one of them was before, none is created. */
  visible: SQL | undefined;
}

/**
 * Changes the thing at an address, or creates one there when the precondition allows. Where a thing was that has another
 * slug now, nothing is done: who repeats a PUT after somebody renamed its thing must not make a second one.
 * @throws Problem not-found, precondition-failed, precondition-required
 */
export async function putThing<T>(
  tx: Tx,
  things: Slugged,
  { reference, where, expected, visible }: PutAddress,
  { change, create }: { change: (current: Locked) => Promise<T>; create: () => Promise<T> },
): Promise<Put<T>> {
  const current = await findLocked(tx, things.table, where, expected);
  if (current) return { thing: await change(current), isCreated: false };
  const movedTo = reference.includes(':') ? undefined : await findRenamed(tx, things, reference, visible);
  if (movedTo !== undefined) return { movedTo };
  if (!mayCreate(expected)) throw new Problem('not-found');
  return { thing: await create(), isCreated: true };
}

/**
 * The slug of a thing that is created at an address.
 * @param asked the slug in the body, if there is one
 * @throws Problem not-found for an id, which nobody can choose; invalid-parameter; invalid-body (`/slug`)
 */
export function slugOfAddress({ kind }: Slugged, reference: string, asked: string | undefined): string {
  if (isUuid(reference)) throw new Problem('not-found', `There is no ${kind} with this id.`);
  const ruling = rules.slug(reference);
  if (!ruling.ok || [...reference].length > 200) {
    const detail = ruling.ok ? 'must be at most 200 characters' : `names nothing here, and ${ruling.reason}`;
    throw new Problem('invalid-parameter', undefined, { errors: [{ parameter: kind, detail }] });
  }
  if (asked !== undefined && asked !== reference)
    throw invalidBody('/slug', `must be "${reference}", as in the address, or be left out`);
  return reference;
}

/** Runs a write that may create a thing at an address, again when another one took its slug meanwhile. */
export async function retryTaken<T>({ kind }: Slugged, slug: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SlugTaken && error.kind === kind && error.slug === slug)) throw error;
    }
  }
}
