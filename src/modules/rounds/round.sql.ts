import { like } from '@/core/like'
import { Prisma } from '@/generated/prisma/client'

// Whether a round is open is asked by the clock of the database, after waiting for whoever closes it.
const isOpen = Prisma.sql`closed_at IS NULL AND annulled_at IS NULL AND closes_at > clock_timestamp()`

// Whether, not when: assignments that stand alike are counted as one.
const isSet = (column: Prisma.Sql) => Prisma.sql`nullif(${column} IS NOT NULL, false)`

/** How many assignments stand alike, as JSON: of one practice, or of all of a round. */
const standing = (assignments: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((
  SELECT json_agg(s) FROM (
    SELECT ${isSet(Prisma.sql`v.saved_at`)} AS "savedAt", ${isSet(Prisma.sql`v.submitted_at`)} AS "submittedAt",
      ${isSet(Prisma.sql`v.conflict_at`)} AS "conflictAt", ${isSet(Prisma.sql`v.removed_at`)} AS "removedAt",
      ${isSet(Prisma.sql`v.annulled_at`)} AS "annulledAt", ${isSet(Prisma.sql`a.withdrawn_at`)} AS "withdrawnAt",
      count(*)::int AS count
    FROM ${assignments} GROUP BY 1, 2, 3, 4, 5, 6) AS s), '[]')`

const columns = Prisma.sql`
  r.id, r.group_id AS "groupId", r.title, r.introduction, r.weights, r.thresholds, r.quorum,
  r.per_practice AS "perPractice", r.opens_at AS "opensAt", r.closes_at AS "closesAt", r.closed_at AS "closedAt",
  r.annulled_at AS "annulledAt", r.annul_reason AS "annulReason", r.demo, r.version`

/** A round of a group with its practices, and how many reviews of each stand where. No name and no mark. */
export const roundOf = (groupId: string, id: string): Prisma.Sql => Prisma.sql`
  SELECT ${columns},
    (SELECT json_build_object('id', i.id, 'name', i.name) FROM policy_instrument i WHERE i.id = r.instrument_id) AS instrument,
    coalesce((
      SELECT json_agg(json_build_object('practiceId', a.practice_id, 'practiceVersion', a.practice_version,
        'version', a.version, 'discussedAt', a.discussed_at, 'resultPublishedAt', a.result_published_at,
        'withdrawnAt', a.withdrawn_at, 'withdrawal', a.withdrawal, 'withdrawalReason', a.withdrawal_reason,
        'slug', p.slug, 'title', p.title, 'status', p.status, 'visibility', p.visibility,
        'territoryId', p.territory_id, 'territoryName', t.name,
        'standing', ${standing(Prisma.sql`review v WHERE v.round_id = a.round_id AND v.practice_id = a.practice_id`)})
        ORDER BY a.position, a.practice_id)
      FROM round_practice a JOIN practice p ON p.id = a.practice_id LEFT JOIN territory t ON t.id = p.territory_id
      WHERE a.round_id = r.id), '[]') AS practices
  FROM review_round r WHERE r.id = ${id}::uuid AND r.group_id = ${groupId}::uuid`

const ofRound = Prisma.sql`review v
  JOIN round_practice a ON a.round_id = v.round_id AND a.practice_id = v.practice_id WHERE v.round_id = r.id`

/** The rounds of a group, the latest first. */
export const roundsOf = (groupId: string): Prisma.Sql => Prisma.sql`
  SELECT ${columns}, (SELECT count(*)::int FROM round_practice o WHERE o.round_id = r.id) AS practices,
    ${standing(ofRound)} AS standing
  FROM review_round r WHERE r.group_id = ${groupId}::uuid
  ORDER BY r.opens_at DESC, r.id DESC LIMIT 200`

/** Rounds of these territories (null: of all) that are open, the next to close first, with how many there are. */
export const openRounds = (territoryIds: readonly string[] | null, limit: number): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.title, r.closes_at AS "closesAt", r.total, r.slug AS "groupSlug", r.name AS "groupName",
    r.time_zone AS "timeZone", ${standing(ofRound)} AS standing
  FROM (
    SELECT r.id, r.title, r.closes_at, g.slug, g.name, t.time_zone, count(*) OVER ()::int AS total
    FROM review_round r JOIN "group" g ON g.id = r.group_id JOIN territory t ON t.id = g.territory_id
    WHERE r.closed_at IS NULL AND r.annulled_at IS NULL AND r.closes_at > now()
      AND (${territoryIds === null} OR t.id = ANY(${[...(territoryIds ?? [])]}::uuid[]))
    ORDER BY r.closes_at, r.id LIMIT ${limit}
  ) AS r ORDER BY r.closes_at, r.id`

/** The round if it is open, held open until the transaction ends: nobody closes it meanwhile. */
export const holdOpenRound = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT id FROM review_round WHERE id = ${id}::uuid AND ${isOpen} FOR SHARE`

/** The round if it is open, for whoever changes it: everybody else waits. */
export const takeOpenRound = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT id FROM review_round WHERE id = ${id}::uuid AND ${isOpen} FOR UPDATE`

/** One round of a group is opened after the other. */
export const takeGroup = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT id FROM "group" WHERE id = ${id}::uuid FOR UPDATE`

/**
 * Practices a group of a territory may judge, and how many there are: those handed in there or offered to it first, then
 * what is published anywhere, the last changed first. `words`: each in a title or the name of the territory, folded.
 */
export const candidates = (
  { id: groupId, territoryId }: { id: string; territoryId: string },
  { words, ids, limit }: { words: readonly string[]; ids: readonly string[] | null; limit: number },
): Prisma.Sql => Prisma.sql`
  SELECT p.id, p.title, p.status = 'submitted' AS "isSubmitted", t.name AS "territoryName", found.total
  FROM (
    SELECT p.id, p.status, p.updated_at, count(*) OVER ()::int AS total
    FROM practice p LEFT JOIN territory t ON t.id = p.territory_id
    WHERE ((p.status = 'published' AND p.visibility <> 'territory')
        OR (p.status = 'submitted' AND (p.territory_id = ${territoryId}::uuid
          OR EXISTS (SELECT FROM practice_offer o WHERE o.practice_id = p.id AND o.group_id = ${groupId}::uuid))))
      AND (${ids === null} OR p.id = ANY(${[...(ids ?? [])]}::uuid[]))
      AND ${Prisma.join(
        [
          Prisma.sql`TRUE`,
          ...words.map(
            (word) => Prisma.sql`(p.folded_title LIKE ${like(word)} OR t.folded_name LIKE ${like(word)}
              OR EXISTS (SELECT FROM unnest(p.folded_titles) AS said(folded) WHERE said.folded LIKE ${like(word)}))`,
          ),
        ],
        ' AND ',
      )}
    ORDER BY p.status, p.updated_at DESC, p.id LIMIT ${limit}
  ) AS found
  JOIN practice p ON p.id = found.id LEFT JOIN territory t ON t.id = p.territory_id
  ORDER BY found.status, found.updated_at DESC, found.id`

/** Practices, and whether they were offered to a group, that are not moved along their life until the transaction ends. */
export const holdPractices = (ids: readonly string[], groupId: string): Prisma.Sql => Prisma.sql`
  SELECT id, version, status::text, visibility::text, territory_id AS "territoryId",
    EXISTS (
      SELECT FROM practice_offer o WHERE o.practice_id = p.id AND o.group_id = ${groupId}::uuid
    ) AS "isOffered"
  FROM practice p WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR SHARE OF p`
