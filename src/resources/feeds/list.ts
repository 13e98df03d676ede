import { and, sql } from 'drizzle-orm';
import { anonymous } from '../../access/viewer.ts';
import { mostAddresses } from '../../content/feeds/sitemap.ts';
import type { Queryable } from '../../db/driver/client.ts';
import { reviews } from '../../db/schema/tables.ts';
import { type PublicState, readAt, readState, stateColumn } from '../../db/unit-of-work/site.ts';
import { Problem } from '../../problems.ts';
import { reviewList } from '../reviews/list/list.ts';

/** The fields of a review in a sitemap. */
export interface MappedReview {
  id: string;
  slug: string;
  language: string;
  updatedAt: string;
}

/** A sitemap: its reviews, or for an index the number of sitemaps. */
export interface Sitemap {
  data: MappedReview[];
  /** Of an index; null for a sitemap. */
  sitemaps: number | null;
  [readAt]?: PublicState | undefined;
}

const rowsPerBatch = 5000;

/**
 * Reads the sitemap of all reviews with a public page, for any viewer, by id; with a page, one of several: a statement
 * for the count and one for each batch.
 * @throws Problem invalid-parameter for a page that does not exist
 */
export async function readSitemap(db: Queryable, page?: number): Promise<Sitemap> {
  const visible = reviewList.visible(anonymous);
  const [counted] = await db
    .select({ reviews: sql<number>`count(*)::integer`, state: stateColumn })
    .from(reviews)
    .where(visible);
  const sitemaps = Math.max(1, Math.ceil((counted?.reviews ?? 0) / mostAddresses));
  const state = { [readAt]: readState(counted?.state) };
  if (page === undefined && sitemaps > 1) return { data: [], sitemaps, ...state };
  if (page !== undefined && page > sitemaps)
    throw new Problem('invalid-parameter', undefined, {
      errors: [{ parameter: 'page', detail: `must be at most ${sitemaps}: so many sitemaps there are` }],
    });
  const data: MappedReview[] = [];
  for (let offset = ((page ?? 1) - 1) * mostAddresses; data.length < mostAddresses; offset = 0) {
    const last = data.at(-1);
    const batch = await db
      .select({
        ...{ id: reviews.id, slug: reviews.slug },
        ...{ language: reviews.language, updatedAt: reviews.updatedAt },
      })
      .from(reviews)
      .where(and(visible, last && sql`${reviews.id} > ${last.id}::uuid`))
      .orderBy(reviews.id)
      .offset(offset)
      .limit(Math.min(rowsPerBatch, mostAddresses - data.length));
    data.push(...batch);
    if (batch.length < rowsPerBatch) break;
  }
  return { data, sitemaps: null, ...state };
}
