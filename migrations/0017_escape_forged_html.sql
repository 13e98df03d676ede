-- Bodies that name the placeholders of formulas by character references: until they are rendered again their source is shown.
WITH "escaped" AS (
  UPDATE "reviews" SET "renderer_version" = least("renderer_version", 2), "sections" = '[]',
    "html" = '<pre><code>' || replace(replace(replace(left("body", 400000), '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</code></pre>',
    "render_warnings" = '[{"line": null, "source": null, "detail": "The text is about to be rendered again; the source is shown"}]'
  WHERE "body" LIKE '%&#%'
    AND regexp_replace("body", U&'[\FDD0\FDD1]', '', 'g') ~* '&#(x0*fdd[01]|0*6497[67])'
  RETURNING "id", "slug", "status"),
"site" AS (
  UPDATE "site_state" SET "site_version" = "site_version" + 1, "public_version" = "public_version" + 1, "public_changed_at" = now()
  WHERE EXISTS (SELECT FROM "escaped" WHERE "status" = 'published')
  RETURNING "public_version")
INSERT INTO "changes" ("type", "id", "slug", "change", "version", "changed_at")
  SELECT 'review', "id", "slug", 'put', "site"."public_version", now() FROM "escaped", "site" WHERE "status" = 'published'
  ON CONFLICT ("type", "id") DO UPDATE SET "slug" = excluded."slug", "change" = excluded."change",
    "version" = excluded."version", "changed_at" = excluded."changed_at";--> statement-breakpoint
-- The same for answers that repetitions of a request are given. Previews say nothing of their body, and are made again.
DELETE FROM "idempotency_keys" WHERE "body" LIKE '{"html":%';--> statement-breakpoint
UPDATE "idempotency_keys" SET "body" = jsonb_set("body"::jsonb, '{html}', to_jsonb('<pre><code>'
    || replace(replace(replace(left("body"::jsonb ->> 'body', 400000), '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</code></pre>'), false)::text
  WHERE "body" LIKE '%&#%' AND "body" LIKE '{%"html":%'
    AND regexp_replace("body", U&'[\FDD0\FDD1]', '', 'g') ~* '&#(x0*fdd[01]|0*6497[67])'
    AND "body"::jsonb ? 'html';
