import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, uuidv7 } from './columns.ts';
import { reviews } from './tables.ts';

/** What a preview link shows: the current review or its working copy. */
export const previewed = ['current', 'draft'] as const;
export type Previewed = (typeof previewed)[number];

/** Preview links: capability URLs that show one review without a key. A revoked one is deleted. */
export const previewLinks = pgTable(
  'preview_links',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    shows: text('shows', { enum: previewed }).notNull(),
    /** SHA-256 of the token, in hexadecimal. */
    tokenHash: text('token_hash').notNull(),
    createdAt: timestamptz('created_at').notNull().default(sql`now()`),
    expiresAt: timestamptz('expires_at').notNull(),
  },
  (t) => [index('preview_links_review_index').on(t.reviewId, t.createdAt)],
);
