ALTER TABLE "api_keys" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "previous_until" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "shows" uuid[];--> statement-breakpoint
-- As the other columns of the table (0014).
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
    ALTER TABLE "idempotency_keys" ALTER COLUMN "shows" SET COMPRESSION lz4;
  END IF;
END $$;
