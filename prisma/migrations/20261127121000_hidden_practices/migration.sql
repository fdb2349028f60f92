-- What is shown to its territory's editors alone is read by no group, its own included, so it is judged no longer.
CREATE OR REPLACE FUNCTION withdraw_from_rounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE round_practice rp
  SET withdrawn_at = now(), version = rp.version + 1,
    withdrawal = CASE NEW.status WHEN 'draft' THEN 'sentBack' WHEN 'archived' THEN 'archived' ELSE 'hidden' END
  FROM review_round r
  WHERE rp.round_id = r.id AND rp.practice_id = NEW.id AND rp.withdrawn_at IS NULL
    AND r.closed_at IS NULL AND r.annulled_at IS NULL AND r.closes_at > now();
  RETURN NULL;
END $$;
