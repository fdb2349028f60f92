import { AppError, requireSeen, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { inLanguage, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import type { TransferDeed, TransferState } from '@/modules/adoption/choices.schema'
import { findPresentTransfer, homeOfPractice } from '@/modules/adoption/own-transfer.queries'
import type { InterestForm, OutcomeForm, TransferAt, WorkshopForm } from '@/modules/adoption/transfer-form.schema'
import { canKeepTransfer } from '@/modules/adoption/transfer.policy'
import { emptyTransfer, type TransferContent, transferContentSchema } from '@/modules/adoption/transfer.schema'
import { canReadPractice } from '@/modules/practices/practice.policy'
import { getRelationSummaries } from '@/modules/relations/relation.queries'
import { findUnknownTerritories } from '@/modules/territories/territory.queries'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData, writeAudit } from '@/platform/history'
import { notifyCoordinators } from '@/platform/notify'

type Pair = { practiceId: string; territoryId: string }
type Options = { demo?: boolean }

/** Marks that a territory is interested in a published practice of another one. Throws as `keepTransfer`. */
export const markInterest = (
  viewer: Viewer | null,
  { note, internalNotes, language: _language, ...at }: InterestForm,
): Promise<Pair> =>
  keepTransfer(viewer, { ...at, deed: 'interest' }, (before) => ({
    ...before,
    note: note ?? null,
    internalNotes: internalNotes ?? null,
  }))

/**
 * Plans the workshop at which a practice is handed over, or changes its plan. Throws as `keepTransfer`; `invalid` for a
 * relation that is not public.
 */
export async function planWorkshop(
  viewer: Viewer | null,
  { title, on, until, place, links, relations, language: _language, ...at }: WorkshopForm,
  options?: Options,
): Promise<Pair> {
  requireThat(canKeepTransfer(viewer, at), viewer)
  await requirePublic(relations ?? [])
  return keepTransfer(viewer, { ...at, deed: 'workshop', options }, (before) => ({
    ...before,
    // A workshop whose plan is corrected later does not take an outcome back.
    state: before.state === 'interested' ? 'workshop' : before.state,
    workshop: { title, on, until: until === undefined || until === on ? null : until, place },
    links: links ?? before.links,
    relations: relations ?? before.relations,
  }))
}

/**
 * Records that a territory adopted a practice, or did not, and why. Also without a workshop, and without interest marked
 * before. Throws as `keepTransfer`; `invalid` for a relation that is not public.
 */
export async function recordOutcome(
  viewer: Viewer | null,
  { outcome, reasons, since, became, links, relations, language: _language, ...at }: OutcomeForm,
  options?: Options,
): Promise<Pair> {
  requireThat(canKeepTransfer(viewer, at), viewer)
  await requirePublic(relations)
  return keepTransfer(viewer, { ...at, deed: 'outcome', options }, (before) => ({
    ...before,
    ...{ state: outcome, reasons, links, relations },
    since: since ?? null,
    became: became ?? null,
  }))
}

/** What everybody is shown to have come by a relation names one that everybody may see. */
async function requirePublic(relations: readonly string[]): Promise<void> {
  const known = new Set((await getRelationSummaries(relations, 'en')).map(({ id }) => id))
  if (relations.some((id) => !known.has(id)))
    throw new AppError('invalid', 'invalid', {}, [{ field: 'relations', message: 'unknown' }])
}

/**
 * Takes the last deed back: what was before it stands again, and nothing at all where it was the first. What was taken
 * back once is not taken back again. Throws as `keepTransfer`, `conflict` where there is nothing to take back.
 */
export async function undoTransfer(viewer: Viewer | null, at: TransferAt): Promise<Pair> {
  return changing(viewer, at, async (tx, { id, version }) => {
    const last = await tx.practiceTransferChange.findUnique({
      where: { transferId_version: { transferId: id, version } },
    })
    if (last === null || last.deed === 'undo') throw new AppError('conflict', 'nothingToUndo')
    if (last.before === null) return 'remove'
    return { deed: 'undo', content: transferContentSchema.parse(last.before) }
  })
}

/** Takes a transfer out that has no outcome: the territory is no longer interested. Throws as `keepTransfer`, `conflict`. */
export async function withdrawTransfer(viewer: Viewer | null, at: TransferAt): Promise<Pair> {
  return changing(viewer, at, async (_tx, { content }) => {
    if (content.state === 'adopted' || content.state === 'not_adopted') throw new AppError('conflict', 'hasOutcome')
    return 'remove'
  })
}

type At = Pair & { version?: number | undefined; deed: TransferDeed; options?: Options | undefined }

/**
 * Writes what a deed makes of a transfer; one that is not there begins with it. Throws `forbidden`, `not-found` for a
 * practice the viewer may not see, `conflict` when somebody was faster, or where the practice cannot be adopted.
 */
async function keepTransfer(
  viewer: Viewer | null,
  { practiceId, territoryId, version, deed, options = {} }: At,
  change: (before: TransferContent) => TransferContent,
): Promise<Pair> {
  const pair = { practiceId, territoryId }
  requireThat(canKeepTransfer(viewer, pair), viewer)
  if (version !== undefined)
    return changing(viewer, { ...pair, version }, async (_tx, { content }) => ({ deed, content: change(content) }))
  await db.$transaction(async (tx) => {
    await requireAdoptable(tx, viewer, pair)
    const id = newId()
    const content = change(emptyTransfer)
    const { demo = false } = options
    const data = { id, ...pair, demo, ...columnsOf(content), updatedById: viewer.userId }
    const { count } = await tx.practiceTransfer.createMany({ data, skipDuplicates: true })
    if (count === 0) throw new AppError('conflict', 'transferChanged')
    await writeRelations(tx, id, content)
    await writeChange(tx, viewer, { id, version: 1, deed, before: null })
    await writeDeed(tx, viewer, pair, `transfer-${deed}`)
    if (!demo) await tellHome(tx, viewer, pair, content)
    await touchData(tx)
  })
  return pair
}

type Present = NonNullable<Awaited<ReturnType<typeof findPresentTransfer>>>
type Next = { deed: TransferDeed; content: TransferContent } | 'remove'

/** Carries a deed out on the transfer that the viewer saw. */
async function changing(
  viewer: Viewer | null,
  { practiceId, territoryId, version }: TransferAt,
  deed: (tx: Transaction, present: Present) => Promise<Next>,
): Promise<Pair> {
  const pair = { practiceId, territoryId }
  requireThat(canKeepTransfer(viewer, pair), viewer)
  const late = () => new AppError('conflict', 'transferChanged')
  await db.$transaction(async (tx) => {
    const present = await findPresentTransfer(tx, pair)
    if (present === null || present.version !== version) throw late()
    const next = await deed(tx, present)
    const where = { id: present.id, version }
    if (next === 'remove') {
      if ((await tx.practiceTransfer.deleteMany({ where })).count === 0) throw late()
      await writeDeed(tx, viewer, pair, 'transfer-withdraw')
    } else {
      const { id, content: before } = present
      const change = { version: version + 1, updatedAt: new Date(), updatedById: viewer.userId }
      const data = { ...columnsOf(next.content), ...change }
      if ((await tx.practiceTransfer.updateMany({ where, data })).count === 0) throw late()
      await writeRelations(tx, id, next.content)
      await writeChange(tx, viewer, { id, version: version + 1, deed: next.deed, before })
      await writeDeed(tx, viewer, pair, `transfer-${next.deed}`)
      if (next.content.state !== before.state && next.deed !== 'undo') await tellHome(tx, viewer, pair, next.content)
    }
    await touchData(tx)
  })
  return pair
}

/** A published practice of somebody else that the viewer may see. */
async function requireAdoptable(tx: Transaction, viewer: Viewer, { practiceId, territoryId }: Pair): Promise<void> {
  const practice = await tx.practice.findUnique({
    where: { id: practiceId },
    select: { status: true, visibility: true, territoryId: true },
  })
  requireSeen(practice !== null && canReadPractice(viewer, practice))
  if (practice.status !== 'published') throw new AppError('conflict', 'practiceNotPublished')
  if ((await homeOfPractice(practiceId, tx)) === territoryId) throw new AppError('conflict', 'practiceAtHome')
  if ((await findUnknownTerritories(new Set([territoryId]), tx)).size > 0)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'territoryId', message: 'unknown' }])
}

const dateOf = (day: string | null | undefined) => (day ? new Date(`${day}T00:00:00Z`) : null)

/** A transfer as columns, without its relations. */
const columnsOf = ({ workshop, relations: _relations, note, reasons, became, ...content }: TransferContent) => ({
  ...content,
  note: note ?? noJson,
  reasons: reasons ?? noJson,
  became: became ?? noJson,
  workshopTitle: workshop?.title ?? noJson,
  workshopOn: dateOf(workshop?.on),
  workshopUntil: dateOf(workshop?.until),
  workshopPlace: workshop?.place ?? null,
})

async function writeRelations(tx: Transaction, transferId: string, { relations }: TransferContent): Promise<void> {
  // One that was erased since a deed is taken back cannot come back with it.
  const there = await tx.relation.findMany({ where: { id: { in: relations } }, select: { id: true } })
  await tx.practiceTransferRelation.deleteMany({ where: { transferId } })
  await tx.practiceTransferRelation.createMany({ data: there.map(({ id }) => ({ transferId, relationId: id })) })
}

const writeChange = (
  tx: Transaction,
  viewer: Viewer,
  { id, version, deed, before }: { id: string; version: number; deed: TransferDeed; before: TransferContent | null },
) =>
  tx.practiceTransferChange.create({
    data: { id: newId(), transferId: id, version, deed, before: before ?? noJson, changedById: viewer.userId },
  })

/** The audit log holds ids, never values: it stays when a transfer is taken out. */
const writeDeed = (tx: Transaction, { userId }: Viewer, { practiceId, territoryId }: Pair, action: string) =>
  writeAudit(tx, 'practice', userId, [{ recordId: practiceId, territoryId, action, changed: [] }])

const notices: Record<TransferState, string> = {
  interested: 'transferInterested',
  workshop: 'transferWorkshop',
  adopted: 'transferAdopted',
  not_adopted: 'transferNotAdopted',
}

/** Tells those who keep the practice what another territory makes of it. */
async function tellHome(
  tx: Transaction,
  viewer: Viewer,
  { practiceId, territoryId }: Pair,
  { state }: TransferContent,
): Promise<void> {
  const practice = await tx.practice.findUniqueOrThrow({
    where: { id: practiceId },
    select: { territoryId: true, title: true },
  })
  const territory = await tx.territory.findUniqueOrThrow({ where: { id: territoryId }, select: { name: true } })
  const said = (text: unknown) => {
    const words = anyText.parse(text)
    return inLanguage(words, words.original).value
  }
  const parameters = { name: said(practice.title), territory: said(territory.name) }
  const record = { kind: 'practice', id: practiceId } as const
  await notifyCoordinators(tx, practice.territoryId, { kind: notices[state], record, parameters }, viewer.userId)
}

const anyText = localized(20_000)
