import { sql } from 'drizzle-orm';
import type { Viewer } from '../../access/viewer.ts';
import type { Queryable } from '../../db/client.ts';
import { readPlaced } from '../../list/run.ts';
import { reviewList } from './list.ts';
import type { ReviewSummary } from './schema.ts';

/** So many of the newest that share a tag or the category are looked at. */
const candidatesEach = 200;

/**
 * Published reviews that belong to a review, best first: of the same paper, with tags in common, in the same category,
 * with a like title; the newer one among equals. One statement.
 */
export function findRelated(
  db: Queryable,
  viewer: Viewer,
  id: string,
  limit: number,
): Promise<ReviewSummary[]> {
  const newest = sql`order by published_at desc limit ${candidatesEach}`;
  const placed = sql`
    with subject as (select id, paper_id, category_id, title from reviews where id = ${id}),
    tagged as materialized (
      select other.review_id as id, count(*) as shared
      from review_tags own join review_tags other using (tag_id) where own.review_id = ${id} group by other.review_id),
    candidates as (
      (select reviews.id from reviews join subject using (paper_id) where status = 'published')
      union (select id from (select reviews.id, published_at from reviews join tagged using (id)
        where status = 'published' order by shared desc, published_at desc limit ${candidatesEach}) by_tag)
      union (select id from (select reviews.id, published_at from reviews join subject using (category_id)
        where status = 'published' ${newest}) by_category))
    select other.id, row_number() over (order by
      1000 * (other.paper_id = subject.paper_id)::integer + 10 * coalesce(tagged.shared, 0)
        + 4 * coalesce(other.category_id = subject.category_id, false)::integer
        + 4 * similarity(other.title, subject.title) desc,
      other.published_at desc, other.id desc) as place
    from candidates join reviews other on other.id = candidates.id left join tagged on tagged.id = other.id, subject
    where other.id <> ${id} order by place limit ${limit}`;
  return readPlaced(db, reviewList, viewer, placed, limit);
}
