import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import { anonymous, operator, requireScope, seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { Db, Tx } from '../../db/driver/client.ts';
import { uuidv7 } from '../../db/schema/columns.ts';
import { images, reviewImages, type StoredImageType } from '../../db/schema/images.ts';
import { reviews } from '../../db/schema/tables.ts';
import { lockRow, nextRevision, type Precondition } from '../../db/unit-of-work/lock.ts';
import { lockNames, write } from '../../db/unit-of-work/write.ts';
import { entities } from '../../entities.ts';
import type { Upload } from '../../http/upload.ts';
import { imageKey, originalKey } from '../../images/keys.ts';
import type { ImageProcessor } from '../../images/processor.ts';
import { variantsOf } from '../../images/variants.ts';
import { Problem } from '../../problems.ts';
import { isVisible, readOne } from '../../query/run.ts';
import type { Storage } from '../../storage/storage.ts';
import { hasHash, imageList } from './list.ts';
import type { Image, ImagePatch } from './schema.ts';

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
  { file, sha256, bytes: sentBytes, alt = '' }: Upload,
  actor: Viewer,
): Promise<{ image: Image; isNew: boolean }> {
  const known = await findSame(db, sha256, actor);
  if (known) {
    await renewSending(db, known.id);
    return { image: known, isNew: false };
  }
  const id = uuidv7();
  const cleanedFile = join(tmpdir(), `postil-cleaned-${id}`);
  try {
    const cleaned = await processor.clean(file, cleanedFile, {
      by: actor.keyId ?? 'admin',
      bytes: sentBytes,
    });
    const { mediaType, bytes, width, height, animated, placeholder, color } = cleaned;
    const key = originalKey(id, mediaType as StoredImageType);
    await prepare();
    await storage.put(key, cleanedFile, mediaType);
    const image = await write(db, actor, async (tx, changeSet) => {
      await lockNames(tx, [`image ${sha256}`]);
      const other = await findSame(tx, sha256, actor);
      if (other) return other;
      await tx.insert(images).values({
        ...{ id, sha256, storedSha256: cleaned.sha256, mediaType: mediaType as StoredImageType, bytes },
        ...{ width, height, alt, placeholder, color, animated, uploadedBy: actor.keyId },
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

/** The image of the same bytes, sent or stored, if the key may see it or has uploaded it. */
async function findSame(db: Db | Tx, sha256: string, actor: Viewer): Promise<Image | undefined> {
  const own = actor.keyId === null ? sql`false` : eq(images.uploadedBy, actor.keyId);
  const seen = seesDrafts(actor) ? sql`true` : or(entities.image.isPublic, own);
  const [found] = await db
    .select({ id: images.id })
    .from(images)
    .where(and(hasHash([sha256]), seen))
    .orderBy(desc(images.createdAt))
    .limit(1);
  return found && readImage(db, found.id);
}

/** Sent again, an image counts as a new one for what is pruned; so late that repetitions write nothing. */
async function renewSending(db: Db, id: string): Promise<void> {
  const isOld = sql`${images.sentAt} < now() - interval '1 minute'`;
  await db
    .update(images)
    .set({ sentAt: sql`now()` })
    .where(and(eq(images.id, id), isOld));
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
export async function removeFiles(storage: Storage, id: string): Promise<void> {
  const keys: string[] = [];
  for await (const { key } of storage.list(imageKey(id, ''))) keys.push(key);
  await storage.remove(keys);
}

/** The condition of a reference to an image: its id. */
export const matchImage = (id: string): SQL => eq(images.id, id);
