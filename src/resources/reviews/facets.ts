import { sql } from 'drizzle-orm';
import type { Facet } from '../../list/spec.ts';
import type { reviewFacets as names } from './schema.ts';

/** What reviews are counted by: a category counts what is in its descendants too, as its filter finds it. */
export const reviewFacets: Record<(typeof names)[number], Facet> = {
  tag: (matching) => sql`
    select tags.slug as value, tags.name, count(*) as count
    from review_tags join tags on tags.id = review_tags.tag_id
    where review_tags.review_id in ${matching} group by tags.id`,
  category: (matching) => sql`
    select above.slug as value, above.name, sum(own.number) as count
    from (select category_id, count(*) as number from reviews where id in ${matching} group by category_id) own
    join categories on categories.id = own.category_id
    join categories above on categories.path = above.path or starts_with(categories.path, above.path || '/')
    group by above.id`,
  year: (matching) => sql`
    select year as value, year as name, count(*) as count
    from (select extract(year from published_at at time zone 'UTC')::integer as year from reviews
      where id in ${matching} and published_at is not null) dated group by year`,
  language: (matching) => sql`
    select language as value, language as name, count(*) as count from reviews where id in ${matching} group by language`,
  venue: (matching) => sql`
    select papers.venue as value, papers.venue as name, count(*) as count
    from reviews join papers on papers.id = reviews.paper_id
    where reviews.id in ${matching} and papers.venue is not null group by papers.venue`,
};
