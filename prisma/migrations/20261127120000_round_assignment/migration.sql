-- AlterTable
ALTER TABLE "review_round" ADD COLUMN     "per_practice" INTEGER NOT NULL DEFAULT 3;

-- AlterTable
ALTER TABLE "round_practice" ADD COLUMN     "withdrawal" TEXT;

-- ---------------------------------------------------------------- what Prisma cannot say

ALTER TABLE "review_round" ADD CONSTRAINT review_round_per_practice CHECK (per_practice >= 1);
ALTER TABLE "round_practice" ADD CONSTRAINT round_practice_withdrawal
  CHECK ((withdrawn_at IS NULL) = (withdrawal IS NULL) AND withdrawal IN ('sentBack', 'archived', 'hidden', 'takenOut'));

-- A practice that its territory takes back is judged no longer, from the same moment and by whichever door it went.
CREATE FUNCTION withdraw_from_rounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE round_practice rp
  SET withdrawn_at = now(), version = rp.version + 1,
    withdrawal = CASE NEW.status WHEN 'draft' THEN 'sentBack' WHEN 'archived' THEN 'archived' ELSE 'hidden' END
  FROM review_round r JOIN "group" g ON g.id = r.group_id
  WHERE rp.round_id = r.id AND rp.practice_id = NEW.id AND rp.withdrawn_at IS NULL
    AND r.closed_at IS NULL AND r.annulled_at IS NULL AND r.closes_at > now()
    AND (NEW.status IN ('draft', 'archived') OR g.territory_id IS DISTINCT FROM NEW.territory_id);
  RETURN NULL;
END $$;
CREATE TRIGGER practice_taken_back AFTER UPDATE ON "practice" FOR EACH ROW
  WHEN (OLD.status IN ('submitted', 'published') AND (
    NEW.status IN ('draft', 'archived')
    OR (NEW.status = 'published' AND NEW.visibility = 'territory'
      AND (OLD.status IS DISTINCT FROM NEW.status OR OLD.visibility IS DISTINCT FROM NEW.visibility))))
  EXECUTE FUNCTION withdraw_from_rounds();
