-- Asked once more, at most once.
ALTER TABLE "verification_request" ADD COLUMN "reminded_at" TIMESTAMPTZ(3);

-- The sender's address goes some time after the decision; what was suggested stays.
ALTER TABLE "suggestion" ALTER COLUMN "email" DROP NOT NULL;
