import { AppError, requireThat } from '@/core/app-error'
import { fold } from '@/core/fold'
import type { Viewer } from '@/core/viewer'
import { canClaim, canDecideTransfer, canErase, canRehome } from '@/modules/curation/custody.policy'
import { getCustody, homesOfRecord } from '@/modules/curation/custody.queries'
import type { Claim, DecideTransfer, Erase, Move } from '@/modules/curation/custody.schema'
import { findCuratedRecords } from '@/modules/curation/curated-record.queries'
import { type CuratedRecord, mergeableKind, type MergeableKind } from '@/modules/curation/duplicate.schema'
import { actorRoom, relationRoom } from '@/modules/curation/merge-room.commands'
import type { Transaction } from '@/platform/bulk'
import { inTransaction } from '@/platform/curated'
import { touchData, writeAudit, writeHistory } from '@/platform/history'
import { notifyCoordinators } from '@/platform/notify'

type Handed = { kind: MergeableKind; id: string; version: number; to: string | null; action: string; reason?: string }

/** A record of both kinds as it is kept now. */
async function keptRecord(viewer: Viewer | null, kind: MergeableKind, id: string): Promise<CuratedRecord> {
  return (await getCustody(viewer, { kind, id }, 'en')).record
}

/** Takes a record over from the commons. Throws `not-found`, `forbidden`, `conflict`. */
export async function claimRecord(viewer: Viewer | null, said: Claim): Promise<void> {
  const record = await keptRecord(viewer, said.kind, said.id)
  const homes = await homesOfRecord(said.kind, said.id)
  requireThat(canClaim(viewer, record, { territoryId: said.territoryId, homes }), viewer)
  await inTransaction({}, (tx) => handOver(tx, viewer, { ...said, to: said.territoryId, action: 'claim' }))
}

/** Gives a record to another curator. Throws `not-found`, `forbidden`, `conflict`, `invalid` (no such territory, or its own). */
export async function moveRecord(viewer: Viewer | null, said: Move): Promise<void> {
  const record = await keptRecord(viewer, said.kind, said.id)
  requireThat(canRehome(viewer), viewer)
  const to = said.territoryId === 'commons' ? null : said.territoryId
  if (to === record.territoryId)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'territoryId', message: 'choose' }])
  await inTransaction({}, async (tx) => {
    if (to !== null && (await tx.territory.count({ where: { id: to } })) === 0)
      throw new AppError('invalid', 'invalid', {}, [{ field: 'territoryId', message: 'unknown' }])
    const { kind, id, version, reason } = said
    await handOver(tx, viewer, { kind, id, version, to, action: 'move', ...(reason !== undefined && { reason }) })
    const parameters = { name: record.name }
    const notice = { record: { kind, id }, parameters }
    await notifyCoordinators(tx, record.territoryId, { kind: 'recordMovedAway', ...notice }, viewer.userId)
    await notifyCoordinators(tx, to, { kind: 'recordMovedHere', ...notice }, viewer.userId)
  })
}

/** The other territory takes a record whose holder lives there, or leaves it where it is. Throws as above. */
export async function decideTransfer(viewer: Viewer | null, { id, decision }: DecideTransfer): Promise<void> {
  await inTransaction({}, async (tx) => {
    const transfer = await tx.curationTransfer.findUnique({ where: { id } })
    if (transfer === null || (viewer !== null && !viewer.can('editor', transfer.toTerritoryId)))
      throw new AppError('not-found', 'notFound')
    requireThat(canDecideTransfer(viewer, transfer), viewer)
    const isTaken = decision === 'accept'
    const { count } = await tx.curationTransfer.updateMany({
      where: { id, state: 'open' },
      data: { state: isTaken ? 'accepted' : 'declined', decidedById: viewer.userId, decidedAt: new Date() },
    })
    if (count === 0) throw new AppError('conflict', 'transferClosed')
    const kind = mergeableKind.parse(transfer.recordKind)
    const record = (await findCuratedRecords(kind, [transfer.recordId], 'en')).get(transfer.recordId)
    if (record === undefined) throw new AppError('not-found', 'notFound')
    const at = { kind, id: record.id, version: record.version }
    if (isTaken) await handOver(tx, viewer, { ...at, to: transfer.toTerritoryId, action: 'transfer' })
    const notice = { record: { kind, id: record.id }, parameters: { name: record.name } }
    const words = isTaken ? 'transferAccepted' : 'transferDeclined'
    await notifyCoordinators(tx, transfer.fromTerritoryId, { kind: words, ...notice }, viewer.userId)
  })
}

/** Changes the curator: a version of its own in history, and whatever waits about the record waits there now. */
async function handOver(
  tx: Transaction,
  viewer: Viewer,
  { kind, id, version, to, action, reason }: Handed,
): Promise<void> {
  const room = kind === 'actor' ? actorRoom : relationRoom
  const present = (await room.find(tx, [id])).get(id)
  if (present === undefined) throw new AppError('not-found', 'notFound')
  const where = { id, version, territoryId: present.territoryId }
  const data = { territoryId: to, version: version + 1, updatedById: viewer.userId, updatedAt: new Date() }
  const { count } =
    kind === 'actor' ? await tx.actor.updateMany({ where, data }) : await tx.relation.updateMany({ where, data })
  if (count === 0) throw new AppError('conflict', 'custodyStale')
  const of = { recordKind: kind, recordId: id }
  await tx.suggestion.updateMany({ where: { ...of, decidedAt: null }, data: { territoryId: to } })
  await tx.verificationRequest.updateMany({ where: { ...of, answeredAt: null }, data: { territoryId: to } })
  await tx.revision.updateMany({ where: { ...of, state: 'pending' }, data: { territoryId: to } })
  await tx.curationTransfer.updateMany({
    where: { recordId: id, state: 'open' },
    data: { state: 'withdrawn', decidedById: viewer.userId, decidedAt: new Date() },
  })
  const versions = { baseVersion: version, version: version + 1 }
  await writeHistory(tx, kind, viewer, [
    {
      ...{ recordId: id, territoryId: to, action, changed: ['territoryId'], ...versions },
      ...{ before: present.content, after: present.content, reason },
    },
  ])
  await touchData(tx)
}

/**
 * Erases a record for good, with those that became part of it, their history and whatever waits about them. The log keeps
 * their ids. Throws `not-found`, `forbidden`, `conflict`, `invalid` (another name was typed, or relations name it).
 */
export async function eraseRecord(viewer: Viewer | null, said: Erase, locale: string): Promise<void> {
  const { record, ties } = await getCustody(viewer, said, locale)
  requireThat(canErase(viewer), viewer)
  if (fold(said.name) !== fold(record.name))
    throw new AppError('invalid', 'invalid', {}, [{ field: 'name', message: 'eraseName' }])
  if (ties.length > 0) throw new AppError('invalid', 'eraseTies')
  const { kind, id, version } = said
  await inTransaction({}, async (tx) => {
    const merges = await tx.merge.findMany({ where: { recordKind: kind, keptId: id, undoneAt: null } })
    const parts = merges.map(({ mergedId }) => mergedId)
    await forgetAbout(tx, kind, [id, ...parts])
    const remove = (where: { id: { in: string[] } } | { id: string; version: number }) =>
      kind === 'actor' ? tx.actor.deleteMany({ where }) : tx.relation.deleteMany({ where })
    const { count } = await remove({ id, version })
    if (count === 0) throw new AppError('conflict', 'custodyStale')
    await remove({ id: { in: parts } })
    const { territoryId } = record
    const entries = [id, ...parts].map((recordId) => ({ recordId, territoryId, action: 'erase', changed: [] }))
    await writeAudit(tx, kind, viewer.userId, entries)
    await touchData(tx)
  })
}

/** Removes what other tables hold of records. Rows that hang on a record by a key of the database go with it. */
async function forgetAbout(tx: Transaction, recordKind: MergeableKind, ids: string[]): Promise<void> {
  const of = { recordKind, recordId: { in: ids } }
  await tx.revision.deleteMany({ where: of })
  await tx.suggestion.deleteMany({ where: of })
  await tx.verificationRequest.deleteMany({ where: of })
  await tx.notification.deleteMany({ where: of })
  await tx.slugAlias.deleteMany({ where: of })
  await tx.attachment.deleteMany({ where: of })
  await tx.removedFile.deleteMany({ where: of })
  await tx.fileName.deleteMany({ where: of })
  await tx.curationTransfer.deleteMany({ where: of })
  await tx.importRow.updateMany({ where: of, data: { recordId: null } })
  await tx.formDraft.deleteMany({ where: { form: recordKind, recordId: { in: ids } } })
  await tx.notDuplicate.deleteMany({ where: { OR: [{ firstId: { in: ids } }, { secondId: { in: ids } }] } })
  await tx.merge.deleteMany({ where: { OR: [{ keptId: { in: ids } }, { mergedId: { in: ids } }] } })
  if (recordKind === 'actor') {
    await tx.practiceActor.deleteMany({ where: { actorId: { in: ids } } })
    await tx.actionActor.deleteMany({ where: { actorId: { in: ids } } })
    await tx.activityParticipant.deleteMany({ where: { actorId: { in: ids } } })
    await tx.introductionStep.deleteMany({ where: { actorId: { in: ids } } })
  } else {
    await tx.practiceRelation.deleteMany({ where: { relationId: { in: ids } } })
    await tx.activityRelation.deleteMany({ where: { relationId: { in: ids } } })
    await tx.actionLesson.deleteMany({ where: { relationId: { in: ids }, practiceId: null } })
    await tx.introductionStep.deleteMany({ where: { relationId: { in: ids } } })
  }
}
