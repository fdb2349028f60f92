-- What minutes said before they were published again (docs/decisions/046).

-- CreateTable
CREATE TABLE "minutes_version" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "text" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,

    CONSTRAINT "minutes_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "minutes_version_meeting_id_published_at_idx" ON "minutes_version"("meeting_id", "published_at");

-- AddForeignKey
ALTER TABLE "minutes_version" ADD CONSTRAINT "minutes_version_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "group_meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;
