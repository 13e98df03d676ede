import { sql } from 'drizzle-orm';
import type { Viewer } from '../../../access/viewer.ts';
import type { Queryable } from '../../../db/driver/client.ts';
import { carry, readAt } from '../../../db/unit-of-work/site.ts';
import { type Ranked, readRanked } from '../../../query/ranked.ts';
import { listWords } from '../../../search/query.ts';
import type { ReviewSummary } from '../schema.ts';
import { findReview, reviewList } from './list.ts';

/** The newest candidates by tags, category and title words, each. */
const candidatesEach = 200;
/** The most words of the title. */
const mostWords = 12;
/** The document frequency above which a word is ignored; no more rows are read. */
const mostSharing = 500;

/**
 * Related published reviews, best first: of the same paper, with common tags, in the same category, with a similar
 * title; ties by recency. Undefined when the viewer may not see the review. Two statements.
 */
export async function findRelated(
  db: Queryable,
  viewer: Viewer,
  reference: string,
  limit: number,
): Promise<Ranked<ReviewSummary> | undefined> {
  const subject = await findReview(db, viewer, reference, { fields: ['id', 'title'] });
  if (!subject) return undefined;
  const { id } = subject;
  const words = listWords(subject.title, mostWords);
  const unnested = sql`unnest(${sql.param(words.map(({ word }) => word))}::text[], ${sql.param(words.map(({ query }) => query))}::text[])`;
  const newest = sql`order by published_at desc limit ${candidatesEach}`;
  const placed = sql`
    with subject as (select id, paper_id, category_id, title from reviews where id = ${id}),
    tagged as materialized (
      select other.review_id as id, count(*) as shared
      from review_tags own join review_tags other using (tag_id) where own.review_id = ${id} group by other.review_id),
    titled as materialized (
      select review_id as id, count(*) as shared from ${unnested} as words (word, query), lateral (
        select review_id, count(*) over () as sharing from (
          select review_id from review_search join reviews on reviews.id = review_id
          where search_vector(names) @@ query::tsquery and status = 'published'
          limit ${mostSharing + 1}) having_it) found
      where ts_lexize('english_stem', word) <> '{}' and sharing <= ${mostSharing} group by review_id),
    candidates as (
      (select reviews.id from reviews join subject using (paper_id) where status = 'published')
      union (select id from (select reviews.id, published_at from reviews join tagged using (id)
        where status = 'published' order by shared desc, published_at desc limit ${candidatesEach}) by_tag)
      union (select id from (select reviews.id, published_at from reviews join titled using (id)
        order by shared desc, published_at desc limit ${candidatesEach}) by_title)
      union (select id from (select reviews.id, published_at from reviews join subject using (category_id)
        where status = 'published' ${newest}) by_category))
    select other.id, row_number() over (order by
      1000 * (other.paper_id = subject.paper_id)::integer + 10 * coalesce(tagged.shared, 0)
        + 4 * coalesce(other.category_id = subject.category_id, false)::integer
        + 4 * similarity(other.title, subject.title) desc,
      other.published_at desc, other.id desc) as place
    from candidates join reviews other on other.id = candidates.id left join tagged on tagged.id = other.id, subject
    where other.id <> ${id} order by place limit ${limit}`;
  return { ...(await readRanked(db, reviewList, viewer, placed, limit)), ...carry(subject[readAt]) };
}
