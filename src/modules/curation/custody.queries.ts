import { AppError, requireThat } from '@/core/app-error'
import { namedTerritory } from '@/core/curated'
import { isId } from '@/core/id'
import type { Page } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { findCuratedRecords } from '@/modules/curation/curated-record.queries'
import { canClaim, canErase } from '@/modules/curation/custody.policy'
import { type Transfer, transferSchema } from '@/modules/curation/custody.schema'
import { type CuratedRecord, mergeableKind, type MergeableKind } from '@/modules/curation/duplicate.schema'
import { canReadRelation } from '@/modules/relations/relation.policy'
import { db } from '@/platform/db'
import { totalOf } from '@/platform/list'

/** Territories where a record is at home: an actor in its own, a relation in those of its parties. */
export async function homesOfRecord(kind: MergeableKind, id: string): Promise<string[]> {
  if (kind === 'actor') {
    const row = await db.actor.findUnique({ where: { id }, select: { homeTerritoryId: true } })
    return row?.homeTerritoryId ? [row.homeTerritoryId] : []
  }
  const parties = await db.relationParty.findMany({
    where: { relationId: id },
    select: { homeTerritoryId: true, actor: { select: { homeTerritoryId: true } } },
  })
  const ids = parties.map(({ homeTerritoryId, actor }) => actor?.homeTerritoryId ?? homeTerritoryId)
  return [...new Set(ids.filter((home) => home !== null))]
}

const canRead = { actor: canReadActor, relation: canReadRelation }

type Custody = {
  record: CuratedRecord
  /** Territories that may take it over from the commons, in this viewer's hands. */
  claimants: string[]
  /** What has to go before it can be erased. */
  ties: CuratedRecord[]
}

/** Who keeps a record, and what this viewer may do about it. Throws `not-found`, `forbidden` (nothing). */
export async function getCustody(
  viewer: Viewer | null,
  { kind, id }: { kind: MergeableKind; id: string },
  locale: string,
): Promise<Custody> {
  const record = isId(id) ? (await findCuratedRecords(kind, [id], locale)).get(id) : undefined
  if (record === undefined || !canRead[kind](viewer, record)) throw new AppError('not-found', 'notFound')
  const claimants = await findClaimants(viewer, kind, record)
  requireThat(claimants.length > 0 || viewer?.isAdmin === true, viewer)
  return { record, claimants, ties: canErase(viewer) ? await tiesOf(kind, id, locale) : [] }
}

/** The territories for which this viewer may claim a record. */
export async function findClaimants(
  viewer: Viewer | null,
  kind: MergeableKind,
  record: Pick<CuratedRecord, 'id' | 'territoryId' | 'status'>,
): Promise<string[]> {
  if (viewer === null || record.territoryId !== null) return []
  const homes = await homesOfRecord(kind, record.id)
  return homes.filter((territoryId) => canClaim(viewer, record, { territoryId, homes }))
}

/** Relations that would lose a party or their holder. */
async function tiesOf(kind: MergeableKind, id: string, locale: string): Promise<CuratedRecord[]> {
  if (kind === 'relation') return []
  const rows = await db.relation.findMany({
    where: { OR: [{ holderId: id }, { parties: { some: { actorId: id } } }] },
    select: { id: true },
    take: 50,
  })
  return [...(await findCuratedRecords('relation', rows.map(({ id: relation }) => relation), locale)).values()] // prettier-ignore
}

/** Records that should come to the territories this viewer coordinates, oldest first. */
export async function findTransfers(
  viewer: Viewer,
  { limit, after, locale }: { limit: number; after: string | null; locale: string },
): Promise<Page<Transfer>> {
  const own = viewer.territoryIds.filter((id) => viewer.can('coordinator', id))
  const where = { state: 'open' as const, toTerritoryId: { in: own } }
  const rows = await db.curationTransfer.findMany({
    where,
    include: { toTerritory: { select: { id: true, slug: true, name: true } } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    ...(after !== null && isId(after) && { cursor: { id: after }, skip: 1 }),
  })
  const total = await totalOf(rows, { after, limit }, () => db.curationTransfer.count({ where }))
  const page = rows.slice(0, limit)
  const idsOf = (kind: MergeableKind) => page.filter((row) => row.recordKind === kind).map(({ recordId }) => recordId)
  const [actors, relations] = await Promise.all([
    findCuratedRecords('actor', idsOf('actor'), locale),
    findCuratedRecords('relation', idsOf('relation'), locale),
  ])
  return {
    total,
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    rows: page.flatMap(({ id, recordKind, recordId, openedAt, toTerritory }) => {
      const kind = mergeableKind.parse(recordKind)
      const record = (kind === 'actor' ? actors : relations).get(recordId)
      if (record === undefined) return []
      return [transferSchema.parse({ id, kind, record, openedAt, to: namedTerritory(toTerritory, locale) })]
    }),
  }
}
