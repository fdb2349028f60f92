-- The class of each public practice: that of the result published last. A demonstration judges demonstrations alone.
CREATE VIEW public_practice_class AS
  SELECT DISTINCT ON (p.practice_id) p.practice_id, p.result ->> 'resultClass' AS result_class, r.demo
  FROM "round_practice" p
  JOIN "review_round" r ON r.id = p.round_id
  JOIN "practice" t ON t.id = p.practice_id AND t.status = 'published' AND t.visibility = 'public'
  WHERE p.result_published_at IS NOT NULL AND p.withdrawn_at IS NULL AND r.annulled_at IS NULL AND (t.demo OR NOT r.demo)
  ORDER BY p.practice_id, p.result_published_at DESC, r.id;

-- Few rows of rounds are results that everybody reads.
CREATE INDEX round_practice_result_idx ON "round_practice" (practice_id, result_published_at DESC) WHERE result_published_at IS NOT NULL;
