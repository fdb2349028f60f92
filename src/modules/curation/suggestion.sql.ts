import { Prisma } from '@/generated/prisma/client'
import { actorName, relationName } from '@/modules/curation/record-name.sql'

// A record may have moved to another territory since somebody suggested: the one that keeps it now decides.
const withRecord = Prisma.sql`
  suggestion s
  LEFT JOIN actor a ON s.record_kind = 'actor' AND a.id = s.record_id
  LEFT JOIN relation r ON s.record_kind = 'relation' AND r.id = s.record_id
  LEFT JOIN practice pr ON s.record_kind = 'practice' AND pr.id = s.record_id
  LEFT JOIN territory t ON s.record_kind = 'territory' AND t.id = s.record_id`

const keeper = Prisma.sql`CASE s.record_kind
  WHEN 'actor' THEN a.territory_id WHEN 'relation' THEN r.territory_id WHEN 'practice' THEN pr.territory_id
  WHEN 'territory' THEN t.id END`

/** `territoryIds` null = all, the commons among them. */
const decidedBy = (territoryIds: readonly string[] | null) =>
  territoryIds === null ? Prisma.sql`TRUE` : Prisma.sql`${keeper} = ANY(${territoryIds}::uuid[])`

export const countWaiting = (territoryIds: readonly string[] | null): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS count FROM ${withRecord} WHERE s.state = 'waiting' AND ${decidedBy(territoryIds)}`

const name = Prisma.sql`
  coalesce(${actorName(Prisma.sql`a.id`)}, t.name -> 'texts' -> (t.name ->> 'original') ->> 'value',
    pr.title -> 'texts' -> (pr.title ->> 'original') ->> 'value', ${relationName})`

/** What the record of a suggestion is called. */
export const nameOfSuggestion = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT ${name} AS name FROM ${withRecord} WHERE s.id = ${id}::uuid`

type Asked = {
  territoryIds: readonly string[] | null
  id: string | null
  isDecided: boolean
  after: readonly (string | number | null)[] | null
  limit: number
}

/** What waits, the longest first; or what was decided, the last first. With an id: that one, in whatever state. */
export const listSuggestions = ({ territoryIds, id, isDecided, after, limit }: Asked): Prisma.Sql => {
  const state =
    id !== null
      ? Prisma.sql`s.id = ${id}::uuid AND s.state <> 'unconfirmed'`
      : isDecided
        ? Prisma.sql`s.state IN ('accepted', 'declined')`
        : Prisma.sql`s.state = 'waiting'`
  const at = isDecided ? Prisma.sql`s.decided_at` : Prisma.sql`s.created_at`
  const isAfter = after && [Prisma.sql`${after[0]}::timestamptz`, Prisma.sql`${after[1]}::uuid`]
  const position = !isAfter
    ? Prisma.empty
    : isDecided
      ? Prisma.sql`AND (${at}, s.id) < (${isAfter[0]}, ${isAfter[1]})`
      : Prisma.sql`AND (${at}, s.id) > (${isAfter[0]}, ${isAfter[1]})`
  const order = isDecided ? Prisma.sql`${at} DESC, s.id DESC` : Prisma.sql`${at}, s.id`
  return Prisma.sql`
    SELECT jsonb_build_array(${at}::text, s.id) AS key, s.id, s.record_kind::text AS kind, s.record_id,
           ${name} AS name, s.state::text AS state, s.changed, s.message, s.created_at, s.decided_at
    FROM ${withRecord} WHERE ${state} AND ${decidedBy(territoryIds)} ${position} ORDER BY ${order} LIMIT ${limit}`
}
