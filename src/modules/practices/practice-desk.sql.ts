import type { DeskFilter } from '@/core/curated'
import type { PageKey } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'
import { namesBeside, saysWords, summary } from '@/modules/practices/practice.sql'
import { all } from '@/platform/condition'

/** How the statements of the desk call a practice. */
export const deskPractice = Prisma.sql`p`

/** The words and themes that a practice `p` must carry. */
export const deskPracticeConditions = ({ q, tag }: DeskFilter): Prisma.Sql =>
  all([
    ...(tag === undefined ? [] : [Prisma.sql`p.themes @> ARRAY[${tag}]`]),
    ...(q === undefined ? [] : [saysWords(q, Prisma.sql`practice`)]),
  ])

/** The ids of those that match, last changed first: `after` is the moment and the id of the last one before. */
export const idsOfDeskPractices = (
  where: Prisma.Sql,
  { after, limit }: { after: PageKey | null; limit: number },
): Prisma.Sql => Prisma.sql`
  SELECT p.id FROM practice p
  WHERE ${where}
    AND ${after === null ? Prisma.sql`TRUE` : Prisma.sql`(p.updated_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
  ORDER BY p.updated_at DESC, p.id DESC LIMIT ${limit}`

/** Rows of the desk, last changed first. */
export const listDeskPractices = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${summary}, p.status::text AS status, p.version, p.updated_at AS "updatedAt", p.sent_back_reason AS "sentBackReason",
         p.created_by_id AS "createdById", p.territory_id AS "territoryId", jsonb_build_array(p.updated_at::text, p.id) AS key
  FROM practice p ${namesBeside(locale)}
  WHERE p.id = ANY(${ids}::uuid[])
  ORDER BY p.updated_at DESC, p.id DESC`

export const countDeskPractices = (where: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS total FROM practice p WHERE ${where}`
