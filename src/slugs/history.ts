import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Queryable, Tx } from '../db/driver/client.ts';
import { pipeline } from '../db/driver/pipeline.ts';
import { type EntityKind, slugHistory } from '../db/schema/tables.ts';
import { lockNames } from '../db/unit-of-work/write.ts';
import { isUuid } from '../validation/rules.ts';
import { type Slugged, SlugTaken } from './slugged.ts';

/**
 * The name of a slug's advisory lock. A unique index would block writers too, but in the order of their inserts; named
 * locks are taken sorted, and before.
 */
export const slugLock = (kind: EntityKind, slug: string): string => `slug ${kind} ${slug}`;

/**
 * Renames an entity. Its former slug redirects to it, unless it redirects elsewhere: an entity that is not public keeps
 * others' redirects. Those from the new slug end when the entity is public.
 * @throws SlugTaken when another entity has it
 */
export async function renameEntity(
  tx: Tx,
  { kind, table, occupied: holding }: Slugged,
  entity: { id: string; slug: string },
  slug: string,
): Promise<void> {
  if (slug === entity.slug) return;
  const [, [other]] = await pipeline(
    tx,
    () => lockNames(tx, [slugLock(kind, entity.slug), slugLock(kind, slug)]),
    () =>
      tx
        .select({ id: table.id })
        .from(table as PgTable)
        .where(and(eq(table.slug, slug), holding)),
  );
  // Two that swap their slugs would deadlock at the unique index.
  if (other) throw new SlugTaken(kind, slug);
  await tx.execute(sql`update ${table} set slug = ${slug} where ${table.id} = ${entity.id}`);
  await tx
    .insert(slugHistory)
    .values({ kind, slug: entity.slug, thingId: entity.id })
    .onConflictDoNothing({ target: [slugHistory.kind, slugHistory.slug] });
}

/** Deletes the redirects to a deleted entity. */
export async function forgetSlugs(tx: Tx, thingId: string): Promise<void> {
  await tx.delete(slugHistory).where(eq(slugHistory.thingId, thingId));
}

/** Redirects a merged entity, and all redirects to it, to the remaining one. */
export async function redirectMerged(
  tx: Tx,
  kind: EntityKind,
  entity: { id: string; slug: string },
  into: string,
): Promise<void> {
  await tx.update(slugHistory).set({ thingId: into }).where(eq(slugHistory.thingId, entity.id));
  await tx
    .insert(slugHistory)
    .values([entity.slug, entity.id].map((slug) => ({ kind, slug, thingId: into })))
    .onConflictDoNothing({ target: [slugHistory.kind, slugHistory.slug] });
}

/** The id of the entity that had this slug, or into which the one with this id was merged, as a sub-select. */
export function formerly(kind: EntityKind, reference: string): SQL {
  const name = isUuid(reference) ? reference.toLowerCase() : reference;
  return sql`select ${slugHistory.thingId} from ${slugHistory} where ${isSlugOf(kind, name)}`;
}

/** The present slug of a former slug's or id's entity, if the viewer may see it; one statement. */
export async function findRenamed(
  db: Queryable,
  { kind, table, occupied: holding }: Slugged,
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
