import { Prisma } from '@/generated/prisma/client'
import type { CompleteReview, StoredDraft } from '@/modules/rounds/review.schema'

const practiceTexts = ['summary', 'detail', 'resources', 'evidence_of_success', 'challenges', 'potential', 'further_information']

// What a reader has before them: the texts in the language they were written in.
const characters = Prisma.join(
  practiceTexts.map((column) => {
    const text = Prisma.raw(`p.${column}`)
    return Prisma.sql`coalesce(length(${text} #>> ARRAY['texts', ${text} ->> 'original', 'value']), 0)`
  }),
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

type At = { id: string; reviewerId: string }

// The round is held, so that whoever closes it at this moment comes before or after, never between; the clock of the
// database says whether it is open.
const openReview = ({ id, reviewerId }: At) => Prisma.sql`
  SELECT v.id FROM review v
  JOIN review_round r ON r.id = v.round_id
  JOIN round_practice a ON a.round_id = v.round_id AND a.practice_id = v.practice_id
  WHERE v.id = ${id}::uuid AND v.reviewer_id = ${reviewerId}::uuid AND a.withdrawn_at IS NULL
    AND r.closed_at IS NULL AND r.annulled_at IS NULL AND r.closes_at > clock_timestamp()
  FOR SHARE OF r`

const isWritable = Prisma.sql`removed_at IS NULL AND annulled_at IS NULL AND conflict_at IS NULL`

/**
 * Keeps what was typed, if it was typed on the version that stands, or by the page that typed what stands and later than
 * that. No row: it may not be written now, or another page wrote meanwhile.
 */
export const keepDraft = (at: At, version: number, { writer, turn, fields }: StoredDraft): Prisma.Sql => Prisma.sql`
  UPDATE review SET draft = ${JSON.stringify({ writer, turn, fields })}::jsonb, version = version + 1, saved_at = now()
  WHERE id = ${at.id}::uuid AND id = (${openReview(at)}) AND ${isWritable}
    AND (version = ${version}::int OR (draft ->> 'writer' = ${writer} AND (draft ->> 'turn')::int < ${turn}::int))
  RETURNING version, saved_at AS "savedAt"`

/** Sends what stands in this version, in place of what was sent before. No row: as above. */
export const send = (at: At, version: number, review: CompleteReview & { language: string }): Prisma.Sql => Prisma.sql`
  UPDATE review SET marks = ${JSON.stringify(review.marks)}::jsonb, comments = ${JSON.stringify(review.comments)}::jsonb,
    recommendation = ${review.recommendation}::recommendation, language = ${review.language}, submitted_at = now(),
    saved_at = now(), draft = NULL, version = version + 1
  WHERE id = ${at.id}::uuid AND id = (${openReview(at)}) AND ${isWritable} AND version = ${version}::int
  RETURNING version, saved_at AS "savedAt"`

/** Declares a conflict of interest: what was judged until then counts for nothing and is gone. No row: as above. */
export const declareConflict = (at: At, reason: string): Prisma.Sql => Prisma.sql`
  UPDATE review SET conflict_at = now(), conflict_reason = ${reason}, submitted_at = NULL, marks = '{}', comments = '{}',
    recommendation = NULL, draft = NULL, version = version + 1
  WHERE id = ${at.id}::uuid AND id = (${openReview(at)}) AND ${isWritable}
  RETURNING version, now()::timestamptz(3) AS "savedAt"`
