import { Prisma } from '@/generated/prisma/client'
import { actorName, relationName } from '@/modules/curation/record-name.sql'

// What is asked about is what everyone may see, so these read the views.

/** The title of a practice `p`, as it was first written. */
const practiceTitle = Prisma.sql`p.title -> 'texts' -> (p.title ->> 'original') ->> 'value'`

/** What a question tells of a record. */
const told = {
  actor: Prisma.sql`
    'actor' AS kind, a.id, a.slug, coalesce(${actorName(Prisma.sql`a.id`)}, '') AS name, NULL AS holder,
    a.email AS recipient, a.original_language AS language, a.country, NULL AS type, NULL AS started, a.verified_at`,
  relation: Prisma.sql`
    'relation' AS kind, r.id, r.slug, ${relationName} AS name, ${actorName(Prisma.sql`h.id`)} AS holder,
    h.email AS recipient, h.original_language AS language, h.country, r.type::text AS type, r.started, r.verified_at`,
  practice: Prisma.sql`
    'practice' AS kind, p.id, p.slug, coalesce(${practiceTitle}, '') AS name, ${actorName(Prisma.sql`h.id`)} AS holder,
    h.email AS recipient, h.original_language AS language, h.country, NULL AS type, p.started, p.verified_at`,
}

/** The record that a row \`asked\` (kind, id) names, as far as everyone may see it. */
const toldOf = Prisma.sql`
  JOIN LATERAL (
    SELECT ${told.actor} FROM public_actor a WHERE asked.kind = 'actor' AND a.id = asked.id
    UNION ALL
    SELECT ${told.relation} FROM public_relation r LEFT JOIN public_actor h ON h.id = r.holder_id
    WHERE asked.kind = 'relation' AND r.id = asked.id
    UNION ALL
    SELECT ${told.practice} FROM public_practice p LEFT JOIN public_actor h ON h.id = p.in_charge_id
    WHERE asked.kind = 'practice' AND p.id = asked.id
  ) AS told ON TRUE`

const curatedBy = (column: Prisma.Sql, territoryId: string | null) =>
  territoryId === null ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${territoryId}::uuid`

type Due = { territoryId: string | null; round: string; months: number; perAddress: number; limit: number }

/**
 * Records nobody confirmed for \`months\`, longest ago first, that were not asked about in this round; of one address
 * \`perAddress\` at most, looked for among the first two thousand of each kind.
 */
export const dueRecords = ({ territoryId, round, months, perAddress, limit }: Due): Prisma.Sql => {
  const isDue = (table: Prisma.Sql) => Prisma.sql`
    ${curatedBy(Prisma.sql`${table}.territory_id`, territoryId)}
    AND coalesce(${table}.verified_at, '-infinity') < now() - make_interval(months => ${months}::int)
    AND NOT EXISTS (SELECT FROM verification_request v WHERE v.record_id = ${table}.id AND v.round = ${round})
    ORDER BY coalesce(${table}.verified_at, '-infinity'), ${table}.id LIMIT 2000`
  return Prisma.sql`
    SELECT told.* FROM (
      SELECT near.*, row_number() OVER (PARTITION BY near.recipient IS NULL ORDER BY near.since, near.id) AS place FROM (
        SELECT due.*, row_number() OVER (PARTITION BY due.recipient ORDER BY due.since, due.id) AS nth FROM (
          (SELECT 'actor' AS kind, a.id, a.email AS recipient, coalesce(a.verified_at, '-infinity') AS since
           FROM public_actor a WHERE ${isDue(Prisma.sql`a`)})
          UNION ALL
          (SELECT 'relation', r.id, (SELECT h.email FROM public_actor h WHERE h.id = r.holder_id),
                  coalesce(r.verified_at, '-infinity')
           FROM public_relation r WHERE ${isDue(Prisma.sql`r`)})
          UNION ALL
          (SELECT 'practice', p.id, (SELECT h.email FROM public_actor h WHERE h.id = p.in_charge_id),
                  coalesce(p.verified_at, '-infinity')
           FROM public_practice p WHERE ${isDue(Prisma.sql`p`)})
        ) AS due
      ) AS near WHERE near.recipient IS NULL OR near.nth <= ${perAddress}
    ) AS asked ${toldOf}
    WHERE asked.place <= ${limit} ORDER BY asked.since, asked.id`
}

/** Public records a territory keeps, and how many of them were confirmed in the last twelve months. */
export const coverage = (territoryId: string | null): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS all, count(*) FILTER (WHERE verified_at > now() - interval '12 months')::int AS fresh FROM (
    SELECT verified_at FROM public_actor WHERE ${curatedBy(Prisma.sql`territory_id`, territoryId)}
    UNION ALL SELECT verified_at FROM public_relation WHERE ${curatedBy(Prisma.sql`territory_id`, territoryId)}
    UNION ALL SELECT verified_at FROM public_practice WHERE ${curatedBy(Prisma.sql`territory_id`, territoryId)}
  ) AS kept`

/** The state of a question `v`, in the words of `requestStates`. */
const state = (silentDays: number) => Prisma.sql`
  CASE WHEN v.confirmed THEN 'confirmed' WHEN v.confirmed = FALSE THEN 'changed' WHEN v.recipient IS NULL THEN 'noAddress'
    WHEN v.asked_at < now() - make_interval(days => ${silentDays}::int) THEN 'silent' ELSE 'asked' END`

type Round = { territoryId: string | null; round: string; silentDays: number }

export const countRound = ({ territoryId, round, silentDays }: Round): Prisma.Sql => Prisma.sql`
  SELECT ${state(silentDays)} AS state, count(*)::int AS count FROM verification_request v
  WHERE v.round = ${round} AND ${curatedBy(Prisma.sql`v.territory_id`, territoryId)} GROUP BY 1`

/** The questions of a round, first asked first. A record that left the public keeps its row, without a way to it. */
export const roundRows = (
  asked: Round & { state: string | null; after: readonly (string | number | null)[] | null; limit: number | null },
): Prisma.Sql => Prisma.sql`
  SELECT jsonb_build_array(asked_at::text, request_id) AS key, listed.* FROM (
    SELECT v.id AS request_id, v.record_kind::text AS kind, v.record_id AS id, coalesce(a.slug, r.slug, p.slug, '') AS slug,
           coalesce(${actorName(Prisma.sql`a.id`)}, ${practiceTitle}, ${relationName}) AS name,
           coalesce(${actorName(Prisma.sql`a.id`)}, ${actorName(Prisma.sql`coalesce(r.holder_id, p.in_charge_id)`)}) AS holder,
           v.recipient, coalesce(a.verified_at, r.verified_at, p.verified_at) AS verified_at,
           v.asked_at, v.reminded_at, v.answered_at, v.note, ${state(asked.silentDays)} AS state
    FROM verification_request v
    LEFT JOIN public_actor a ON v.record_kind = 'actor' AND a.id = v.record_id
    LEFT JOIN public_relation r ON v.record_kind = 'relation' AND r.id = v.record_id
    LEFT JOIN public_practice p ON v.record_kind = 'practice' AND p.id = v.record_id
    WHERE v.round = ${asked.round} AND ${curatedBy(Prisma.sql`v.territory_id`, asked.territoryId)}
  ) AS listed
  WHERE (${asked.state}::text IS NULL OR state = ${asked.state})
    ${asked.after === null ? Prisma.empty : Prisma.sql`AND (asked_at, request_id) > (${asked.after[0]}::timestamptz, ${asked.after[1]}::uuid)`}
  ORDER BY asked_at, request_id ${asked.limit === null ? Prisma.empty : Prisma.sql`LIMIT ${asked.limit}`}`

/** Questions nobody answered for some days, whose record everyone still sees; nobody else is reminding meanwhile. */
export const unanswered = (remindDays: number, limit: number): Prisma.Sql => Prisma.sql`
  SELECT asked.request_id, asked.address, told.* FROM (
    SELECT v.id AS request_id, v.recipient AS address, v.record_kind::text AS kind, v.record_id AS id
    FROM verification_request v
    WHERE v.answered_at IS NULL AND v.reminded_at IS NULL AND v.recipient IS NOT NULL
      AND v.asked_at < now() - make_interval(days => ${remindDays}::int)
    ORDER BY v.asked_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
  ) AS asked ${toldOf}`

/** The record of one question, in whatever state the question is; no row when it left the public. */
export const recordOfRequest = (requestId: string): Prisma.Sql => Prisma.sql`
  SELECT asked.request_id, asked.address, told.* FROM (
    SELECT v.id AS request_id, v.recipient AS address, v.record_kind::text AS kind, v.record_id AS id
    FROM verification_request v WHERE v.id = ${requestId}::uuid
  ) AS asked ${toldOf}`
