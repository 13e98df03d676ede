/**
 * The reads as somebody would write them by hand who has nothing to do but these: columns and joins, since Postgres takes
 * longer to build JSON than V8 does; prepared once for each connection. Their plans are in bench/results/plans.md.
 */
const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const summary = `
  reviews.id, reviews.slug, reviews.title, reviews.summary, reviews.language, reviews.status,
  ${moment('reviews.published_at')} as published_at, ${moment('reviews.updated_at')} as updated_at,
  reviews.revision, reviews.excerpt, reviews.reading_minutes, reviews.cover, reviews.reviewed_version,
  version.released_on::text as released_on,
  reviews.reviewed_version is not null and exists (select from paper_versions newer
    where newer.paper_id = reviews.paper_id and newer.number > reviews.reviewed_version) as outdated,
  papers.id as paper_id, papers.slug as paper_slug, papers.title as paper_title, papers.acronym,
  arxiv.value as arxiv, papers.status as paper_status,
  categories.id as category_id, categories.slug as category_slug, categories.name as category_name, categories.path,
  array(select tags.id || ' ' || tags.slug || ' ' || tags.name
    from review_tags join tags on tags.id = review_tags.tag_id
    where review_tags.review_id = reviews.id order by review_tags.position)::text[] as tags`;

const joins = `
  join papers on papers.id = reviews.paper_id
  left join categories on categories.id = reviews.category_id
  left join paper_versions version on version.paper_id = reviews.paper_id and version.number = reviews.reviewed_version
  left join paper_identifiers arxiv on arxiv.paper_id = papers.id and arxiv.scheme = 'arxiv' and not arxiv.former`;

const order = `coalesce(reviews.published_at, '-infinity'::timestamptz) desc, reviews.id desc`;

/** A page and one more: $1 rows. */
const page = (where: string, more = '') => `
  select ${summary}, reviews.published_at::text as cursor ${more}
  from (select * from reviews where status = 'published' ${where} order by ${order} limit $1) reviews ${joins}
  order by ${order}`;

export const newest = page('');
export const newestWithTotal = page(
  '',
  `, (select count(*)::integer from reviews where status = 'published') as total`,
);
/** Behind the review of $2, published at $3. */
export const after = page(
  `and (coalesce(published_at, '-infinity'::timestamptz), id) < ($3::timestamptz, $2::uuid)`,
);

const neighbour = (side: '<' | '>', direction: 'asc' | 'desc') => `
  left join lateral (select near.id, near.slug, near.title from reviews near
    where near.status = 'published' and near.category_id = reviews.category_id
      and (near.published_at, near.id) ${side} (reviews.published_at, reviews.id)
    order by near.published_at ${direction}, near.id ${direction} limit 1)`;

/** One review by its slug, $1. */
export const oneBySlug = `
  select ${summary}, reviews.body, reviews.html, reviews.sections::text as sections,
    reviews.render_warnings::text as render_warnings, reviews.source,
    ${moment('reviews.created_at')} as created_at, ${moment('reviews.deleted_at')} as deleted_at,
    papers.venue, papers.published_on::text as published_on, doi.value as doi,
    (select coalesce(json_agg(json_build_object('name', name, 'orcid', orcid) order by position), '[]')::text
      from paper_authors where paper_id = papers.id) as authors,
    (select coalesce(json_agg(json_build_object('kind', kind, 'label', label, 'url', url) order by position), '[]')::text
      from paper_links where paper_id = papers.id) as links,
    previous.id as previous_id, previous.slug as previous_slug, previous.title as previous_title,
    following.id as next_id, following.slug as next_slug, following.title as next_title
  from reviews ${joins}
  left join paper_identifiers doi on doi.paper_id = papers.id and doi.scheme = 'doi' and not doi.former
  ${neighbour('<', 'desc')} previous on true
  ${neighbour('>', 'asc')} following on true
  where reviews.slug = $1 and reviews.status = 'published'`;

const counted = (name: string, select: string) => `
  (select '${name}' as facet, value::text, name::text, count::integer from (${select}) counted
    order by count desc, value limit 100)`;

/** What all published reviews are counted by. */
export const facets = [
  counted(
    'tag',
    `select tags.slug as value, tags.name, number as count from (
      select tag_id, count(*) as number from review_tags join reviews on reviews.id = review_tags.review_id
      where reviews.status = 'published' group by tag_id) own join tags on tags.id = own.tag_id`,
  ),
  counted(
    'category',
    `select above.slug as value, above.name, sum(own.number) as count
    from (select category_id, count(*) as number from reviews where status = 'published' group by category_id) own
    join categories on categories.id = own.category_id
    join categories above on categories.path = above.path or starts_with(categories.path, above.path || '/')
    group by above.id`,
  ),
  counted(
    'year',
    `select year as value, year as name, count(*) as count
    from (select extract(year from published_at at time zone 'UTC')::integer as year from reviews
      where status = 'published') dated group by year`,
  ),
  counted(
    'language',
    `select language as value, language as name, count(*) as count
    from reviews where status = 'published' group by language`,
  ),
].join(' union all ');
