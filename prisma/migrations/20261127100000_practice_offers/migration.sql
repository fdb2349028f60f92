-- A practice that was handed in, offered to a group of another territory (docs/decisions/032): its members and its
-- coordinator read it from then on.
CREATE TABLE "practice_offer" (
    "practice_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "offered_by_id" UUID,
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practice_offer_pkey" PRIMARY KEY ("practice_id","group_id")
);

-- CreateIndex
CREATE INDEX "practice_offer_group_id_idx" ON "practice_offer"("group_id");

-- AddForeignKey
ALTER TABLE "practice_offer" ADD CONSTRAINT "practice_offer_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "practice_offer" ADD CONSTRAINT "practice_offer_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;
