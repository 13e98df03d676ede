import type { SQL } from 'drizzle-orm';
import type { Tx } from '../db/driver/client.ts';
import { findLocked, type Locked, mayCreate, type Precondition } from '../db/unit-of-work/lock.ts';
import { invalidBody, Problem } from '../problems.ts';
import { isUuid, rules } from '../validation/rules.ts';
import { findRenamed } from './history.ts';
import { type Slugged, SlugTaken } from './slugged.ts';

/** The result of a PUT: the entity, or the slug that its path redirects to. */
export type Put<T> = { entity: T; isCreated: boolean } | { movedTo: string };

/** The target of a PUT. */
export interface PutAddress {
  /** The reference in the path. */
  reference: string;
  /** The condition of the reference. */
  where: SQL;
  expected: Precondition;
  /** The visibility: where a visible entity was before, none is created. */
  visible: SQL | undefined;
}

/**
 * Replaces the entity at a path, or creates one there when the precondition allows. A path that redirects is left
 * alone: repeating a PUT after a rename must not create a second entity.
 * @throws Problem not-found, precondition-failed, precondition-required
 */
export async function putEntity<T>(
  tx: Tx,
  slugged: Slugged,
  { reference, where, expected, visible }: PutAddress,
  { change, create }: { change: (current: Locked) => Promise<T>; create: () => Promise<T> },
): Promise<Put<T>> {
  const current = await findLocked(tx, slugged.table, where, expected);
  if (current) return { entity: await change(current), isCreated: false };
  const movedTo = reference.includes(':') ? undefined : await findRenamed(tx, slugged, reference, visible);
  if (movedTo !== undefined) return { movedTo };
  if (!mayCreate(expected)) throw new Problem('not-found');
  return { entity: await create(), isCreated: true };
}

/**
 * The slug of an entity created at a path.
 * @param asked the slug in the body, if there is one
 * @throws Problem not-found for an id, which cannot be chosen; invalid-parameter; invalid-body (`/slug`)
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

/** Retries a write that may create an entity at a path, when another one took its slug meanwhile. */
export async function retryTaken<T>({ kind }: Slugged, slug: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SlugTaken && error.kind === kind && error.slug === slug)) throw error;
    }
  }
}
