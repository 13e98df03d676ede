CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"type" text NOT NULL,
	"thing_id" uuid NOT NULL,
	"slug" text,
	"from_revision" integer,
	"to_revision" integer,
	"key_id" uuid,
	"actor" text NOT NULL,
	"address" text,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "review_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"message" text,
	"key_id" uuid,
	"actor" text NOT NULL,
	"content" jsonb NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "review_revisions_revision_key" UNIQUE("review_id","revision")
);
--> statement-breakpoint
ALTER TABLE "review_revisions" ADD CONSTRAINT "review_revisions_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at_index" ON "audit_log" USING btree ("at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "audit_log_thing_index" ON "audit_log" USING btree ("thing_id","at" desc);--> statement-breakpoint
-- Reviews that are here already: their history begins with what they are now.
INSERT INTO review_revisions (id, review_id, revision, at, action, actor, content, body)
SELECT gen_random_uuid(), reviews.id, reviews.revision, reviews.updated_at, 'update', 'before the history was kept',
  jsonb_build_object(
    'paper', jsonb_build_object('id', papers.id, 'title', papers.title),
    'title', reviews.title, 'slug', reviews.slug, 'summary', reviews.summary, 'language', reviews.language,
    'category', (SELECT jsonb_build_object('id', categories.id, 'name', categories.name) FROM categories WHERE categories.id = reviews.category_id),
    'tags', (SELECT coalesce(jsonb_agg(tags.name ORDER BY review_tags.position), '[]') FROM review_tags JOIN tags ON tags.id = review_tags.tag_id WHERE review_tags.review_id = reviews.id),
    'reviewedVersion', reviews.reviewed_version, 'status', reviews.status,
    'publishedAt', to_char(reviews.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'source', reviews.source),
  reviews.body
FROM reviews JOIN papers ON papers.id = reviews.paper_id;
