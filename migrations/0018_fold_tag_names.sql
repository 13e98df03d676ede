-- Names fold in full from now on (src/text/fold.ts, foldName). Of tags that fold alike now the one that the public sees, or
-- else the oldest, gets the name; the others stay under a folded name that no name has, known by their slugs.
CREATE TEMPORARY TABLE "refolded_tags" ON COMMIT DROP AS
SELECT "id", CASE row_number() OVER (PARTITION BY "name" ORDER BY "public_since" IS NULL, "created_at", "id")
	WHEN 1 THEN "name" ELSE "name" || ' ' || "id" END AS "folded"
FROM (SELECT "id", "public_since", "created_at", normalize(translate(replace(replace(
	btrim(regexp_replace(search_name(regexp_replace(replace("name", U&'\0130', U&'i\0307'),
		'[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D159\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
		'', 'g')), '\s+', ' ', 'g')),
	U&'\0345', 'ι'), 'ß', 'ss'), 'ᲀᲁᲂᲃᲄᲅᲆᲇᲈς', 'вдосттъѣꙋσ'), NFKC) AS "name" FROM "tags") "named";--> statement-breakpoint
DELETE FROM "refolded_tags" USING "tags" WHERE "tags"."id" = "refolded_tags"."id" AND "tags"."folded_name" = "folded";--> statement-breakpoint
UPDATE "tags" SET "folded_name" = "tags"."id"::text FROM "refolded_tags" WHERE "tags"."id" = "refolded_tags"."id";--> statement-breakpoint
UPDATE "tags" SET "folded_name" = "folded" FROM "refolded_tags" WHERE "tags"."id" = "refolded_tags"."id";
--> statement-breakpoint
-- As in 0014, of the column that came since.
DO $$ BEGIN
	IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
		ALTER TABLE "idempotency_keys" ALTER COLUMN "shows" SET COMPRESSION lz4;
	END IF;
END $$;
