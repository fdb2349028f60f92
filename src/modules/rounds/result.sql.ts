import { Prisma } from '@/generated/prisma/client'

/** One practice of a round, for whoever acts on it: everybody else waits. */
export const takeRoundPractice = (at: { roundId: string; practiceId: string }): Prisma.Sql => Prisma.sql`
  SELECT practice_id FROM round_practice
  WHERE round_id = ${at.roundId}::uuid AND practice_id = ${at.practiceId}::uuid FOR UPDATE`

/** What was published of judgements of a practice, the latest first. Reads the public view alone. */
export const publicResults = (practiceId: string): Prisma.Sql => Prisma.sql`
  SELECT title, closed_at AS "closedAt", published_at AS "publishedAt", result, practice_version AS "practiceVersion",
    is_revised AS "isRevised", demo, decision, verdict::text AS verdict, decided_on AS "decidedOn"
  FROM public_practice_result WHERE practice_id = ${practiceId}::uuid
  ORDER BY published_at DESC, round_id LIMIT 20`

/**
 * Practices of these territories, and of the commons for whoever curates them, with remarks that nobody answered, the
 * longest waiting first. Practice by practice: each has a few reviews, all together have many.
 */
export const unansweredPractices = (territoryIds: readonly string[], withCommons: boolean): Prisma.Sql => Prisma.sql`
  SELECT p.id AS "practiceId", p.title, waiting.count, waiting."oldestAt"
  FROM practice p CROSS JOIN LATERAL (
    SELECT count(*)::int AS count, min(least(r.closed_at, r.closes_at)) AS "oldestAt"
    FROM review_remark m JOIN review_round r ON r.id = m.round_id
    WHERE m.practice_id = p.id AND m.answer_id IS NULL
  ) AS waiting
  WHERE (p.territory_id = ANY(${[...territoryIds]}::uuid[]) OR (${withCommons} AND p.territory_id IS NULL)) AND waiting.count > 0
  ORDER BY waiting."oldestAt", p.id LIMIT 1000`

/** In how many rounds that are over a practice was judged, and how many of the remarks nobody answered. */
export const countJudgements = (practiceId: string): Prisma.Sql => Prisma.sql`
  SELECT
    (SELECT count(*)::int FROM round_practice p JOIN review_round r ON r.id = p.round_id
     WHERE p.practice_id = ${practiceId}::uuid AND r.annulled_at IS NULL AND (r.closed_at IS NOT NULL OR r.closes_at <= now())) AS rounds,
    (SELECT count(*)::int FROM review_remark m WHERE m.practice_id = ${practiceId}::uuid AND m.answer_id IS NULL) AS unanswered`
