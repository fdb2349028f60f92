-- How many remarks of a review nobody answered: the desk of a territory with thousands of practices looks at those that
-- wait, not at all that was ever said.
ALTER TABLE "review" ADD COLUMN "unanswered" INTEGER NOT NULL DEFAULT 0;

CREATE FUNCTION unanswered_remarks(review uuid, comments jsonb) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM jsonb_each_text(comments) AS said (criterion, text)
  WHERE btrim(said.text) <> ''
    AND NOT EXISTS (SELECT FROM "remark_answer" a WHERE a.review_id = review AND a.criterion = said.criterion)
$$;
UPDATE "review" SET unanswered = unanswered_remarks(id, comments) WHERE comments <> '{}';
CREATE INDEX review_unanswered ON "review" (practice_id) WHERE unanswered > 0;

CREATE FUNCTION count_own_remarks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.unanswered := unanswered_remarks(NEW.id, NEW.comments);
  RETURN NEW;
END $$;
CREATE TRIGGER review_unanswered BEFORE INSERT OR UPDATE OF comments ON "review"
  FOR EACH ROW WHEN (NEW.comments <> '{}' OR NEW.unanswered <> 0) EXECUTE FUNCTION count_own_remarks();

CREATE FUNCTION count_answered_remarks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "review" SET unanswered = unanswered_remarks(id, comments) WHERE id IN (SELECT review_id FROM moved);
  RETURN NULL;
END $$;
CREATE TRIGGER remark_answered AFTER INSERT ON "remark_answer" REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION count_answered_remarks();
CREATE TRIGGER remark_answer_gone AFTER DELETE ON "remark_answer" REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION count_answered_remarks();
