import { inArray, type SQL, sql } from 'drizzle-orm';
import { Type } from 'typebox';
import { seesDrafts, type Viewer } from '../../access/viewer.ts';
import type { ShownImage, ShownImages } from '../../content/markdown/images.ts';
import type { Queryable, Tx } from '../../db/driver/client.ts';
import { images, reviewImages } from '../../db/schema/images.ts';
import { entities } from '../../entities.ts';
import { type OneQuery, readOne } from '../../query/run.ts';
import { filterBy, type ListSpec } from '../../query/spec.ts';
import { matchReference } from '../../slugs/slugged.ts';
import { Several } from '../../wire.ts';
import type { Image } from './schema.ts';

/** The condition of images that no review and no working copy shows. */
export const isUnused = sql`not exists (select from ${reviewImages} where ${reviewImages.imageId} = ${images.id})`;

/** The condition of images of these bytes, as they were sent or as they are stored. */
export const hasHash = (hashes: string[]): SQL =>
  sql`(${inArray(images.sha256, hashes)} or ${inArray(images.storedSha256, hashes)})`;

export const imageList: ListSpec<Image, Viewer> = {
  name: 'images',
  kind: 'image',
  table: images,
  id: images.id,
  columns: {
    id: images.id,
    sha256: images.sha256,
    storedSha256: images.storedSha256,
    mediaType: images.mediaType,
    bytes: images.bytes,
    width: images.width,
    height: images.height,
    alt: images.alt,
    placeholder: images.placeholder,
    color: images.color,
    url: largestOf(images),
    variants: images.variants,
    animated: images.animated,
    createdAt: images.createdAt,
    updatedAt: images.updatedAt,
    revision: images.revision,
  },
  visible: (viewer) => {
    if (seesDrafts(viewer)) return undefined;
    return viewer.previewed === undefined ? entities.image.isPublic : shownIn(viewer.previewed);
  },
  sorts: {
    createdAt: [{ sql: sql`${images.createdAt}`, cast: 'timestamptz' }],
    bytes: [{ sql: sql`${images.bytes}`, cast: 'integer' }],
  },
  defaultSort: '-createdAt',
  filters: {
    unused: filterBy(
      Type.Boolean({
        description: '`true`: those that no review and no working copy shows; `false`: the others.',
      }),
      (wanted) => (wanted ? isUnused : sql`not ${isUnused}`),
    ),
    sha256: filterBy(
      Several(Type.String({ pattern: '^[0-9a-f]{64}$' }), {
        maxItems: 64,
        examples: [['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08']],
        description:
          'SHA-256 of the bytes that were sent or are stored: which of up to 64 files are here already.',
      }),
      hasHash,
      { by: 'itself' },
    ),
  },
};

/** The URL of the largest variant. */
export function largestOf({ variants }: Pick<typeof images, 'variants'>): SQL<string> {
  return sql`(${variants}->-1->>'url')`;
}

/** The condition of images that a review or its working copy shows. */
const shownIn = (reviewId: string) => sql`exists (select from ${reviewImages}
  where ${reviewImages.imageId} = ${images.id} and ${reviewImages.reviewId} = ${reviewId})`;

/** Finds an image by its id, if the viewer may see it. */
export function findImage(
  db: Queryable,
  viewer: Viewer,
  id: string,
  query: OneQuery = {},
): Promise<Image | undefined> {
  return readOne(db, imageList, viewer, matchReference(images, id), query);
}

/** The images of these ids that are there, for the rendering of a body; one statement, none without ids. */
export async function findShownImages(db: Queryable, ids: string[]): Promise<ShownImages> {
  if (ids.length === 0) return new Map();
  const { id, width, height, variants } = images;
  const found = await db.select({ id, width, height, variants }).from(images).where(inArray(id, ids));
  return new Map(found.map((image): [string, ShownImage] => [image.id, image]));
}

/** Locks images against being deleted until the transaction ends. @returns the ids of those that are there */
export async function lockImages(tx: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .select({ id: images.id })
    .from(images)
    .where(inArray(images.id, ids))
    .orderBy(images.id)
    .for('key share');
  return found.map(({ id }) => id);
}
