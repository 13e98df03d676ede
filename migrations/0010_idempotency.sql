CREATE TABLE "idempotency_keys" (
	"key_id" uuid,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"location" text,
	"body" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_key" UNIQUE NULLS NOT DISTINCT("key_id","key")
);
--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_index" ON "idempotency_keys" USING btree ("created_at");