-- What a program did with a key is told apart from what the maker of the key did.
ALTER TABLE "audit_entry" ADD COLUMN "api_key_id" UUID;
