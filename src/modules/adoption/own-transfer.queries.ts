import { z } from 'zod'
import { AppError, requireThat } from '@/core/app-error'
import { inLanguage, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { dayIn } from '@/core/zoned-time'
import { canKeepSomeTransfer, canKeepTransfer } from '@/modules/adoption/transfer.policy'
import {
  type KeptTransfer,
  type OwnTransfer,
  type TransferContent,
  transferContentSchema,
  transferDeed,
} from '@/modules/adoption/transfer.schema'
import { waysTo } from '@/modules/adoption/transfer.sql'
import { canReadPractice } from '@/modules/practices/practice.policy'
import { getRelationSummaries } from '@/modules/relations/relation.queries'
import type { RelationSummary } from '@/modules/relations/relation.schema'
import { territoryIdsWithin } from '@/modules/territories/territory.queries'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

const isoDay = (day: Date | null) => (day === null ? null : day.toISOString().slice(0, 10))

/** A stored transfer as its content. */
const contentOf = (row: {
  state: string
  note: unknown
  workshopTitle: unknown
  workshopOn: Date | null
  workshopUntil: Date | null
  workshopPlace: string | null
  reasons: unknown
  since: string | null
  became: unknown
  links: unknown
  internalNotes: string | null
  relations: readonly { relationId: string }[]
}): TransferContent => {
  const { workshopTitle, workshopOn, workshopUntil, workshopPlace, relations, ...content } = row
  return transferContentSchema.parse({
    ...content,
    workshop:
      workshopTitle === null
        ? null
        : { title: workshopTitle, on: isoDay(workshopOn), until: isoDay(workshopUntil), place: workshopPlace },
    relations: relations.map(({ relationId }) => relationId).sort(),
  })
}

type Pair = { practiceId: string; territoryId: string }

/** What is stored for a practice and a territory, or null. */
export async function findPresentTransfer(client: Transaction, { practiceId, territoryId }: Pair) {
  const row = await client.practiceTransfer.findUnique({
    where: { practiceId_territoryId: { practiceId, territoryId } },
    include: { relations: true },
  })
  return row === null ? null : { id: row.id, version: row.version, demo: row.demo, content: contentOf(row) }
}

/**
 * What is recorded for a practice and one of the viewer's territories, with its history; null = nothing yet. Throws
 * `forbidden`.
 */
export async function getKeptTransfer(viewer: Viewer | null, pair: Pair): Promise<KeptTransfer | null> {
  requireThat(canKeepTransfer(viewer, pair), viewer)
  const present = await findPresentTransfer(db, pair)
  if (present === null) return null
  const changes = await db.practiceTransferChange.findMany({
    where: { transferId: present.id },
    orderBy: { version: 'desc' },
    take: 50,
  })
  const ids = changes.flatMap(({ changedById }) => changedById ?? [])
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? null
  return {
    ...present,
    changes: changes.map(({ version, deed, at, changedById }) => ({
      ...{ version, at, deed: transferDeed.parse(deed) },
      by: nameOf(changedById),
    })),
  }
}

const mostWays = 12
const rowIds = z.array(z.object({ id: z.string() }))

/** Relations by which the practice may have come to the territory, and those already named; for its form. */
export async function findWays(
  { practiceId, territorySlug }: { practiceId: string; territorySlug: string },
  named: readonly string[],
  locale: string,
): Promise<RelationSummary[]> {
  const inside = await territoryIdsWithin(territorySlug)
  const found = rowIds.parse(await db.$queryRaw<unknown[]>(waysTo(practiceId, { inside, limit: mostWays })))
  const ids = [...new Set([...named, ...found.map(({ id }) => id)])]
  const summaries = await getRelationSummaries(ids, locale)
  return ids.flatMap((id) => summaries.find((one) => one.id === id) ?? [])
}

/** Where a practice is at home: where its public organisation in charge is, else where it is curated. */
export async function homeOfPractice(practiceId: string, client: Transaction = db): Promise<string | null> {
  const row = await client.practice.findUnique({
    where: { id: practiceId },
    select: {
      territoryId: true,
      inCharge: { select: { homeTerritoryId: true, status: true, visibility: true } },
    },
  })
  if (row === null) throw new AppError('not-found', 'notFound')
  const isShown = row.inCharge?.status === 'published' && row.inCharge.visibility === 'public'
  return (isShown ? row.inCharge?.homeTerritoryId : null) ?? row.territoryId
}

const nameSchema = localized(200)
const titleSchema = localized(20_000)

/** What is to be done next with a transfer, seen from the day it is there. */
function openOf({ state, workshop }: Pick<TransferContent, 'state' | 'workshop'>, today: string): OwnTransfer['open'] {
  if (state === 'interested') return 'plan'
  if (state !== 'workshop' || workshop === null) return null
  return (workshop.until ?? workshop.on) < today ? 'record' : 'hold'
}

/** Transfers of the viewer's territories: what waits for them first, then the last changed. Throws `forbidden`. */
export async function findOwnTransfers(viewer: Viewer | null, locale: string): Promise<OwnTransfer[]> {
  requireThat(canKeepSomeTransfer(viewer), viewer)
  const rows = await db.practiceTransfer.findMany({
    where: viewer.isAdmin ? {} : { territoryId: { in: [...viewer.territoryIds] } },
    include: {
      relations: true,
      territory: { select: { id: true, slug: true, name: true, timeZone: true } },
      practice: { select: { slug: true, title: true, status: true, visibility: true, territoryId: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  const now = new Date()
  const own = rows.map(({ practice, territory, practiceId, id, version, updatedAt, ...row }): OwnTransfer => {
    const { state, workshop, since } = contentOf(row)
    const title = inLanguage(titleSchema.parse(practice.title), locale)
    return {
      ...{ id, version, practiceId, state, since, updatedAt },
      territory: {
        id: territory.id,
        slug: territory.slug,
        name: inLanguage(nameSchema.parse(territory.name), locale).value,
      },
      practice: canReadPractice(viewer, practice) ? { slug: practice.slug, title } : null,
      workshop: workshop && { on: workshop.on, until: workshop.until, place: workshop.place },
      open: openOf({ state, workshop }, dayIn(territory.timeZone, now)),
    }
  })
  const order = ['record', 'plan', 'hold', null]
  return own.toSorted((a, b) => order.indexOf(a.open) - order.indexOf(b.open))
}

/** Of a practice, the states it has in these territories, by territory. */
export async function statesIn(practiceId: string, territoryIds: readonly string[]) {
  const rows = await db.practiceTransfer.findMany({
    where: { practiceId, territoryId: { in: [...territoryIds] } },
    select: { territoryId: true, state: true },
  })
  return new Map(rows.map(({ territoryId, state }) => [territoryId, state]))
}
