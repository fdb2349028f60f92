import { Prisma } from '@/generated/prisma/client'

// What a reader has before them: a text in the language it was written in.
const lengthOf = (text: Prisma.Sql) =>
  Prisma.sql`coalesce(length(${text} #>> ARRAY['texts', ${text} ->> 'original', 'value']), 0)`

const characters = Prisma.join(
  [
    ...[Prisma.sql`p.summary`, Prisma.sql`p.detail`, Prisma.sql`p.resources`, Prisma.sql`p.evidence_of_success`],
    ...[Prisma.sql`p.challenges`, Prisma.sql`p.potential`, Prisma.sql`p.further_information`],
  ].map(lengthOf),
  ' + ',
)

/** What one reviewer was asked to judge, the round that closes last first. */
export const ownReviews = (reviewerId: string, roundId: string | null): Prisma.Sql => Prisma.sql`
  SELECT v.id, v.round_id AS "roundId", v.saved_at AS "savedAt", v.submitted_at AS "submittedAt",
    v.conflict_at AS "conflictAt", v.removed_at AS "removedAt", v.annulled_at AS "annulledAt",
    v.draft IS NOT NULL AS "hasDraft", a.withdrawn_at AS "withdrawnAt",
    r.title AS "roundTitle", r.closes_at AS "closesAt", r.closed_at AS "closedAt",
    r.annulled_at AS "roundAnnulledAt", r.annul_reason AS "annulReason", r.demo,
    g.id AS "groupId", g.slug AS "groupSlug", g.name AS "groupName", g.territory_id AS "groupTerritoryId",
    t.time_zone AS "timeZone", i.name AS instrument,
    p.title, p.status::text, p.visibility::text, p.territory_id AS "territoryId", pt.name AS "territoryName",
    (${characters})::int AS characters
  FROM review v
  JOIN review_round r ON r.id = v.round_id
  JOIN round_practice a ON a.round_id = v.round_id AND a.practice_id = v.practice_id
  JOIN "group" g ON g.id = r.group_id
  JOIN territory t ON t.id = g.territory_id
  JOIN practice p ON p.id = v.practice_id
  LEFT JOIN territory pt ON pt.id = p.territory_id
  LEFT JOIN policy_instrument i ON i.id = r.instrument_id
  WHERE v.reviewer_id = ${reviewerId}::uuid AND (${roundId}::uuid IS NULL OR v.round_id = ${roundId}::uuid)
  ORDER BY r.closes_at DESC, r.id, a.position, v.id
  LIMIT 500`
