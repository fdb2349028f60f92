import { AppError, requireThat } from '@/core/app-error'
import { namedTerritory, type RecordStatus } from '@/core/curated'
import { isId } from '@/core/id'
import type { Page } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import type { Prisma } from '@/generated/prisma/client'
import { canContest, canReadContest } from '@/modules/curation/contest.policy'
import { type Contest, contestSchema } from '@/modules/curation/contest.schema'
import { findCuratedRecords } from '@/modules/curation/curated-record.queries'
import type { CuratedRecord } from '@/modules/curation/duplicate.schema'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { db } from '@/platform/db'
import { totalOf } from '@/platform/list'

const end = { select: { territoryId: true, homeTerritoryId: true } } as const

/** Territories at the ends of a relation: where its parties are at home, and who keeps their records. */
async function endsOf(relationId: string): Promise<string[]> {
  const parties = await db.relationParty.findMany({
    where: { relationId },
    select: { homeTerritoryId: true, actor: end },
  })
  const ids = parties.flatMap(({ homeTerritoryId, actor }) => [
    ...[homeTerritoryId, actor?.homeTerritoryId, actor?.territoryId],
  ])
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))]
}

type Of = { id: string; territoryId: string | null; status: RecordStatus }

/** The territories for which this viewer may contest a relation and did not yet, by name. */
export async function findContesters(
  viewer: Viewer | null,
  relation: Of,
  locale = 'en',
): Promise<{ id: string; slug: string; name: string }[]> {
  if (viewer === null) return []
  const ends = await endsOf(relation.id)
  const own = ends.filter((territoryId) => canContest(viewer, relation, { territoryId, ends }))
  if (own.length === 0) return []
  const rows = await db.territory.findMany({
    where: { id: { in: own }, contests: { none: { relationId: relation.id, state: 'open' } } },
    select: { id: true, slug: true, name: true },
  })
  return rows.flatMap((row) => namedTerritory(row, locale) ?? []).sort((a, b) => a.name.localeCompare(b.name, locale))
}

/**
 * A relation as the page of a contest names it, and the territories for which this viewer may contest it. Throws
 * `not-found`, `gone`, `forbidden` (none).
 */
export async function getContestable(
  viewer: Viewer | null,
  relationId: string,
  locale: string,
): Promise<{ relation: CuratedRecord; territories: { id: string; name: string }[] }> {
  const { id } = await getRelation(viewer, relationId, locale)
  const relation = (await findCuratedRecords('relation', [id], locale)).get(id)
  if (relation === undefined) throw new AppError('not-found', 'notFound')
  const territories = await findContesters(viewer, relation, locale)
  requireThat(territories.length > 0, viewer)
  return { relation, territories }
}

/** Whether this territory has contested this relation and waits for the answer. */
export const isContestedBy = async (of: { relationId: string; territoryId: string }): Promise<boolean> =>
  (await db.contest.count({ where: { relationId: of.relationId, territoryId: of.territoryId, state: 'open' } })) > 0

const wanted = { territory: { select: { id: true, slug: true, name: true } } } as const
type Row = { relationId: string; territory: { id: string; slug: string; name: unknown } }

async function shown<One extends Row>(rows: readonly One[], locale: string): Promise<Contest[]> {
  const relations = await findCuratedRecords('relation', rows.map(({ relationId }) => relationId), locale) // prettier-ignore
  return rows.flatMap((row) => {
    const relation = relations.get(row.relationId)
    if (relation === undefined) return []
    return [contestSchema.parse({ ...row, relation, territory: namedTerritory(row.territory, locale) })]
  })
}

/** One contest, for those who work at one of its ends; to everybody else it is not there. */
export async function getContest(viewer: Viewer | null, id: string, locale: string): Promise<Contest> {
  const row = isId(id) ? await db.contest.findUnique({ where: { id }, include: wanted }) : null
  const [contest] = row === null ? [] : await shown([row], locale)
  if (row === null || contest === undefined) throw new AppError('not-found', 'notFound')
  if (!canReadContest(viewer, { contest: row, relation: contest.relation })) {
    if (viewer === null) requireThat(false, viewer)
    throw new AppError('not-found', 'notFound')
  }
  return contest
}

const coordinated = (viewer: Viewer): string[] => viewer.territoryIds.filter((id) => viewer.can('coordinator', id))

type Asked = { limit: number; after: string | null; locale: string }

/** A page of contests; its key is the id of its last row. */
async function pageOf(
  where: Prisma.ContestWhereInput,
  { limit, after, locale }: Asked,
  order: 'asc' | 'desc',
): Promise<Page<Contest>> {
  const rows = await db.contest.findMany({
    ...{ where, include: wanted, orderBy: [{ openedAt: order }, { id: order }], take: limit + 1 },
    ...(after !== null && isId(after) && { cursor: { id: after }, skip: 1 }),
  })
  const total = await totalOf(rows, { after, limit }, () => db.contest.count({ where }))
  const page = rows.slice(0, limit)
  return { rows: await shown(page, locale), total, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** Open contests of relations that this viewer curates, oldest first. What the commons hold waits for administrators. */
export const findContestsToAnswer = (viewer: Viewer, asked: Asked): Promise<Page<Contest>> =>
  pageOf(
    {
      state: 'open',
      relation: {
        OR: [{ territoryId: { in: coordinated(viewer) } }, ...(viewer.isAdmin ? [{ territoryId: null }] : [])],
      },
    },
    asked,
    'asc',
  )

/** Contests of this viewer's territories that are open, or were answered in the last 30 days, last first. */
export const findOwnContests = (viewer: Viewer, asked: Asked): Promise<Page<Contest>> =>
  pageOf(
    {
      territoryId: { in: coordinated(viewer) },
      OR: [
        { state: 'open' },
        { state: { not: 'withdrawn' }, answeredAt: { gte: new Date(Date.now() - 30 * 86_400_000) } },
      ],
    },
    asked,
    'desc',
  )
