-- Likely duplicates: names are compared without their legal forms, points of every record that is alive are searched by
-- boxes. Succession: the day from which a body is inactive or merged.

-- What core/legal-form makes of a name; written by every save. Names stored before are compared as they are until then.
ALTER TABLE "actor_name" ADD COLUMN "compared" TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE "actor_name" SET compared = folded;

ALTER TABLE "actor" ADD COLUMN "legal_status_since" TEXT;
ALTER TABLE "actor" ADD CONSTRAINT actor_legal_status_since_edtf CHECK (legal_status_since ~ '^\d{4}(-\d{2}(-\d{2})?)?$');

-- actor_public_point holds what everybody sees; drafts are compared too.
CREATE INDEX actor_alive_point ON "actor" USING gist (point(public_longitude, public_latitude))
  WHERE status <> 'archived' AND public_longitude IS NOT NULL;
