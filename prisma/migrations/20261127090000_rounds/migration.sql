-- CreateEnum
CREATE TYPE "remark_state" AS ENUM ('accepted', 'partly', 'not_accepted');

-- AlterTable: no page ever wrote a round, so what is changed here was always empty.
ALTER TABLE "review_round" ADD COLUMN     "annul_reason" TEXT,
ADD COLUMN     "annulled_at" TIMESTAMPTZ(3),
ADD COLUMN     "annulled_by_id" UUID,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "demo" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "instrument_id" UUID,
ADD COLUMN     "introduction" JSONB,
ADD COLUMN     "thresholds" JSONB NOT NULL,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "round_practice" ADD COLUMN     "discussed_by_id" UUID,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "practice_version" INTEGER NOT NULL,
ADD COLUMN     "result_published_at" TIMESTAMPTZ(3),
ADD COLUMN     "result_published_by_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withdrawal_reason" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" UUID;

-- AlterTable
ALTER TABLE "review" DROP COLUMN "conflict",
ADD COLUMN     "annulled_by_id" UUID,
ADD COLUMN     "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "assigned_by_id" UUID,
ADD COLUMN     "conflict_at" TIMESTAMPTZ(3),
ADD COLUMN     "language" TEXT,
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "removal_reason" TEXT,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "removed_by_id" UUID,
ADD COLUMN     "saved_at" TIMESTAMPTZ(3),
ADD COLUMN     "stands_for_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "reviewer_id" DROP NOT NULL,
ALTER COLUMN "marks" SET DEFAULT '{}';

-- AlterTable
ALTER TABLE "group_decision" ADD COLUMN     "round_id" UUID,
ADD COLUMN     "verdict" "recommendation";

-- CreateTable
CREATE TABLE "remark_answer" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "state" "remark_state" NOT NULL,
    "text" JSONB,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "remark_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "remark_answer_review_id_criterion_key" ON "remark_answer"("review_id", "criterion");

-- CreateIndex
CREATE INDEX "review_round_instrument_id_idx" ON "review_round"("instrument_id");

-- CreateIndex
CREATE INDEX "review_round_closes_at_idx" ON "review_round"("closes_at");

-- CreateIndex
CREATE INDEX "review_stands_for_id_idx" ON "review"("stands_for_id");

-- CreateIndex
CREATE INDEX "group_decision_round_id_idx" ON "group_decision"("round_id");

-- AddForeignKey
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "policy_instrument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_round_id_practice_id_fkey" FOREIGN KEY ("round_id", "practice_id") REFERENCES "round_practice"("round_id", "practice_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_stands_for_id_fkey" FOREIGN KEY ("stands_for_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remark_answer" ADD CONSTRAINT "remark_answer_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

ALTER TABLE "review_round" ADD CONSTRAINT review_round_lasts CHECK (closes_at > opens_at);
ALTER TABLE "review_round" ADD CONSTRAINT review_round_quorum CHECK (quorum >= 1);

-- Whole marks from 0 to 5, for the five criteria and nothing else.
CREATE FUNCTION are_marks(marks jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM jsonb_each_text(marks) AS given (criterion, mark)
    WHERE criterion NOT IN ('evidence', 'transferability', 'relevance', 'clarity', 'resources') OR mark !~ '^[0-5]$'
  )
$$;
ALTER TABLE "review" ADD CONSTRAINT review_marks CHECK (are_marks(marks));
ALTER TABLE "review" ADD CONSTRAINT review_is_whole CHECK (
  submitted_at IS NULL OR (conflict_at IS NULL AND marks ?& '{evidence,transferability,relevance,clarity,resources}' AND recommendation IS NOT NULL)
);
