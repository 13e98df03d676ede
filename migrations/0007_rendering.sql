ALTER TABLE "reviews" ADD COLUMN "html" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "sections" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "section_kinds" jsonb GENERATED ALWAYS AS (jsonb_path_query_array(sections, '$[*].kind')) STORED;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "cover" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "render_warnings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "renderer_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Until the renderer has been there, a text is shown as it was written.
UPDATE "reviews" SET "text" = "body",
	"html" = '<pre><code>' || replace(replace(replace("body", '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</code></pre>';
