import { sql } from 'drizzle-orm';
import { boolean, index, integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, uuidv7 } from './columns.ts';
import { reviews } from './tables.ts';

/** The media types of stored pictures; an SVG is stored as the PNG that it was drawn to. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'] as const;
export type StoredImageType = (typeof imageTypes)[number];

/** A smaller version of an image, as on the wire, with a path of this service. */
export interface ImageVariant {
  width: number;
  mediaType: string;
  url: string;
}

/** Images; their bytes are in the storage (IMAGES_URL), under a key made of the id. */
export const images = pgTable(
  'images',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    /** Images are referred to by their ids only. */
    slug: text('slug').notNull().generatedAlwaysAs(sql`id::text`),
    /** SHA-256 of the bytes that were uploaded, in hexadecimal; the stored ones are cleaned. */
    sha256: text('sha256').notNull(),
    /** SHA-256 of the stored bytes; null where the image is older than this column. */
    storedSha256: text('stored_sha256'),
    mediaType: text('media_type', { enum: imageTypes }).notNull(),
    /** The size of the stored picture. */
    bytes: integer('bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    alt: text('alt').notNull().default(''),
    /** A tiny picture as a `data:` URL. */
    placeholder: text('placeholder').notNull(),
    /** The dominant colour, `#rrggbb`. */
    color: text('color').notNull(),
    animated: boolean('animated').notNull(),
    variants: json('variants').$type<ImageVariant[]>().notNull(),
    /** The key that uploaded it; null for the operator. */
    uploadedBy: uuid('uploaded_by'),
    /** When its bytes were last sent, within a minute. */
    sentAt: timestamptz('sent_at').notNull().default(sql`now()`),
    revision: integer('revision').notNull().default(1),
    createdAt: timestamptz('created_at').notNull().default(sql`now()`),
    updatedAt: timestamptz('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    index('images_sha256_index').on(t.sha256),
    index('images_stored_sha256_index').on(t.storedSha256),
    index('images_created_at_index').on(sql`${t.createdAt} desc`, sql`${t.id} desc`),
  ],
);

/** The images that a review shows, or its working copy: figures in order, and the cover. */
export const reviewImages = pgTable(
  'review_images',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    imageId: uuid('image_id')
      .notNull()
      .references(() => images.id),
    /** Whether its working copy shows it, which the public does not see. */
    inDraft: boolean('in_draft').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'review_images_pkey', columns: [t.reviewId, t.imageId, t.inDraft] }),
    index('review_images_image_index').on(t.imageId),
  ],
);
