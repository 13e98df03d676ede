/**
 * The reads as somebody would write them by hand who has nothing to do but these: Postgres writes the JSON, which takes
 * less of all processors than columns that are put together in JavaScript; prepared once for each connection. Their plans
 * are in bench/results/plans.md.
 */
const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const paperMembers = `
  'id', papers.id, 'slug', papers.slug, 'title', papers.title, 'acronym', papers.acronym, 'arxiv', arxiv.value,
  'status', papers.status`;

/** What lists and the single review have in common. */
const summaryMembers = `
  'id', reviews.id, 'slug', reviews.slug, 'title', reviews.title, 'summary', reviews.summary,
  'language', reviews.language, 'status', reviews.status,
  'publishedAt', ${moment('reviews.published_at')}, 'updatedAt', ${moment('reviews.updated_at')},
  'revision', reviews.revision, 'excerpt', reviews.excerpt, 'readingMinutes', reviews.reading_minutes,
  'cover', reviews.cover,
  'reviewedVersion', case when reviews.reviewed_version is not null then
    json_build_object('number', reviews.reviewed_version, 'releasedOn', version.released_on) end,
  'outdated', reviews.reviewed_version is not null and exists (select from paper_versions newer
    where newer.paper_id = reviews.paper_id and newer.number > reviews.reviewed_version),
  'category', case when categories.id is not null then json_build_object('id', categories.id, 'slug', categories.slug,
    'name', categories.name, 'path', categories.path) end,
  'tags', (select coalesce(json_agg(json_build_object('id', tags.id, 'slug', tags.slug, 'name', tags.name)
    order by review_tags.position), '[]') from review_tags join tags on tags.id = review_tags.tag_id
    where review_tags.review_id = reviews.id)`;

const joins = `
  join papers on papers.id = reviews.paper_id
  left join categories on categories.id = reviews.category_id
  left join paper_versions version on version.paper_id = reviews.paper_id and version.number = reviews.reviewed_version
  left join paper_identifiers arxiv on arxiv.paper_id = papers.id and arxiv.scheme = 'arxiv' and not arxiv.former`;

const order = `coalesce(published_at, '-infinity'::timestamptz) desc, id desc`;
const cursor = `reviews.id || ' ' || ${moment('reviews.published_at')}`;

/** A page of all but the last of $1 rows; how many there are, and the cursors of its ends. */
const page = (where: string, more = '') => `
  select coalesce(json_agg(json_build_object(${summaryMembers}, 'paper', json_build_object(${paperMembers}))
      order by place) filter (where place < $1), '[]')::text as data,
    count(*)::integer as found, max(${cursor}) filter (where place = 1) as first,
    max(${cursor}) filter (where place = $1 - 1) as last ${more}
  from (
    select page.*, row_number() over (order by ${order}) as place
    from (select * from reviews where status = 'published' ${where} order by ${order} limit $1) page) reviews ${joins}`;

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
  (select json_build_object('id', near.id, 'slug', near.slug, 'title', near.title) from reviews near
    where near.status = 'published' and near.category_id = reviews.category_id
      and (near.published_at, near.id) ${side} (reviews.published_at, reviews.id)
    order by near.published_at ${direction}, near.id ${direction} limit 1)`;

/** One review by its slug, $1; its long texts are beside the JSON, since V8 writes those faster. */
export const oneBySlug = `
  select json_build_object(${summaryMembers},
    'paper', json_build_object(${paperMembers}, 'venue', papers.venue, 'publishedOn', papers.published_on, 'doi', doi.value,
      'authors', (select coalesce(json_agg(json_build_object('name', name, 'orcid', orcid) order by position), '[]')
        from paper_authors where paper_id = papers.id),
      'links', (select coalesce(json_agg(json_build_object('kind', kind, 'label', label, 'url', url) order by position), '[]')
        from paper_links where paper_id = papers.id)),
    'sections', reviews.sections, 'renderWarnings', reviews.render_warnings, 'source', reviews.source,
    'createdAt', ${moment('reviews.created_at')}, 'deletedAt', ${moment('reviews.deleted_at')},
    'previous', ${neighbour('<', 'desc')}, 'next', ${neighbour('>', 'asc')})::text as review, reviews.body, reviews.html
  from reviews ${joins}
  left join paper_identifiers doi on doi.paper_id = papers.id and doi.scheme = 'doi' and not doi.former
  where reviews.slug = $1 and reviews.status = 'published'`;

const counted = (name: string, select: string) => `
  (select '${name}' as facet, value::text, name::text, count::integer from (${select}) counted
    order by count desc, value limit 100)`;

const counts = [
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

/** What all published reviews are counted by. */
export const facets = `
  select json_object_agg(facet, counted)::text as facets from (
    select facet, json_agg(json_build_object('value', value, 'name', name, 'count', count) order by count desc, value) as counted
    from (${counts}) counts group by facet) grouped`;
