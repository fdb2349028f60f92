import type { DeskFilter } from '@/core/curated'
import type { PageKey } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'
import { everyOne, namesBeside, saysWords, summary } from '@/modules/practices/practice.sql'

/** How the statements of the desk call a practice. */
export const deskPractice = Prisma.sql`p`

/** The words and themes that a practice `p` must carry. */
export const deskPracticeConditions = ({ q, tag }: DeskFilter): Prisma.Sql =>
  everyOne([
    ...(tag === undefined ? [] : [Prisma.sql`p.themes @> ARRAY[${tag}]`]),
    ...(q === undefined ? [] : [saysWords(q, Prisma.sql`practice`)]),
  ])

/** Rows of the desk, last changed first. */
export const listDeskPractices = (
  where: Prisma.Sql,
  page: { after: PageKey | null; limit: number; locale: string },
): Prisma.Sql => Prisma.sql`
  SELECT ${summary}, p.status::text AS status, p.version, p.updated_at AS "updatedAt", p.sent_back_reason AS "sentBackReason",
         p.created_by_id AS "createdById", p.territory_id AS "territoryId", jsonb_build_array(p.updated_at::text, p.id) AS key
  FROM practice p ${namesBeside(page.locale)}
  WHERE ${where}
    AND ${page.after === null ? Prisma.sql`TRUE` : Prisma.sql`(p.updated_at, p.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`}
  ORDER BY p.updated_at DESC, p.id DESC LIMIT ${page.limit}`

export const countDeskPractices = (where: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS total FROM practice p WHERE ${where}`
