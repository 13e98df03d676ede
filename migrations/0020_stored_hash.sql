ALTER TABLE "images" ADD COLUMN "stored_sha256" text;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "sent_at" timestamp(3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "images_stored_sha256_index" ON "images" USING btree ("stored_sha256");