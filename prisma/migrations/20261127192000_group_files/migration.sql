-- Documents of a stakeholder group, and files that were taken away and may be put back for an hour (docs/decisions/046).

-- AlterEnum
ALTER TYPE "file_of" ADD VALUE 'group';

-- CreateTable
CREATE TABLE "removed_file" (
    "id" UUID NOT NULL,
    "record_kind" "file_of" NOT NULL,
    "record_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "title" TEXT,
    "language" TEXT,
    "alt" JSONB,
    "credit" TEXT,
    "licence" TEXT,
    "position" INTEGER NOT NULL,
    "pending" BOOLEAN NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "removed_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "removed_file_record_id_idx" ON "removed_file"("record_id");
CREATE INDEX "removed_file_removed_at_idx" ON "removed_file"("removed_at");
CREATE INDEX "removed_file_sha256_idx" ON "removed_file"("sha256");

-- AddForeignKey
ALTER TABLE "removed_file" ADD CONSTRAINT "removed_file_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
