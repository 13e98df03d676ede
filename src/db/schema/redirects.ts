import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { timestamptz, uuidv7 } from './columns.ts';
import { categories, reviews } from './tables.ts';

/** Former addresses of a site, each with the one target that it leads to. */
export const redirects = pgTable(
  'redirects',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    /** Redirects are referred to by their ids only. */
    slug: text('slug').notNull().generatedAlwaysAs(sql`id::text`),
    /** A path with its query, canonical (content/text/site-path.ts). */
    path: text('path').notNull().unique('redirects_path_key'),
    reviewId: uuid('review_id').references(() => reviews.id),
    categoryId: uuid('category_id').references(() => categories.id),
    url: text('url'),
    revision: integer('revision').notNull().default(1),
    createdAt: timestamptz('created_at').notNull().default(sql`now()`),
    updatedAt: timestamptz('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    check('redirects_target_check', sql`num_nonnulls(${t.reviewId}, ${t.categoryId}, ${t.url}) = 1`),
    index('redirects_review_index').on(t.reviewId),
    index('redirects_category_index').on(t.categoryId),
    index('redirects_created_at_index').on(sql`${t.createdAt} desc`, sql`${t.id} desc`),
  ],
);
