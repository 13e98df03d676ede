ALTER TABLE "review_tags" ADD COLUMN "listed_at" timestamp(3) with time zone;--> statement-breakpoint
UPDATE "review_tags" SET "listed_at" = "reviews"."published_at" FROM "reviews"
  WHERE "reviews"."id" = "review_tags"."review_id" AND "reviews"."status" = 'published';--> statement-breakpoint
CREATE INDEX "review_tags_listed_index" ON "review_tags" USING btree ("tag_id","listed_at" desc,"review_id" desc) WHERE "review_tags"."listed_at" is not null;--> statement-breakpoint
CREATE FUNCTION list_review_tag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.listed_at := (SELECT published_at FROM reviews WHERE id = NEW.review_id AND status = 'published');
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION list_review_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE review_tags SET listed_at = CASE WHEN NEW.status = 'published' THEN NEW.published_at END WHERE review_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER list_review_tag BEFORE INSERT ON review_tags FOR EACH ROW EXECUTE FUNCTION list_review_tag();--> statement-breakpoint
CREATE TRIGGER list_review_tags AFTER UPDATE OF status, published_at ON reviews FOR EACH ROW
  WHEN ((OLD.status, OLD.published_at) IS DISTINCT FROM (NEW.status, NEW.published_at)) EXECUTE FUNCTION list_review_tags();
