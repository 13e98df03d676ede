ALTER TABLE "api_keys" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "previous_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "shows" uuid[];