ALTER TABLE "reviews" DROP CONSTRAINT "reviews_status_check";--> statement-breakpoint
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_published_at_check";--> statement-breakpoint
CREATE INDEX "reviews_scheduled_index" ON "reviews" USING btree ("published_at") WHERE "reviews"."status" = 'scheduled';--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_status_check" CHECK ("reviews"."status" in ('draft', 'scheduled', 'published', 'archived'));--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_published_at_check" CHECK ("reviews"."status" not in ('published', 'scheduled') or "reviews"."published_at" is not null);