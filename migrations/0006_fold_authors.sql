DROP INDEX "paper_authors_name_index";--> statement-breakpoint
CREATE INDEX "paper_authors_name_index" ON "paper_authors" USING btree (search_name("name"));--> statement-breakpoint
UPDATE "tags" SET "folded_name" = normalize("folded_name", NFKC)
WHERE "folded_name" IS NOT NFKC NORMALIZED
	AND NOT EXISTS (SELECT FROM "tags" other WHERE other."folded_name" = normalize("tags"."folded_name", NFKC));
