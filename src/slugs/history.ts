import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Queryable, Tx } from '../db/client.ts';
import { pipeline } from '../db/pipeline.ts';
import { type EntityKind, slugHistory } from '../db/schema.ts';
import { lockNames } from '../db/write.ts';
import { isUuid } from '../rules.ts';
import { type Slugged, SlugTaken } from './slugged.ts';

/**
 * The name of the lock under which a thing gets a slug or loses it. A unique index makes writers wait too, but in the
 * order of their inserts; locks by name are taken sorted, and ahead.
 */
export const slugLock = (kind: EntityKind, slug: string): string => `slug ${kind} ${slug}`;

/**
 * Gives a thing another slug. Its old one leads to it from now on, if it leads nowhere yet: a thing that the public
 * does not see leaves its redirects alone. Those from the new one end when the public sees it there.
 * @throws SlugTaken when another thing has it
 */
export async function renameThing(
  tx: Tx,
  { kind, table, holding }: Slugged,
  thing: { id: string; slug: string },
  slug: string,
): Promise<void> {
  if (slug === thing.slug) return;
  const [, [other]] = await pipeline(
    tx,
    () => lockNames(tx, [slugLock(kind, thing.slug), slugLock(kind, slug)]),
    () =>
      tx
        .select({ id: table.id })
        .from(table as PgTable)
        .where(and(eq(table.slug, slug), holding)),
  );
  // Two that exchange their slugs would wait for each other at the unique index.
  if (other) throw new SlugTaken(kind, slug);
  await tx.execute(sql`update ${table} set slug = ${slug} where ${table.id} = ${thing.id}`);
  await tx
    .insert(slugHistory)
    .values({ kind, slug: thing.slug, thingId: thing.id })
    .onConflictDoNothing({ target: [slugHistory.kind, slugHistory.slug] });
}

/** Forgets the old slugs of a thing that is deleted. */
export async function forgetSlugs(tx: Tx, thingId: string): Promise<void> {
  await tx.delete(slugHistory).where(eq(slugHistory.thingId, thingId));
}

/** One thing has become part of another of its kind, and is to be deleted: all that led to it leads to the other. */
export async function redirectThing(
  tx: Tx,
  kind: EntityKind,
  thing: { id: string; slug: string },
  into: string,
): Promise<void> {
  await tx.update(slugHistory).set({ thingId: into }).where(eq(slugHistory.thingId, thing.id));
  await tx
    .insert(slugHistory)
    .values([thing.slug, thing.id].map((slug) => ({ kind, slug, thingId: into })))
    .onConflictDoNothing({ target: [slugHistory.kind, slugHistory.slug] });
}

/** The id of the thing that had this slug, or that the thing with this id became part of, as a sub-select. */
export function formerly(kind: EntityKind, reference: string): SQL {
  const name = isUuid(reference) ? reference.toLowerCase() : reference;
  return sql`select ${slugHistory.thingId} from ${slugHistory} where ${isSlugOf(kind, name)}`;
}

/** The present slug of the thing that a slug or an id meant before, if the viewer may see it; one statement. */
export async function findRenamed(
  db: Queryable,
  { kind, table, holding }: Slugged,
  reference: string,
  visible: SQL | undefined,
): Promise<string | undefined> {
  const [found] = await db
    .select({ slug: sql<string>`${table.slug}` })
    .from(table)
    .where(and(sql`${table.id} = (${formerly(kind, reference)})`, visible, holding));
  return found?.slug;
}

export function isSlugOf(kind: EntityKind, slug: string): SQL | undefined {
  return and(eq(slugHistory.kind, kind), eq(slugHistory.slug, slug));
}
