import type { PageKey } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'

// A file belongs to whoever curates its record now.
const waiting = (territoryIds: readonly string[] | null): Prisma.Sql => Prisma.sql`
  FROM attachment f
  LEFT JOIN actor a ON f.record_kind = 'actor' AND a.id = f.record_id
  LEFT JOIN relation r ON f.record_kind = 'relation' AND r.id = f.record_id
  LEFT JOIN practice p ON f.record_kind = 'practice' AND p.id = f.record_id
  WHERE f.pending AND coalesce(a.id, r.id, p.id) IS NOT NULL
    AND ${territoryIds === null ? Prisma.sql`TRUE` : Prisma.sql`coalesce(a.territory_id, r.territory_id, p.territory_id) = ANY(${territoryIds}::uuid[])`}`

/** Files that wait for the coordinators of these territories (null = all and the commons), newest first. */
export const listWaitingFiles = (
  territoryIds: readonly string[] | null,
  page: { after: PageKey | null; limit: number },
): Prisma.Sql => Prisma.sql`
  SELECT f.id, f.record_kind::text AS kind, f.record_id AS "recordId", coalesce(f.title, f.file_name) AS name,
         f.created_at AS "createdAt", jsonb_build_array(f.created_at::text, f.id) AS key
  ${waiting(territoryIds)}
    AND ${page.after === null ? Prisma.sql`TRUE` : Prisma.sql`(f.created_at, f.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`}
  ORDER BY f.created_at DESC, f.id DESC LIMIT ${page.limit}`

export const countWaitingFiles = (territoryIds: readonly string[] | null): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS total ${waiting(territoryIds)}`
