CREATE FUNCTION search_vector(lexemes text[]) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100000
AS $$ BEGIN RETURN array_to_tsvector(lexemes); END $$;--> statement-breakpoint
CREATE FUNCTION search_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN normalize(lower(normalize(name, NFKC)), NFD);--> statement-breakpoint
CREATE TABLE "paper_search" (
	"paper_id" uuid PRIMARY KEY NOT NULL,
	"names" "tsvector" NOT NULL,
	"heads" "tsvector" NOT NULL,
	"body" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_search" (
	"review_id" uuid PRIMARY KEY NOT NULL,
	"names" "tsvector" NOT NULL,
	"heads" "tsvector" NOT NULL,
	"body" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"neighbours" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"type" text NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"change" text NOT NULL,
	"version" bigint NOT NULL,
	"changed_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_pkey" PRIMARY KEY("type","id")
);
--> statement-breakpoint
CREATE TABLE "site_state" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"site_version" bigint DEFAULT 0 NOT NULL,
	"public_version" bigint DEFAULT 0 NOT NULL,
	"public_changed_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"epoch" uuid DEFAULT gen_random_uuid() NOT NULL,
	"origin" text,
	"dropped_through" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "site_state_only_check" CHECK ("site_state"."only")
);
--> statement-breakpoint
DROP INDEX "reviews_category_index";--> statement-breakpoint
ALTER TABLE "paper_search" ADD CONSTRAINT "paper_search_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_search" ADD CONSTRAINT "review_search_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_search_index" ON "paper_search" USING gin ("names","heads",search_vector("body"));--> statement-breakpoint
CREATE INDEX "review_search_index" ON "review_search" USING gin ("names","heads",search_vector("body"));--> statement-breakpoint
CREATE INDEX "search_words_neighbours_index" ON "search_words" USING gin ("neighbours");--> statement-breakpoint
CREATE INDEX "changes_version_index" ON "changes" USING btree ("version");--> statement-breakpoint
CREATE INDEX "paper_authors_name_index" ON "paper_authors" USING btree (lower(normalize("name", NFKC)));--> statement-breakpoint
CREATE INDEX "papers_search_name_index" ON "papers" USING gin (search_name("title") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "reviews_search_name_index" ON "reviews" USING gin (search_name("title") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "reviews_category_index" ON "reviews" USING btree ("category_id","published_at","id");--> statement-breakpoint
INSERT INTO "site_state" ("public_version") VALUES (1);--> statement-breakpoint
INSERT INTO "changes" ("type", "id", "slug", "change", "version")
SELECT 'review', "id", "slug", 'put', 1 FROM "reviews" WHERE "status" = 'published'
UNION ALL SELECT 'paper', "id", "slug", 'put', 1 FROM "papers" WHERE "public_since" IS NOT NULL
UNION ALL SELECT 'tag', "id", "slug", 'put', 1 FROM "tags" WHERE "public_since" IS NOT NULL
UNION ALL SELECT 'category', "id", "slug", 'put', 1 FROM "categories";
