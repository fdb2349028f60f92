-- The history of a record says which of its files a deed was about: the log knows its id, a table its name, as long as the
-- record is there.

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "file_id" UUID;

-- CreateTable
CREATE TABLE "file_name" (
    "id" UUID NOT NULL,
    "record_kind" "file_of" NOT NULL,
    "record_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT,

    CONSTRAINT "file_name_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "file_name_record_id_idx" ON "file_name"("record_id");
