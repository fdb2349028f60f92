-- A stakeholder group that is over is archived, with a reason (docs/decisions/046).

-- AlterTable
ALTER TABLE "group" ADD COLUMN     "archive_reason" TEXT,
ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "archived_by_id" UUID;

-- What everyone may see of groups, as before, while they work.
CREATE OR REPLACE VIEW public_group AS
  SELECT id, slug, territory_id, name FROM "group" WHERE is_shown AND archived_at IS NULL;
