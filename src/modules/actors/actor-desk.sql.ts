import type { DeskFilter } from '@/core/curated'
import { fold } from '@/core/fold'
import { like } from '@/core/like'
import type { PageKey } from '@/core/page'
import { Prisma } from '@/generated/prisma/client'
import { home, publicSummary, shownLabel } from '@/modules/actors/actor.sql'
import { freshness } from '@/modules/actors/condition.sql'
import { all } from '@/platform/condition'

/**
 * What the desk asks of a curated record, whose table is called `a` (actor) or `r` (relation) in the statement: only
 * the viewer's territories (null = an admin's: all), whatever its state.
 */
export function deskConditions(
  { territoryIds, status, sentBack, toConfirm }: DeskFilter,
  ownTerritoryIds: readonly string[] | null,
  of: Prisma.Sql,
): Prisma.Sql {
  const conditions: Prisma.Sql[] = []
  for (const ids of [ownTerritoryIds, territoryIds ?? null])
    if (ids !== null) conditions.push(Prisma.sql`${of}.territory_id = ANY(${ids}::uuid[])`)
  if (status !== undefined) conditions.push(Prisma.sql`${of}.status = ANY(${status}::record_status[])`)
  if (sentBack !== undefined) conditions.push(Prisma.sql`(${of}.sent_back_reason IS NOT NULL) = ${sentBack}`)
  if (toConfirm === true) {
    const at = Prisma.sql`${of}.verified_at`
    conditions.push(Prisma.sql`(${at} IS NULL OR NOT (${freshness(at, 'fresh')}))`)
  }
  return all(conditions)
}

/** How the statements of the desk call an actor. */
export const deskActor = Prisma.sql`a`

/** The words and tags that an actor `a` must carry. */
export function deskActorConditions({ q, tag }: DeskFilter): Prisma.Sql {
  const conditions: Prisma.Sql[] = []
  if (tag !== undefined) conditions.push(Prisma.sql`a.tags @> ARRAY[${tag}]`)
  if (q !== undefined)
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM actor_name n WHERE n.actor_id = a.id AND n.folded LIKE ${like(fold(q))})`,
    )
  return all(conditions)
}

/** The ids of those that match, last changed first: `after` is the moment and the id of the last one before. */
export const idsOfDeskActors = (
  where: Prisma.Sql,
  { after, limit }: { after: PageKey | null; limit: number },
): Prisma.Sql => Prisma.sql`
  SELECT a.id FROM actor a
  WHERE ${where}
    AND ${after === null ? Prisma.sql`TRUE` : Prisma.sql`(a.updated_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
  ORDER BY a.updated_at DESC, a.id DESC LIMIT ${limit}`

/** Rows of the desk, last changed first. */
export const listDeskActors = (ids: readonly string[], locale: string): Prisma.Sql => Prisma.sql`
  SELECT ${publicSummary(locale)}, a.status::text AS status, a.version, a.updated_at, a.sent_back_reason,
         jsonb_build_array(a.updated_at::text, a.id) AS key
  FROM actor a ${shownLabel(locale)} ${home}
  WHERE a.id = ANY(${ids}::uuid[])
  ORDER BY a.updated_at DESC, a.id DESC`

export const countDeskActors = (where: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT count(*)::int AS total FROM actor a WHERE ${where}`
