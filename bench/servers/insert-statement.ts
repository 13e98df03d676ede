/**
 * The rows of a post of a review whose paper, category and tags are there, as one statement: the review, its tags, what
 * search finds it by, its first revision, the line of the audit log, and the counters and marks by which mirrors and
 * caches learn of it. The one row that all writers share, `site_state`, is taken last, as Postil does: the longer it is
 * held, the longer the others wait.
 */
export const insertReview = `
  with paper as (
    select papers.id, papers.title from paper_identifiers join papers on papers.id = paper_identifiers.paper_id
    where scheme = 'arxiv' and value = $1),
  category as (select id, name, path from categories where slug = $2),
  tag as (
    select tags.id, tags.name, place from unnest($3::text[]) with ordinality as named (folded, place)
    join tags on tags.folded_name = named.folded),
  review as (
    insert into reviews (id, paper_id, category_id, slug, title, summary, body, language, source,
      html, text, excerpt, sections, reading_minutes, renderer_version, status, published_at)
    select $4::uuid, paper.id, category.id, $5, $6, $7, $8, $9, $10,
      $11, $12, $13, $14::text::jsonb, $15::integer, $16::integer, 'published', now()
    from paper, category returning id, published_at),
  tagged as (
    insert into review_tags (review_id, tag_id, position) select review.id, tag.id, tag.place - 1 from review, tag
    returning 1),
  searched as (
    insert into review_search (review_id, names, heads, body)
    select id, string_to_array($17, E'\\n'), string_to_array($18, E'\\n'), string_to_array($19, E'\\n') from review
    returning 1),
  revised as (
    insert into review_revisions (id, review_id, revision, action, actor, content, body)
    select gen_random_uuid(), review.id, 1, 'create', 'by hand', jsonb_build_object(
      'title', $6::text, 'slug', $5::text, 'summary', $7::text, 'language', $9::text,
      'paper', jsonb_build_object('id', paper.id, 'title', paper.title),
      'category', jsonb_build_object('id', category.id, 'name', category.name),
      'tags', (select jsonb_agg(name order by place) from tag),
      'reviewedVersion', null, 'status', 'published', 'source', $10::text, 'publishedAt', review.published_at), $8
    from review, paper, category returning 1),
  logged as (
    insert into audit_log (id, action, type, thing_id, slug, to_revision, actor)
    select gen_random_uuid(), 'create', 'review', id, $5, 1, 'by hand' from review returning 1),
  touched as (
    select 'review' as type, id, $5::text as slug from review
    union select 'paper', papers.id, papers.slug from paper join papers using (id)
    union select 'tag', tags.id, tags.slug from tag join tags using (id)
    union select 'category', above.id, above.slug from category
      join categories above on above.path = category.path or starts_with(category.path, above.path || '/')
    union select 'review', near.id, near.slug from category, lateral (
      select id, slug from reviews where status = 'published' and category_id = category.id
      order by published_at desc, id desc limit 1) near),
  site as (
    update site_state set site_version = site_version + 1, public_version = public_version + 1, public_changed_at = now()
    where (select count(*) from tagged) + (select count(*) from searched) + (select count(*) from revised)
      + (select count(*) from logged) > 0
    returning public_version),
  noted as (
    insert into changes (type, id, slug, change, version, changed_at)
    select touched.type, touched.id, touched.slug, 'put', site.public_version, now() from touched, site
    on conflict (type, id) do update set slug = excluded.slug, change = excluded.change,
      version = excluded.version, changed_at = excluded.changed_at
    returning 1)
  select id from review where (select count(*) from noted) > 0`;
