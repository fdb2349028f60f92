-- Files of curated records: bytes by their hash, in pieces, and what hangs on which record (docs/decisions/029).

-- CreateEnum
CREATE TYPE "file_of" AS ENUM ('actor', 'relation', 'practice', 'plan', 'activity', 'meeting');

-- CreateTable
CREATE TABLE "file_content" (
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unused_since" TIMESTAMPTZ(3),

    CONSTRAINT "file_content_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "sha256" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("sha256","position")
);

-- CreateTable
CREATE TABLE "picture_size" (
    "picture_sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "picture_size_pkey" PRIMARY KEY ("picture_sha256","name")
);

-- CreateTable
CREATE TABLE "attachment" (
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
    "pending" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "picture_size_sha256_idx" ON "picture_size"("sha256");

-- CreateIndex
CREATE INDEX "attachment_record_id_position_idx" ON "attachment"("record_id", "position");

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture_size" ADD CONSTRAINT "picture_size_picture_sha256_fkey" FOREIGN KEY ("picture_sha256") REFERENCES "file_content"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture_size" ADD CONSTRAINT "picture_size_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_content"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

ALTER TABLE "file_content" ADD CONSTRAINT file_content_size CHECK (size > 0), ADD CONSTRAINT file_content_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');
-- Compressed already: PostgreSQL would try again for nothing.
ALTER TABLE "file_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
-- Every page of a record with pictures or documents reads it.
CREATE INDEX attachment_pending ON "attachment" (created_at) WHERE pending;
