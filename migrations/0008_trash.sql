ALTER TABLE "reviews" DROP CONSTRAINT "reviews_slug_key";--> statement-breakpoint
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_status_check";--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "deleted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "status_before" text;--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_slug_key" ON "reviews" USING btree ("slug") WHERE "reviews"."status" <> 'trashed';--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_trashed_check" CHECK (("reviews"."status" = 'trashed') = ("reviews"."deleted_at" is not null) and ("reviews"."status" = 'trashed') = ("reviews"."status_before" is not null));--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_status_check" CHECK ("reviews"."status" in ('draft', 'scheduled', 'published', 'archived', 'trashed'));