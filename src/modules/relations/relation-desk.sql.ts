import type { DeskFilter } from '@/core/curated'
import type { PageKey } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'
import { partyList, saysWords, summary } from '@/modules/relations/relation.sql'
import { all } from '@/platform/condition'

/** How the statements of the desk call a relation. */
export const deskRelation = Prisma.sql`r`

/** The words and themes that a relation `r` must carry. */
export const deskRelationConditions = ({ q, tag }: DeskFilter): Prisma.Sql =>
  all([
    ...(tag === undefined ? [] : [Prisma.sql`r.themes @> ARRAY[${tag}]`]),
    ...(q === undefined ? [] : [saysWords(q)]),
  ])

/** The ids of those that match, last changed first: `after` is the moment and the id of the last one before. */
export const idsOfDeskRelations = (
  where: Prisma.Sql,
  { after, limit }: { after: PageKey | null; limit: number },
): Prisma.Sql => Prisma.sql`
  SELECT r.id FROM relation r
  WHERE ${where}
    AND ${after === null ? Prisma.sql`TRUE` : Prisma.sql`(r.updated_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
  ORDER BY r.updated_at DESC, r.id DESC LIMIT ${limit}`

/** Rows of the desk, last changed first. */
export const listDeskRelations = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${summary(locale)}, r.status::text AS status, r.version, r.updated_at, r.sent_back_reason,
         jsonb_build_array(r.updated_at::text, r.id) AS key
  FROM relation r ${partyList(locale, 6)}
  WHERE r.id = ANY(${ids}::uuid[])
  ORDER BY r.updated_at DESC, r.id DESC`

export const countDeskRelations = (where: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS total FROM relation r WHERE ${where}`

export const summariesOfRelations = (ids: readonly string[], locale: string): Prisma.Sql =>
  Prisma.sql`SELECT ${summary(locale)} FROM relation r ${partyList(locale, 6)} WHERE r.id = ANY(${ids}::uuid[])`
