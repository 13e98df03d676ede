import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { anonymous, operator, requireScope, seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { uuidv7 } from '../../db/schema/columns.ts';
import { images, reviewImages, type StoredImageType } from '../../db/schema/images.ts';
import { reviews } from '../../db/schema/tables.ts';
import { lockRow, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { type ChangeSet, lockNames, write } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import type { Upload } from '../../http/upload.ts';
import type { ImageProcessor } from '../../images/processor.ts';
import { variantsOf } from '../../images/variants.ts';
import { Problem } from '../../problems.ts';
import { isVisible, readOne } from '../../query/run.ts';
import type { Storage } from '../../storage/storage.ts';
import { imageKey, originalKey } from './files.ts';
import { imageList, isUnused } from './list.ts';
import type { Image, ImagePatch, PrunedImages } from './schema.ts';

/** Where images are stored, and what decodes them. */
export interface ImageWorks {
  db: Db;
  storage: Storage;
  processor: ImageProcessor;
  /** Makes the storage ready for a first file. */
  prepare: () => Promise<void>;
}

/**
 * Stores an uploaded picture, cleaned. The same bytes again are the image that is there, if the key may see it or has
 * uploaded it itself: by a hash nobody learns of an image that they may not see. The row is written when the bytes are
 * durable, never before.
 * @throws Problem image-invalid, storage-unavailable, unavailable
 */
export async function storeImage(
  { db, storage, processor, prepare }: ImageWorks,
  { file, sha256, alt = '' }: Upload,
  actor: Viewer,
): Promise<{ image: Image; isNew: boolean }> {
  const known = await findSame(db, sha256, actor);
  if (known) return { image: known, isNew: false };
  const id = uuidv7();
  const cleanedFile = join(tmpdir(), `postil-cleaned-${id}`);
  try {
    const cleaned = await processor.clean(file, cleanedFile);
    const { mediaType, bytes, width, height, animated, placeholder, color } = cleaned;
    const key = originalKey(id, mediaType as StoredImageType);
    await prepare();
    await storage.put(key, cleanedFile, mediaType);
    const image = await write(db, actor, async (tx, changeSet) => {
      await lockNames(tx, [`image ${sha256}`]);
      const other = await findSame(tx, sha256, actor);
      if (other) return other;
      await tx.insert(images).values({
        ...{ id, sha256, mediaType: mediaType as StoredImageType, bytes, width, height },
        ...{ alt, placeholder, color, animated, uploadedBy: actor.keyId },
        variants: variantsOf({ width, height }).map((variant) => ({
          width: variant.width,
          mediaType: 'image/webp',
          url: `/v1/images/${id}/${variant.name}.webp`,
        })),
      });
      changeSet.record('create', 'image', null, { id, slug: id, revision: 1 });
      return readImage(tx, id);
    });
    if (image.id !== id) await storage.remove([key]);
    return { image, isNew: image.id === id };
  } finally {
    await rm(cleanedFile, { force: true });
  }
}

/** The image of the same bytes, if the key may see it or has uploaded it. */
async function findSame(db: Db | Tx, sha256: string, actor: Viewer): Promise<Image | undefined> {
  const own = actor.keyId === null ? sql`false` : eq(images.uploadedBy, actor.keyId);
  const seen = seesDrafts(actor) ? sql`true` : or(entities.image.isPublic, own);
  const [found] = await db
    .select({ id: images.id })
    .from(images)
    .where(and(eq(images.sha256, sha256), seen))
    .orderBy(desc(images.createdAt))
    .limit(1);
  return found && readImage(db, found.id);
}

async function readImage(db: Db | Tx, id: string): Promise<Image> {
  const image = await readOne(db, imageList, operator, eq(images.id, id));
  if (!image) throw new Problem('not-found');
  return image;
}

/** Applies a merge patch to an image. @throws Problem not-found, precondition-failed, forbidden (of a public one) */
export async function changeImage(
  db: Db,
  id: string,
  expected: Precondition,
  { alt }: ImagePatch,
  actor: Viewer,
): Promise<Image> {
  return write(db, actor, async (tx, changeSet) => {
    const locked = await lockRow(tx, images, eq(images.id, id), expected);
    const current = await readImage(tx, id);
    if (alt === undefined || alt === current.alt) return current;
    if (await isVisible(tx, imageList, anonymous, eq(images.id, id)))
      requireScope(actor, 'reviews:publish', 'Changing what the public sees');
    await tx
      .update(images)
      .set({ alt, ...nextRevision(images) })
      .where(eq(images.id, id));
    const changed = await readImage(tx, id);
    changeSet.record('update', 'image', locked, { ...changed, slug: id });
    return changed;
  });
}

/**
 * Deletes an image that nothing shows, and then its files.
 * @throws Problem in-use with the reviews that show it and that the key may see
 */
export async function deleteImage(
  { db, storage }: ImageWorks,
  id: string,
  expected: Precondition,
  actor: Viewer,
): Promise<void> {
  await write(db, actor, async (tx, changeSet) => {
    const image = await lockRow(tx, images, eq(images.id, id), expected);
    await refuseShown(tx, id, actor);
    changeSet.record('delete', 'image', image, null);
    await tx.delete(images).where(eq(images.id, id));
  });
  await removeFiles(storage, id);
}

const mostNamed = 5;

async function refuseShown(tx: Tx, id: string, actor: Viewer): Promise<void> {
  const showing = await tx
    .select({ slug: reviews.slug, status: reviews.status, inDraft: reviewImages.inDraft })
    .from(reviewImages)
    .innerJoin(reviews, eq(reviews.id, reviewImages.reviewId))
    .where(eq(reviewImages.imageId, id))
    .orderBy(reviews.slug);
  if (showing.length === 0) return;
  const seen = showing.filter(
    ({ status, inDraft }) => seesDrafts(actor) || (status === 'published' && !inDraft),
  );
  const named = seen
    .slice(0, mostNamed)
    .map(
      ({ slug, inDraft, status }) =>
        `"${slug}"${inDraft ? ' (its working copy)' : ''}${status === 'trashed' ? ' (in the trash)' : ''}`,
    );
  const others = showing.length - named.length;
  const rest =
    others === 0 ? [] : [seen.length === 0 ? 'reviews that this key may not see' : `${others} more`];
  throw new Problem(
    'in-use',
    `The image is shown by ${[...named, ...rest].join(', ')}: take it out of them first.`,
  );
}

/** The files of an image: its picture and the variants that were made. */
async function removeFiles(storage: Storage, id: string): Promise<void> {
  const keys: string[] = [];
  for await (const { key } of storage.list(imageKey(id, ''))) keys.push(key);
  await storage.remove(keys);
}

const imagesAtOnce = 100;
/** A file may be that of an upload whose row is about to be written. */
const youngest = 3_600_000;

/** Deletes all images that no review and no working copy shows, and the files of uploads that were cut off. */
export async function pruneImages(works: ImageWorks, actor: Viewer): Promise<PrunedImages> {
  const { db, storage } = works;
  let pruned = 0;
  for (;;) {
    const ids = await write(db, actor, (tx, changeSet) => deleteUnused(tx, changeSet));
    for (const id of ids) await removeFiles(storage, id);
    pruned += ids.length;
    if (ids.length < imagesAtOnce) break;
  }
  return { images: pruned, files: await sweepFiles(works) };
}

async function deleteUnused(tx: Tx, changeSet: ChangeSet): Promise<string[]> {
  const unused = await tx
    .select({ id: images.id, slug: images.slug, revision: images.revision })
    .from(images)
    .where(isUnused)
    .orderBy(images.id)
    .limit(imagesAtOnce)
    .for('update', { skipLocked: true });
  const ids = unused.map(({ id }) => id);
  if (ids.length === 0) return [];
  const gone = await tx
    .delete(images)
    .where(and(inArray(images.id, ids), isUnused))
    .returning({ id: images.id });
  const isGone = new Set(gone.map(({ id }) => id));
  for (const image of unused)
    if (isGone.has(image.id)) changeSet.record('delete', 'image', image as never, null);
  return [...isGone];
}

/** Removes files without an image that are older than an hour. */
async function sweepFiles({ db, storage }: ImageWorks): Promise<number> {
  const before = new Date(Date.now() - youngest);
  let removed = await storage.removeLeftovers(before);
  let some: string[] = [];
  const sweep = async () => {
    const ids = [...new Set(some.map(idOfKey))].filter((id) => id !== undefined);
    const rows =
      ids.length === 0 ? [] : await db.select({ id: images.id }).from(images).where(inArray(images.id, ids));
    const there = new Set(rows.map(({ id }) => id));
    const orphans = some.filter((key) => !there.has(idOfKey(key) ?? ''));
    await storage.remove(orphans);
    removed += orphans.length;
    some = [];
  };
  for await (const { key, modifiedAt } of storage.list('')) {
    if (modifiedAt < before && idOfKey(key) !== undefined) some.push(key);
    if (some.length >= 1000) await sweep();
  }
  await sweep();
  return removed;
}

const idOfKey = (key: string): string | undefined =>
  /^[\da-f]{2}\/[\da-f]{2}\/([\da-f-]{36})\//.exec(key)?.[1];

/** The condition of a reference to an image: its id. */
export const matchImage = (id: string): SQL => eq(images.id, id);
