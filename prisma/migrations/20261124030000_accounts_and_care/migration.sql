-- Accounts (second factor, devices, invitations, mailed tokens, keys for programs), the care of records (suggestions,
-- verification, contests, merges, transfers, deeds over many records) and privacy (requests, erasures).

-- CreateEnum
CREATE TYPE "mail_digest" AS ENUM ('none', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "api_scope" AS ENUM ('read', 'write');

-- CreateEnum
CREATE TYPE "suggestion_state" AS ENUM ('unconfirmed', 'waiting', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "contest_state" AS ENUM ('open', 'upheld', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "transfer_of_curation" AS ENUM ('open', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "data_request_kind" AS ENUM ('access', 'correction', 'erasure', 'objection');

-- CreateEnum
CREATE TYPE "data_request_state" AS ENUM ('unconfirmed', 'open', 'done', 'declined');

-- AlterTable
ALTER TABLE "outbox_mail" ADD COLUMN     "claimed_until" TIMESTAMPTZ(3),
ADD COLUMN     "dedupe_key" TEXT,
ADD COLUMN     "link" JSONB;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "source" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_by_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "digest" "mail_digest" NOT NULL DEFAULT 'daily',
ADD COLUMN     "digest_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_last_step" INTEGER,
ADD COLUMN     "totp_secret" TEXT;

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" "membership_role" NOT NULL,
    "territory_id" UUID,
    "group_id" UUID,
    "locale" TEXT NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailed_token" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "email" CITEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailed_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" "api_scope" NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "subject" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "location" TEXT,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("subject","key")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record_kind" "record_kind",
    "record_id" UUID,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "territory_id" UUID,
    "base_version" INTEGER NOT NULL,
    "email" CITEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "message" TEXT,
    "changes" JSONB,
    "changed" TEXT[],
    "state" "suggestion_state" NOT NULL DEFAULT 'unconfirmed',
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_request" (
    "id" UUID NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "territory_id" UUID,
    "round" TEXT NOT NULL,
    "recipient" CITEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "confirmed" BOOLEAN,
    "note" TEXT,

    CONSTRAINT "verification_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contest" (
    "id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "territory_id" UUID NOT NULL,
    "state" "contest_state" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL,
    "answer" TEXT,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "not_duplicate" (
    "record_kind" "record_kind" NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "not_duplicate_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "merged_by_id" UUID,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "curation_transfer" (
    "id" UUID NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "record_id" UUID NOT NULL,
    "from_territory_id" UUID,
    "to_territory_id" UUID NOT NULL,
    "state" "transfer_of_curation" NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "curation_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_deed" (
    "id" UUID NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "action" TEXT NOT NULL,
    "user_id" UUID,
    "records" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_deed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_entry" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_entry_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL,
    "kind" "data_request_kind" NOT NULL,
    "territory_id" UUID,
    "name" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "state" "data_request_state" NOT NULL DEFAULT 'unconfirmed',
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "due_on" DATE NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "known_device_hash_key" ON "known_device"("hash");

-- CreateIndex
CREATE INDEX "known_device_user_id_idx" ON "known_device"("user_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "invitation_territory_id_idx" ON "invitation"("territory_id");

-- CreateIndex
CREATE INDEX "invitation_group_id_idx" ON "invitation"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "mailed_token_hash_key" ON "mailed_token"("hash");

-- CreateIndex
CREATE INDEX "mailed_token_email_idx" ON "mailed_token"("email");

-- CreateIndex
CREATE INDEX "mailed_token_expires_at_idx" ON "mailed_token"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_territory_id_idx" ON "api_key"("territory_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_record_id_idx" ON "notification"("record_id");

-- CreateIndex
CREATE INDEX "suggestion_territory_id_state_created_at_idx" ON "suggestion"("territory_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "suggestion_record_id_idx" ON "suggestion"("record_id");

-- CreateIndex
CREATE INDEX "suggestion_email_idx" ON "suggestion"("email");

-- CreateIndex
CREATE INDEX "verification_request_territory_id_round_idx" ON "verification_request"("territory_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "verification_request_record_id_round_key" ON "verification_request"("record_id", "round");

-- CreateIndex
CREATE INDEX "contest_relation_id_idx" ON "contest"("relation_id");

-- CreateIndex
CREATE INDEX "contest_territory_id_idx" ON "contest"("territory_id");

-- CreateIndex
CREATE INDEX "not_duplicate_second_id_idx" ON "not_duplicate"("second_id");

-- CreateIndex
CREATE INDEX "merge_kept_id_idx" ON "merge"("kept_id");

-- CreateIndex
CREATE INDEX "merge_merged_id_idx" ON "merge"("merged_id");

-- CreateIndex
CREATE INDEX "curation_transfer_record_id_idx" ON "curation_transfer"("record_id");

-- CreateIndex
CREATE INDEX "curation_transfer_to_territory_id_state_idx" ON "curation_transfer"("to_territory_id", "state");

-- CreateIndex
CREATE INDEX "bulk_deed_user_id_created_at_idx" ON "bulk_deed"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "data_request_territory_id_state_idx" ON "data_request"("territory_id", "state");

-- CreateIndex
CREATE INDEX "data_request_email_idx" ON "data_request"("email");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_kind_hash_key" ON "erasure"("kind", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mail_dedupe_key_key" ON "outbox_mail"("dedupe_key");

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curation_transfer" ADD CONSTRAINT "curation_transfer_to_territory_id_fkey" FOREIGN KEY ("to_territory_id") REFERENCES "territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

CREATE UNIQUE INDEX contest_one_open ON "contest" (relation_id, territory_id) WHERE state = 'open';
CREATE UNIQUE INDEX curation_transfer_one_open ON "curation_transfer" (record_id) WHERE state = 'open';
ALTER TABLE "not_duplicate" ADD CONSTRAINT not_duplicate_ordered CHECK (first_id < second_id);
