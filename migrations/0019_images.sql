CREATE TABLE "images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text GENERATED ALWAYS AS (id::text) STORED NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"placeholder" text NOT NULL,
	"color" text NOT NULL,
	"animated" boolean NOT NULL,
	"variants" json NOT NULL,
	"uploaded_by" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_images" (
	"review_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	"in_draft" boolean DEFAULT false NOT NULL,
	CONSTRAINT "review_images_pkey" PRIMARY KEY("review_id","image_id","in_draft")
);
--> statement-breakpoint
ALTER TABLE "site_state" ADD COLUMN "signing_key" text DEFAULT encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex') NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "figures" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "cover_id" uuid;--> statement-breakpoint
ALTER TABLE "review_images" ADD CONSTRAINT "review_images_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_images" ADD CONSTRAINT "review_images_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "images_sha256_index" ON "images" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "images_created_at_index" ON "images" USING btree ("created_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "review_images_image_index" ON "review_images" USING btree ("image_id");--> statement-breakpoint
-- As in 0014, of the column that came since.
DO $$ BEGIN
	IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
		ALTER TABLE "reviews" ALTER COLUMN "figures" SET COMPRESSION lz4;
	END IF;
END $$;
