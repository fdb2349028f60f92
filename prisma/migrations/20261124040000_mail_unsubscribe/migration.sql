-- A digest carries a second link, by which it is stopped (RFC 8058).
ALTER TABLE "outbox_mail" ADD COLUMN     "unsubscribe" JSONB;
