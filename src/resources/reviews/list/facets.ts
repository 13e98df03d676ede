import { sql } from 'drizzle-orm';
import { reviews } from '../../../db/schema/tables.ts';
import type { Facet } from '../../../query/spec.ts';
import type { reviewFacetNames as names } from '../schema.ts';

/** The facets of reviews: a category counts its descendants' reviews too, as its filter does. */
export const reviewFacets: Record<(typeof names)[number], Facet> = {
  tag: {
    of: [],
    count: (matching) => sql`
      select tags.slug as value, tags.name, own.number as count
      from (select tag_id, count(*) as number from review_tags join ${matching} found on found.id = review_tags.review_id group by tag_id) own
      join tags on tags.id = own.tag_id`,
  },
  category: {
    of: [reviews.categoryId],
    count: (matching) => sql`
      select above.slug as value, above.name, sum(own.number) as count
      from (select category_id, count(*) as number from ${matching} group by category_id) own
      join categories on categories.id = own.category_id
      join categories above on categories.path = above.path or starts_with(categories.path, above.path || '/')
      group by above.id`,
  },
  year: {
    of: [reviews.publishedAt],
    count: (matching) => sql`
      select year as value, year as name, count(*) as count
      from (select extract(year from published_at at time zone 'UTC')::integer as year from ${matching} where published_at is not null) dated
      group by year`,
  },
  language: {
    of: [reviews.language],
    count: (matching) =>
      sql`select language as value, language as name, count(*) as count from ${matching} group by language`,
  },
  venue: {
    of: [reviews.paperId],
    count: (matching) => sql`
      select papers.venue as value, papers.venue as name, count(*) as count
      from ${matching} found join papers on papers.id = found.paper_id
      where papers.venue is not null group by papers.venue`,
  },
};
