CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"last_used_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"description" text,
	"path" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "categories_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "paper_authors" (
	"paper_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"orcid" text,
	CONSTRAINT "paper_authors_pkey" PRIMARY KEY("paper_id","position")
);
--> statement-breakpoint
CREATE TABLE "paper_identifiers" (
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"paper_id" uuid NOT NULL,
	CONSTRAINT "paper_identifiers_pkey" PRIMARY KEY("scheme","value"),
	CONSTRAINT "paper_identifiers_paper_scheme_key" UNIQUE("paper_id","scheme")
);
--> statement-breakpoint
CREATE TABLE "paper_links" (
	"paper_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"url" text,
	CONSTRAINT "paper_links_pkey" PRIMARY KEY("paper_id","position"),
	CONSTRAINT "paper_links_kind_check" CHECK ("paper_links"."kind" in ('arxiv', 'pdf', 'code', 'project', 'model', 'dataset', 'demo', 'video', 'slides', 'poster', 'blog', 'openreview', 'other'))
);
--> statement-breakpoint
CREATE TABLE "paper_versions" (
	"paper_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"released_on" date,
	CONSTRAINT "paper_versions_pkey" PRIMARY KEY("paper_id","number")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"acronym" text,
	"abstract" text,
	"venue" text,
	"published_on" date,
	"status" text DEFAULT 'active' NOT NULL,
	"public_since" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "papers_slug_key" UNIQUE("slug"),
	CONSTRAINT "papers_status_check" CHECK ("papers"."status" in ('active', 'withdrawn', 'retracted'))
);
--> statement-breakpoint
CREATE TABLE "review_tags" (
	"review_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "review_tags_pkey" PRIMARY KEY("review_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"paper_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"body" text NOT NULL,
	"excerpt" text,
	"reading_minutes" integer NOT NULL,
	"language" text NOT NULL,
	"reviewed_version" integer,
	"category_id" uuid,
	"status" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp(3) with time zone,
	"source" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_slug_key" UNIQUE("slug"),
	CONSTRAINT "reviews_source_key" UNIQUE("source"),
	CONSTRAINT "reviews_status_check" CHECK ("reviews"."status" in ('draft', 'published', 'archived')),
	CONSTRAINT "reviews_published_at_check" CHECK ("reviews"."status" <> 'published' or "reviews"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "slug_history" (
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"thing_id" uuid NOT NULL,
	CONSTRAINT "slug_history_pkey" PRIMARY KEY("kind","slug")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"description" text,
	"public_since" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_slug_key" UNIQUE("slug"),
	CONSTRAINT "tags_folded_name_key" UNIQUE("folded_name")
);
--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_authors" ADD CONSTRAINT "paper_authors_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_identifiers" ADD CONSTRAINT "paper_identifiers_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_links" ADD CONSTRAINT "paper_links_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_versions" ADD CONSTRAINT "paper_versions_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_tags" ADD CONSTRAINT "review_tags_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_tags" ADD CONSTRAINT "review_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewed_version_fkey" FOREIGN KEY ("paper_id","reviewed_version") REFERENCES "public"."paper_versions"("paper_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret_hash_key" ON "api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "categories_parent_index" ON "categories" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "papers_published_on_index" ON "papers" USING btree (coalesce("published_on", '-infinity'::date) desc,"id" desc);--> statement-breakpoint
CREATE INDEX "papers_updated_at_index" ON "papers" USING btree ("updated_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "papers_title_index" ON "papers" USING btree ("title" collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "review_tags_tag_index" ON "review_tags" USING btree ("tag_id","review_id");--> statement-breakpoint
CREATE INDEX "reviews_published_at_index" ON "reviews" USING btree (coalesce("published_at", '-infinity'::timestamptz) desc,"id" desc) WHERE "reviews"."status" = 'published';--> statement-breakpoint
CREATE INDEX "reviews_updated_at_index" ON "reviews" USING btree ("updated_at" desc,"id" desc) WHERE "reviews"."status" = 'published';--> statement-breakpoint
CREATE INDEX "reviews_title_index" ON "reviews" USING btree ("title" collate "und-x-icu","id") WHERE "reviews"."status" = 'published';--> statement-breakpoint
CREATE INDEX "reviews_category_index" ON "reviews" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "reviews_paper_index" ON "reviews" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "slug_history_thing_index" ON "slug_history" USING btree ("thing_id");