-- AlterTable
ALTER TABLE "round_practice" ADD COLUMN     "decision_shown" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "discussed_meeting_id" UUID,
ADD COLUMN     "expert_opinion" JSONB,
ADD COLUMN     "result" JSONB;

-- CreateIndex
CREATE INDEX "round_practice_discussed_meeting_id_idx" ON "round_practice"("discussed_meeting_id");

-- CreateIndex
CREATE INDEX "round_practice_result_published_at_idx" ON "round_practice"("result_published_at");

-- AddForeignKey
ALTER TABLE "round_practice" ADD CONSTRAINT "round_practice_discussed_meeting_id_fkey" FOREIGN KEY ("discussed_meeting_id") REFERENCES "group_meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what Prisma cannot say

-- What was published is kept as it was published: a review that is annulled later changes it only when it is published again.
ALTER TABLE "round_practice" ADD CONSTRAINT round_practice_result CHECK ((result_published_at IS NULL) = (result IS NULL));

-- What reviewers wrote, one row for each criterion (and `general`), once their round is over: to be answered by the
-- practice's side. Raw: whoever reads it judges the viewer first.
CREATE VIEW review_remark AS
  SELECT v.id AS review_id, v.round_id, v.practice_id, v.reviewer_id, said.criterion, said.text, v.language, (v.marks ->> said.criterion)::int AS mark,
         a.id AS answer_id, a.state, a.text AS answer, a.answered_at, a.version AS answer_version
  FROM "review" v
  JOIN "review_round" r ON r.id = v.round_id
  JOIN "round_practice" p ON p.round_id = v.round_id AND p.practice_id = v.practice_id
  CROSS JOIN LATERAL jsonb_each_text(v.comments) AS said (criterion, text)
  LEFT JOIN "remark_answer" a ON a.review_id = v.id AND a.criterion = said.criterion
  WHERE v.submitted_at IS NOT NULL AND v.annulled_at IS NULL AND p.withdrawn_at IS NULL AND r.annulled_at IS NULL
    AND (r.closed_at IS NOT NULL OR r.closes_at <= now()) AND btrim(said.text) <> '';

-- What everybody may see of a judgement: numbers and words of the group, no person, no single mark, and not which group.
CREATE VIEW public_practice_result AS
  SELECT p.practice_id, r.id AS round_id, r.title, least(r.closed_at, r.closes_at) AS closed_at, p.result_published_at AS published_at,
         p.result, p.practice_version, r.demo, d.text AS decision, d.verdict, d.decided_on,
         EXISTS (
           SELECT FROM "revision" v
           WHERE v.record_kind = 'practice' AND v.record_id = p.practice_id AND v.state = 'accepted' AND v.version > p.practice_version
             AND v.changed && '{title,summary,themes,axes,sectors,scope,country,nutsCode,placeId,inChargeId,fromProject,detail,resources,started,ended,ongoing,evidenceOfSuccess,challenges,potential,furtherInformation,links,keywords,actors,relations}'
         ) AS is_revised
  FROM "round_practice" p
  JOIN "review_round" r ON r.id = p.round_id
  JOIN public_practice t ON t.id = p.practice_id
  LEFT JOIN LATERAL (
    SELECT g.text, g.verdict, g.decided_on FROM "group_decision" g
    WHERE p.decision_shown AND g.round_id = p.round_id AND g.practice_id = p.practice_id
      AND NOT EXISTS (SELECT FROM "group_decision" later WHERE later.replaces_id = g.id)
    ORDER BY g.decided_on DESC, g.recorded_at DESC LIMIT 1
  ) AS d ON TRUE
  WHERE p.result_published_at IS NOT NULL AND p.withdrawn_at IS NULL AND r.annulled_at IS NULL;

-- The opinion of a practice is that of the result that was published last. It is written down with the practice, where
-- the programme's form and every file read it.
CREATE FUNCTION refresh_expert_opinion(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "practice" t SET expert_opinion = said.opinion
  FROM (
    SELECT i.id, (
      SELECT p.expert_opinion FROM "round_practice" p JOIN "review_round" r ON r.id = p.round_id
      WHERE p.practice_id = i.id AND p.expert_opinion IS NOT NULL AND p.result_published_at IS NOT NULL
        AND p.withdrawn_at IS NULL AND r.annulled_at IS NULL
      ORDER BY p.result_published_at DESC LIMIT 1
    ) AS opinion
    FROM unnest(ids) AS i (id)
  ) AS said
  WHERE t.id = said.id AND t.expert_opinion IS DISTINCT FROM said.opinion
$$;

CREATE FUNCTION round_practice_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_expert_opinion(ARRAY[NEW.practice_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER round_practice_opinion AFTER UPDATE OF expert_opinion, result_published_at, withdrawn_at ON "round_practice"
  FOR EACH ROW EXECUTE FUNCTION round_practice_opinion();

CREATE FUNCTION review_round_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_expert_opinion(ARRAY(SELECT practice_id FROM "round_practice" WHERE round_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER review_round_opinion AFTER UPDATE OF annulled_at ON "review_round"
  FOR EACH ROW WHEN (OLD.annulled_at IS DISTINCT FROM NEW.annulled_at) EXECUTE FUNCTION review_round_opinion();
