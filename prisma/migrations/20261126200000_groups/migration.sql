-- CreateEnum
CREATE TYPE "attendance_state" AS ENUM ('present', 'excused', 'absent');

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "since" DATE,
ADD COLUMN     "stands_for_id" UUID,
ADD COLUMN     "until" DATE;

-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "attachment" JSONB;

-- AlterTable
ALTER TABLE "group" ADD COLUMN     "is_shown" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "group_member" ADD COLUMN     "since" DATE,
ADD COLUMN     "until" DATE;

-- AlterTable: no page ever wrote a meeting, so what is taken away was always empty.
DROP INDEX "group_meeting_group_id_idx";
ALTER TABLE "group_meeting" DROP COLUMN "held_on",
DROP COLUMN "present",
ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes_by_id" UUID,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "starts_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "group_decision" DROP COLUMN "present",
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "replaces_id" UUID;

-- CreateTable
CREATE TABLE "minutes_draft" (
    "meeting_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_draft_pkey" PRIMARY KEY ("meeting_id","user_id")
);

-- CreateTable
CREATE TABLE "group_attendance" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "user_id" UUID,
    "stands_for_id" UUID,
    "state" "attendance_state" NOT NULL,
    "deputy_id" UUID,

    CONSTRAINT "group_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_decision_presence" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "user_id" UUID,
    "stands_for_id" UUID,

    CONSTRAINT "group_decision_presence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "minutes_draft_user_id_idx" ON "minutes_draft"("user_id");
CREATE INDEX "group_attendance_user_id_idx" ON "group_attendance"("user_id");
CREATE INDEX "group_attendance_deputy_id_idx" ON "group_attendance"("deputy_id");
CREATE INDEX "group_attendance_stands_for_id_idx" ON "group_attendance"("stands_for_id");
CREATE UNIQUE INDEX "group_attendance_meeting_id_user_id_key" ON "group_attendance"("meeting_id", "user_id");
CREATE INDEX "group_decision_presence_user_id_idx" ON "group_decision_presence"("user_id");
CREATE INDEX "group_decision_presence_stands_for_id_idx" ON "group_decision_presence"("stands_for_id");
CREATE UNIQUE INDEX "group_decision_presence_decision_id_user_id_key" ON "group_decision_presence"("decision_id", "user_id");
CREATE INDEX "invitation_stands_for_id_idx" ON "invitation"("stands_for_id");
CREATE INDEX "group_meeting_group_id_starts_at_idx" ON "group_meeting"("group_id", "starts_at");
CREATE INDEX "group_meeting_starts_at_idx" ON "group_meeting"("starts_at");
CREATE UNIQUE INDEX "group_decision_replaces_id_key" ON "group_decision"("replaces_id");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_stands_for_id_fkey" FOREIGN KEY ("stands_for_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "minutes_draft" ADD CONSTRAINT "minutes_draft_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "group_meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "minutes_draft" ADD CONSTRAINT "minutes_draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "group_attendance" ADD CONSTRAINT "group_attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "group_meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "group_attendance" ADD CONSTRAINT "group_attendance_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "group_attendance" ADD CONSTRAINT "group_attendance_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "group_attendance" ADD CONSTRAINT "group_attendance_stands_for_id_fkey" FOREIGN KEY ("stands_for_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "group_decision" ADD CONSTRAINT "group_decision_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "group_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "group_decision_presence" ADD CONSTRAINT "group_decision_presence_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "group_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "group_decision_presence" ADD CONSTRAINT "group_decision_presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "group_decision_presence" ADD CONSTRAINT "group_decision_presence_stands_for_id_fkey" FOREIGN KEY ("stands_for_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

ALTER TABLE "group_member" ADD CONSTRAINT group_member_term CHECK (until >= since);
ALTER TABLE "invitation" ADD CONSTRAINT invitation_term CHECK (until >= since);
ALTER TABLE "group_meeting" ADD CONSTRAINT group_meeting_ends CHECK (ends_at > starts_at);

-- Is this day within the term, seen from the territory? Both days belong to it.
CREATE FUNCTION term_holds(since date, until date, time_zone text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (since IS NULL OR since <= (now() AT TIME ZONE time_zone)::date)
    AND (until IS NULL OR until >= (now() AT TIME ZONE time_zone)::date)
$$;

-- Asked at every request: the role of a reviewer counts while the term of office lasts.
CREATE FUNCTION serves_in_group(of_group uuid, of_user uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM group_member m JOIN "group" g ON g.id = m.group_id JOIN territory t ON t.id = g.territory_id
    WHERE m.group_id = of_group AND m.user_id = of_user AND NOT term_holds(m.since, m.until, t.time_zone))
$$;

-- What everyone may see of groups: that there is one, and the public organisations that stand in it now. No person.
CREATE VIEW public_group AS SELECT id, slug, territory_id, name FROM "group" WHERE is_shown;

CREATE VIEW public_group_actor AS
  SELECT DISTINCT g.id AS group_id, g.territory_id, a.id AS actor_id, a.kind
  FROM public_group g
  JOIN membership s ON s.group_id = g.id AND s.role = 'reviewer'
  JOIN group_member m ON m.group_id = g.id AND m.user_id = s.user_id
  JOIN public_actor a ON a.id = m.stands_for_id
  WHERE serves_in_group(g.id, s.user_id);
