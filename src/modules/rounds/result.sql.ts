import { Prisma } from '@/generated/prisma/client'

/** One practice of a round, for whoever acts on it: everybody else waits. */
export const takeRoundPractice = (at: { roundId: string; practiceId: string }): Prisma.Sql => Prisma.sql`
  SELECT practice_id FROM round_practice
  WHERE round_id = ${at.roundId}::uuid AND practice_id = ${at.practiceId}::uuid FOR UPDATE`

/**
 * Practices of rounds with all that was said of them, in one look: reviews with their answers, decisions that hold.
 * Raw: whoever reads it judges what of it may be told.
 */
export const storedOutcomes = ({
  roundId,
  practiceId,
}: {
  roundId?: string
  practiceId?: string
}): Prisma.Sql => Prisma.sql`
  SELECT a.round_id AS "roundId", a.practice_id AS "practiceId", a.practice_version AS "practiceVersion", a.version,
    a.withdrawn_at AS "withdrawnAt", a.discussed_at AS "discussedAt", a.discussed_meeting_id AS "discussedMeetingId",
    a.expert_opinion AS "expertOpinion", a.result, a.result_published_at AS "resultPublishedAt",
    a.decision_shown AS "decisionShown",
    json_build_object('title', p.title, 'slug', p.slug, 'status', p.status, 'visibility', p.visibility,
      'territoryId', p.territory_id, 'version', p.version) AS practice,
    json_build_object('title', r.title, 'weights', r.weights, 'thresholds', r.thresholds, 'quorum', r.quorum,
      'demo', r.demo, 'closesAt', r.closes_at, 'closedAt', r.closed_at, 'annulledAt', r.annulled_at,
      'group', json_build_object('id', g.id, 'slug', g.slug, 'territoryId', g.territory_id,
        'territory', json_build_object('name', t.name))) AS round,
    coalesce(said.reviews, '[]') AS reviews, coalesce(decided.decisions, '[]') AS decisions
  FROM round_practice a
  JOIN practice p ON p.id = a.practice_id
  JOIN review_round r ON r.id = a.round_id
  JOIN "group" g ON g.id = r.group_id
  JOIN territory t ON t.id = g.territory_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', v.id, 'reviewerId', v.reviewer_id, 'marks', v.marks, 'comments', v.comments,
      'language', v.language, 'recommendation', v.recommendation, 'submittedAt', v.submitted_at,
      'conflictAt', v.conflict_at, 'removedAt', v.removed_at, 'annulledAt', v.annulled_at, 'annulReason', v.annul_reason,
      'reviewer', (SELECT json_build_object('name', u.name) FROM "user" u WHERE u.id = v.reviewer_id),
      'answers', coalesce((
        SELECT json_agg(json_build_object('criterion', w.criterion, 'state', w.state, 'text', w.text,
          'answeredAt', w.answered_at, 'version', w.version))
        FROM remark_answer w WHERE w.review_id = v.id), '[]'))) AS reviews
    FROM review v WHERE v.round_id = a.round_id AND v.practice_id = a.practice_id
  ) AS said ON TRUE
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', d.id, 'meetingId', d.meeting_id, 'text', d.text, 'decidedOn', d.decided_on,
      'verdict', d.verdict) ORDER BY d.decided_on DESC, d.recorded_at DESC, d.id DESC) AS decisions
    FROM group_decision d WHERE d.round_id = a.round_id AND d.practice_id = a.practice_id
      AND NOT EXISTS (SELECT FROM group_decision later WHERE later.replaces_id = d.id)
  ) AS decided ON TRUE
  WHERE ${where({ roundId, practiceId })}
  ORDER BY r.closes_at DESC, a.position, a.practice_id LIMIT 200`

const where = ({ roundId, practiceId }: { roundId: string | undefined; practiceId: string | undefined }) =>
  Prisma.join(
    [
      ...(roundId === undefined ? [] : [Prisma.sql`a.round_id = ${roundId}::uuid`]),
      ...(practiceId === undefined ? [] : [Prisma.sql`a.practice_id = ${practiceId}::uuid`]),
    ],
    ' AND ',
  )

/** What was published of judgements of a practice, the latest first. Reads the public view alone. */
export const publicResults = (practiceId: string): Prisma.Sql => Prisma.sql`
  SELECT title, closed_at AS "closedAt", published_at AS "publishedAt", result, practice_version AS "practiceVersion",
    is_revised AS "isRevised", demo, decision, verdict::text AS verdict, decided_on AS "decidedOn"
  FROM public_practice_result WHERE practice_id = ${practiceId}::uuid
  ORDER BY published_at DESC, round_id LIMIT 20`

/**
 * A page of the practices of these territories, and of the commons for whoever curates them, with remarks that nobody
 * answered, the longest waiting first, and how many there are. A practice before the page that waits no longer begins at the beginning.
 */
export const unansweredPractices = (
  { territoryIds, withCommons }: { territoryIds: readonly string[]; withCommons: boolean },
  { limit, after }: { limit: number; after: string | null },
): Prisma.Sql => Prisma.sql`
  WITH waiting AS MATERIALIZED (
    SELECT p.id, sum(v.unanswered)::int AS count, min(least(r.closed_at, r.closes_at)) AS oldest_at
    FROM practice p
    -- Each practice's reviews and rounds by index: OFFSET keeps the planner from reading all rounds there are.
    CROSS JOIN LATERAL (
      SELECT v.round_id, v.unanswered FROM review v
      WHERE v.practice_id = p.id AND v.unanswered > 0 AND v.submitted_at IS NOT NULL AND v.annulled_at IS NULL OFFSET 0
    ) AS v
    CROSS JOIN LATERAL (
      SELECT r.closed_at, r.closes_at FROM round_practice a JOIN review_round r ON r.id = a.round_id
      WHERE a.round_id = v.round_id AND a.practice_id = p.id AND a.withdrawn_at IS NULL AND r.annulled_at IS NULL
        AND (r.closed_at IS NOT NULL OR r.closes_at <= now()) OFFSET 0
    ) AS r
    WHERE p.territory_id = ANY(${[...territoryIds]}::uuid[]) OR (${withCommons} AND p.territory_id IS NULL)
    GROUP BY p.id
  ), page AS (
    SELECT id, count, oldest_at FROM waiting
    WHERE (oldest_at, id) > (coalesce((SELECT oldest_at FROM waiting WHERE id = ${after}::uuid), '-infinity'), ${after}::uuid)
    ORDER BY oldest_at, id LIMIT ${limit}
  )
  SELECT (SELECT count(*)::int FROM waiting) AS total, coalesce((
    SELECT json_agg(json_build_object('practiceId', g.id, 'title', p.title, 'count', g.count, 'oldestAt', g.oldest_at)
      ORDER BY g.oldest_at, g.id)
    FROM page g JOIN practice p ON p.id = g.id), '[]') AS rows`

/** In how many rounds that are over a practice was judged, and how many of the remarks nobody answered. */
export const countJudgements = (practiceId: string): Prisma.Sql => Prisma.sql`
  SELECT
    (SELECT count(*)::int FROM round_practice p JOIN review_round r ON r.id = p.round_id
     WHERE p.practice_id = ${practiceId}::uuid AND r.annulled_at IS NULL AND (r.closed_at IS NOT NULL OR r.closes_at <= now())) AS rounds,
    (SELECT count(*)::int FROM review_remark m WHERE m.practice_id = ${practiceId}::uuid AND m.answer_id IS NULL) AS unanswered`
