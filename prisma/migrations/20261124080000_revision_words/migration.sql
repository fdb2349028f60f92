-- What was done (the word of the audit log), and what the author of a proposal was answered.
ALTER TABLE "revision" ADD COLUMN "action" TEXT;
ALTER TABLE "revision" ADD COLUMN "answer" TEXT;

-- The queue of proposals.
CREATE INDEX revision_pending ON "revision" (created_at DESC, id DESC) WHERE state = 'pending';
