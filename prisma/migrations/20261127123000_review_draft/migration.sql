-- What the reviewer typed and has not sent (docs/decisions/035): who wrote it there, which saving of that page it was, and
-- the fields. A review that was sent stays as it was sent meanwhile.
ALTER TABLE "review" ADD COLUMN "draft" JSONB;

-- The desk of a reviewer, the latest rounds first.
CREATE INDEX "review_reviewer_id_round_id_idx" ON "review"("reviewer_id", "round_id");
DROP INDEX "review_reviewer_id_idx";

-- ---------------------------------------------------------------- what Prisma cannot say

-- What was sent stays when an account is erased, without its name; what was not sent, and why somebody had a conflict of
-- interest, goes with them.
CREATE FUNCTION forget_unsent_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.draft := NULL;
  NEW.conflict_reason := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER review_without_reviewer BEFORE UPDATE OF reviewer_id ON "review" FOR EACH ROW
  WHEN (OLD.reviewer_id IS NOT NULL AND NEW.reviewer_id IS NULL)
  EXECUTE FUNCTION forget_unsent_review();
