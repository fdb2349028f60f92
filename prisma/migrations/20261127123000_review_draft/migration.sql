-- What the reviewer typed and has not sent (docs/decisions/035): who wrote it there, which saving of that page it was, and
-- the fields. A review that was sent stays as it was sent meanwhile.
ALTER TABLE "review" ADD COLUMN "draft" JSONB;

-- The desk of a reviewer, the latest rounds first.
CREATE INDEX "review_reviewer_id_round_id_idx" ON "review"("reviewer_id", "round_id");
DROP INDEX "review_reviewer_id_idx";
