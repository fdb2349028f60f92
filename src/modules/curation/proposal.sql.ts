import type { PageKey } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'

// A proposal belongs to whoever curates its record now, not to whoever did when it was written.
const curator = Prisma.sql`coalesce(a.territory_id, r.territory_id, p.territory_id)`
const records = Prisma.sql`
  LEFT JOIN actor a ON v.record_kind = 'actor' AND a.id = v.record_id
  LEFT JOIN relation r ON v.record_kind = 'relation' AND r.id = v.record_id
  LEFT JOIN practice p ON v.record_kind = 'practice' AND p.id = v.record_id`

/** What waits for the coordinator of these territories (null = an admin's: all and the commons). */
export const waitingFor = (territoryIds: readonly string[] | null): Prisma.Sql =>
  Prisma.sql`v.state = 'pending' AND coalesce(a.id, r.id, p.id) IS NOT NULL
    AND ${territoryIds === null ? Prisma.sql`TRUE` : Prisma.sql`${curator} = ANY(${territoryIds}::uuid[])`}`

/** What this author proposed in these territories: what waits, and what was answered in the last thirty days. */
export const proposedBy = (userId: string, territoryIds: readonly string[]): Prisma.Sql =>
  Prisma.sql`v.author_id = ${userId}::uuid AND ${curator} = ANY(${territoryIds}::uuid[])
    AND (v.state = 'pending' OR (v.decided_at > now() - interval '30 days' AND v.decided_by_id IS NOT NULL))`

export const listProposals = (
  where: Prisma.Sql,
  page: { after: PageKey | null; limit: number },
): Prisma.Sql => Prisma.sql`
  SELECT v.id, v.record_kind::text AS kind, v.record_id, v.state::text AS state, v.created_at, v.answer,
         coalesce(b.file_name, u.name) AS author, b.id IS NOT NULL AS is_import,
         jsonb_build_array(v.created_at::text, v.id) AS key
  FROM revision v ${records}
  LEFT JOIN "user" u ON u.id = v.author_id LEFT JOIN import_batch b ON b.id = v.batch_id
  WHERE ${where}
    AND ${page.after === null ? Prisma.sql`TRUE` : Prisma.sql`(v.created_at, v.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`}
  ORDER BY v.created_at DESC, v.id DESC LIMIT ${page.limit}`

export const countProposals = (where: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS total FROM revision v ${records} WHERE ${where}`

export const only = (id: string): Prisma.Sql => Prisma.sql`v.id = ${id}::uuid`
