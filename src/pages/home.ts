import { sql } from 'drizzle-orm';
import { anonymous } from '../access/viewer.ts';
import type { Queryable } from '../db/driver/client.ts';
import { categories, papers, reviews, tags } from '../db/schema/tables.ts';
import { type ListPage, runList } from '../query/run.ts';
import { categoryList } from '../resources/categories/list.ts';
import { paperList } from '../resources/papers/list.ts';
import { reviewList } from '../resources/reviews/list/list.ts';
import type { ReviewSummary } from '../resources/reviews/schema.ts';
import { tagList } from '../resources/tags/list.ts';

/** The numbers of public entities. */
export interface PublicCounts {
  reviews: number;
  papers: number;
  tags: number;
  categories: number;
}

/** The latest public reviews, with the counts. */
export interface PublicContent extends ListPage<ReviewSummary> {
  counts: PublicCounts;
}

const latestReviews = 10;

/** Reads what the home page shows, the same for every viewer: what the public sees. Two statements. */
export async function readPublicContent(db: Queryable): Promise<PublicContent> {
  // First, since its public version may not be newer than the counts.
  const latest = await runList(db, reviewList, { limit: latestReviews }, anonymous);
  return { ...latest, counts: await countPublic(db) };
}

async function countPublic(db: Queryable): Promise<PublicCounts> {
  const lists = [
    ['reviews', reviews, reviewList],
    ['papers', papers, paperList],
    ['tags', tags, tagList],
    ['categories', categories, categoryList],
  ] as const;
  const counts = lists.map(([name, table, { visible }]) => {
    const where = visible?.(anonymous) ?? sql`true`;
    return sql`(select count(*)::integer from ${table} where ${where}) as ${sql.identifier(name)}`;
  });
  const [row] = await db.execute<{ [name in keyof PublicCounts]: number }>(
    sql`select ${sql.join(counts, sql`, `)}`,
  );
  return row as PublicCounts;
}
