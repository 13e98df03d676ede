CREATE TABLE "redirects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text GENERATED ALWAYS AS (id::text) STORED NOT NULL,
	"path" text NOT NULL,
	"review_id" uuid,
	"category_id" uuid,
	"url" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redirects_path_key" UNIQUE("path"),
	CONSTRAINT "redirects_target_check" CHECK (num_nonnulls("redirects"."review_id", "redirects"."category_id", "redirects"."url") = 1)
);
--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redirects_review_index" ON "redirects" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "redirects_category_index" ON "redirects" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "redirects_created_at_index" ON "redirects" USING btree ("created_at" desc,"id" desc);
--> statement-breakpoint
-- As in 0014, of the columns that came since.
DO $$ BEGIN
	IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
		ALTER TABLE "redirects" ALTER COLUMN "slug" SET COMPRESSION lz4;
		ALTER TABLE "redirects" ALTER COLUMN "path" SET COMPRESSION lz4;
		ALTER TABLE "redirects" ALTER COLUMN "url" SET COMPRESSION lz4;
	END IF;
END $$;
