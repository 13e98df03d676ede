ALTER TABLE "paper_identifiers" DROP CONSTRAINT "paper_identifiers_paper_scheme_key";--> statement-breakpoint
ALTER TABLE "paper_identifiers" ADD COLUMN "former" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_identifiers_paper_scheme_key" ON "paper_identifiers" USING btree ("paper_id","scheme") WHERE not "paper_identifiers"."former";--> statement-breakpoint
CREATE INDEX "paper_identifiers_paper_index" ON "paper_identifiers" USING btree ("paper_id");