-- Most reviews say nothing beside their marks: those that do are found by their practice.
CREATE INDEX review_remarked ON "review" (practice_id) WHERE submitted_at IS NOT NULL AND annulled_at IS NULL AND comments <> '{}';

CREATE OR REPLACE VIEW review_remark AS
  SELECT v.id AS review_id, v.round_id, v.practice_id, v.reviewer_id, said.criterion, said.text, v.language, (v.marks ->> said.criterion)::int AS mark,
         a.id AS answer_id, a.state, a.text AS answer, a.answered_at, a.version AS answer_version
  FROM "review" v
  JOIN "review_round" r ON r.id = v.round_id
  JOIN "round_practice" p ON p.round_id = v.round_id AND p.practice_id = v.practice_id
  CROSS JOIN LATERAL jsonb_each_text(v.comments) AS said (criterion, text)
  -- One look into the index for each remark: the planner takes a hundred remarks for granted and would read all answers.
  LEFT JOIN LATERAL (
    SELECT * FROM "remark_answer" WHERE review_id = v.id AND criterion = said.criterion LIMIT 1
  ) AS a ON TRUE
  WHERE v.submitted_at IS NOT NULL AND v.annulled_at IS NULL AND v.comments <> '{}' AND p.withdrawn_at IS NULL AND r.annulled_at IS NULL
    AND (r.closed_at IS NOT NULL OR r.closes_at <= now()) AND btrim(said.text) <> '';
