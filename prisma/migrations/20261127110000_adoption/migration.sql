-- Adoption of practices (docs/decisions/033): what a territory says of taking one up, by which relations it came, its
-- history, and what everybody may see of it.

-- AlterTable
ALTER TABLE "practice_transfer" ADD COLUMN     "became" JSONB,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "demo" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "internal_notes" TEXT,
ADD COLUMN     "links" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "reasons" JSONB,
ADD COLUMN     "since" TEXT,
ADD COLUMN     "updated_by_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "workshop_on" DATE,
ADD COLUMN     "workshop_place" TEXT,
ADD COLUMN     "workshop_title" JSONB,
ADD COLUMN     "workshop_until" DATE;

-- CreateTable
CREATE TABLE "practice_transfer_relation" (
    "transfer_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,

    CONSTRAINT "practice_transfer_relation_pkey" PRIMARY KEY ("transfer_id","relation_id")
);

-- CreateTable
CREATE TABLE "practice_transfer_change" (
    "id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "before" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" UUID,

    CONSTRAINT "practice_transfer_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "practice_transfer_relation_relation_id_idx" ON "practice_transfer_relation"("relation_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_transfer_change_transfer_id_version_key" ON "practice_transfer_change"("transfer_id", "version");

-- AddForeignKey
ALTER TABLE "practice_transfer_relation" ADD CONSTRAINT "practice_transfer_relation_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "practice_transfer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_transfer_relation" ADD CONSTRAINT "practice_transfer_relation_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_transfer_change" ADD CONSTRAINT "practice_transfer_change_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "practice_transfer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "practice_transfer"
  ADD CONSTRAINT practice_transfer_version_positive CHECK (version > 0),
  ADD CONSTRAINT practice_transfer_since_edtf CHECK (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT practice_transfer_workshop_whole CHECK (num_nonnulls(workshop_on, workshop_title, workshop_place) IN (0, 3)),
  ADD CONSTRAINT practice_transfer_workshop_order CHECK (workshop_until IS NULL OR workshop_until > workshop_on),
  ADD CONSTRAINT practice_transfer_state_told CHECK (
    (state <> 'workshop' OR workshop_on IS NOT NULL) AND (state NOT IN ('adopted', 'not_adopted') OR reasons IS NOT NULL));

-- What everyone may see: of public practices, what other territories than their home made of them. No note for the
-- territory alone, and no author.
CREATE VIEW public_practice_transfer AS
  SELECT x.id, x.practice_id, x.territory_id, p.home_territory_id, x.state, x.version, x.note,
         x.workshop_title, x.workshop_on, x.workshop_until, x.workshop_place,
         x.reasons, x.since, x.became, x.links, x.action_id, x.demo, x.created_at, x.updated_at
  FROM "practice_transfer" x
  JOIN public_practice p ON p.id = x.practice_id
  WHERE x.territory_id IS DISTINCT FROM p.home_territory_id;
