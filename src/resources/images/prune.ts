import { and, count, inArray, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { images } from '../../db/schema/images.ts';
import { type ChangeSet, write } from '../../db/unit-of-work/write.ts';
import type { Storage } from '../../storage/storage.ts';
import { isUnused } from './list.ts';
import type { PrunedImages } from './schema.ts';
import { type ImageWorks, removeFiles } from './store.ts';

export interface PruneOptions {
  /** Only images that were last sent before this moment; an hour ago when it is left out. */
  before?: string | undefined;
  /** Counts, and removes nothing. */
  dryRun: boolean;
}

const imagesAtOnce = 100;
const filesAtOnce = 1000;
/** A file may be that of an upload whose row is about to be written. */
const youngest = 3_600_000;

/** Deletes the images that no review and no working copy shows, and the files of uploads that were cut off. */
export async function pruneImages(
  works: Pick<ImageWorks, 'db' | 'storage'>,
  { before, dryRun }: PruneOptions,
  actor: Viewer,
): Promise<PrunedImages> {
  const { db, storage } = works;
  const limit = before === undefined ? sql`now() - interval '1 hour'` : sql`${before}::timestamptz`;
  const isPruned = sql`${isUnused} and ${images.sentAt} < ${limit}`;
  const pruned = dryRun ? await countImages(db, isPruned) : await deleteImages(db, storage, isPruned, actor);
  return { images: pruned, files: await sweepFiles(db, storage, dryRun) };
}

async function countImages(db: Db, isPruned: SQL): Promise<number> {
  const [counted] = await db.select({ images: count() }).from(images).where(isPruned);
  return counted?.images ?? 0;
}

async function deleteImages(db: Db, storage: Storage, isPruned: SQL, actor: Viewer): Promise<number> {
  for (let pruned = 0; ; ) {
    const ids = await write(db, actor, (tx, changeSet) => deleteSome(tx, isPruned, changeSet));
    for (const id of ids) await removeFiles(storage, id);
    pruned += ids.length;
    if (ids.length < imagesAtOnce) return pruned;
  }
}

async function deleteSome(tx: Tx, isPruned: SQL, changeSet: ChangeSet): Promise<string[]> {
  const unused = await tx
    .select({ id: images.id, slug: images.slug, revision: images.revision })
    .from(images)
    .where(isPruned)
    .orderBy(images.id)
    .limit(imagesAtOnce)
    .for('update', { skipLocked: true });
  const ids = unused.map(({ id }) => id);
  if (ids.length === 0) return [];
  const gone = await tx
    .delete(images)
    .where(and(inArray(images.id, ids), isPruned))
    .returning({ id: images.id });
  const isGone = new Set(gone.map(({ id }) => id));
  for (const image of unused)
    if (isGone.has(image.id)) changeSet.record('delete', 'image', image as never, null);
  return [...isGone];
}

/** Removes files without an image that are older than an hour. */
async function sweepFiles(db: Db, storage: Storage, dryRun: boolean): Promise<number> {
  const before = new Date(Date.now() - youngest);
  let removed = await storage.removeLeftovers(before, { dryRun });
  let some: string[] = [];
  const sweep = async () => {
    const orphans = await findOrphans(db, some);
    if (!dryRun) await storage.remove(orphans);
    removed += orphans.length;
    some = [];
  };
  for await (const { key, modifiedAt } of storage.list('')) {
    if (modifiedAt < before && idOfKey(key) !== undefined) some.push(key);
    if (some.length >= filesAtOnce) await sweep();
  }
  await sweep();
  return removed;
}

async function findOrphans(db: Db, keys: string[]): Promise<string[]> {
  const ids = [...new Set(keys.map(idOfKey))].filter((id) => id !== undefined);
  if (ids.length === 0) return [];
  const rows = await db.select({ id: images.id }).from(images).where(inArray(images.id, ids));
  const there = new Set(rows.map(({ id }) => id));
  return keys.filter((key) => !there.has(idOfKey(key) ?? ''));
}

const idOfKey = (key: string): string | undefined =>
  /^[\da-f]{2}\/[\da-f]{2}\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\//.exec(key)?.[1];
