// What a save leaves behind beside the records: history, proposals, and who hears of it.
import { AppError } from '@/core/app-error'
import type { RecordKind } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import type { Transaction } from '@/platform/bulk'
import { historyOf, inTransaction, isWritten, type Planned, type SaveOptions } from '@/platform/curated'
import { dropProposal, writeAudit, writeHistory } from '@/platform/history'
import { notifyCoordinators, type Notice, notifyUsers } from '@/platform/notify'

type Move = Pick<
  Planned<unknown>,
  'id' | 'label' | 'outcome' | 'from' | 'status' | 'territoryId' | 'createdById' | 'sentBackReason'
>

const toCoordinators = ({ outcome, from, status }: Move): string | null =>
  outcome === 'proposed' ? 'proposed' : status === 'submitted' && from !== 'submitted' ? 'submitted' : null

const toAuthors = ({ from, status }: Move): string | null =>
  status === 'published' && (from === 'draft' || from === 'submitted')
    ? 'published'
    : status === 'draft' && from === 'submitted'
      ? 'sentBack'
      : null

/** More of one sort in one save are told in one notice. */
const most = 5

/** One notice per record, or one that counts them. */
function noticesOf(kind: RecordKind, word: string, moves: readonly Move[]): Notice[] {
  if (moves.length > most) return [{ kind: `${word}Many`, parameters: { count: moves.length } }]
  return moves.map(({ id, label, sentBackReason }) => ({
    kind: word,
    record: { kind, id },
    parameters: { name: label, record: kind, reason: sentBackReason ?? '' },
  }))
}

/** Items by what `keyOf` says of them; null = left out. */
function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | null): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

/** Writes the history of one save and tells of it, in its transaction. */
export async function recordSave(
  tx: Transaction,
  kind: RecordKind,
  viewer: Viewer,
  { plans, options }: { plans: readonly Planned<unknown>[]; options: SaveOptions },
): Promise<void> {
  const { userId } = viewer
  await writeHistory(tx, kind, { ...viewer, batchId: options.batchId }, historyOf(plans, options))
  // Who proposes what the record says already takes an earlier proposal back.
  for (const { id, outcome } of plans)
    if (options.proposal === true && outcome === 'unchanged') await dropProposal(tx, kind, { recordId: id, userId })
  // Files are imported in silence: their batch has a page of its own.
  if (options.writer === undefined || options.writer === 'person') await tellOfMoves(tx, kind, userId, plans)
}

/** Coordinators hear of what waits for them, authors of what became of theirs. */
async function tellOfMoves(
  tx: Transaction,
  kind: RecordKind,
  userId: string,
  plans: readonly Planned<unknown>[],
): Promise<void> {
  const moves = plans.filter((plan) => isWritten(plan) || plan.outcome === 'proposed')
  for (const [word, some] of grouped(moves, toCoordinators))
    for (const [territoryId, those] of grouped(some, (move) => move.territoryId ?? 'commons'))
      for (const notice of noticesOf(kind, word, those))
        await notifyCoordinators(tx, territoryId === 'commons' ? null : territoryId, notice, userId)
  for (const [word, some] of grouped(moves, toAuthors)) {
    const authors = await authorsOf(tx, some)
    for (const [author, those] of grouped(authors, ([userIdOfAuthor]) => userIdOfAuthor))
      for (const notice of noticesOf(
        kind,
        word,
        those.map(([, move]) => move),
      ))
        await notifyUsers(tx, [author], notice, userId)
  }
}

/** Who made and who submitted each record. */
async function authorsOf(tx: Transaction, moves: readonly Move[]): Promise<[userId: string, move: Move][]> {
  const submitted = await tx.revision.findMany({
    where: { recordId: { in: moves.map(({ id }) => id) }, action: 'submit', authorId: { not: null } },
    select: { recordId: true, authorId: true },
    distinct: ['recordId', 'authorId'],
  })
  return moves.flatMap((move) => {
    const ids = [
      move.createdById,
      ...submitted.filter(({ recordId }) => recordId === move.id).map((one) => one.authorId),
    ]
    return [...new Set(ids)].flatMap((id): [string, Move][] => (id === null ? [] : [[id, move]]))
  })
}

/** Removes a record nobody outside its territory ever saw, and what was written of it. The audit log keeps that it was. */
export async function discardDraft(
  kind: 'actor' | 'relation' | 'practice',
  userId: string,
  { id, version, territoryId }: { id: string; version: number; territoryId: string | null },
): Promise<void> {
  const where = { id, version, status: 'draft', publishedAt: null } as const
  await inTransaction({}, async (tx) => {
    if (await isNamed[kind](tx, id)) throw new AppError('invalid', 'stillNamed')
    const { count } = await deleteFrom[kind](tx, where)
    if (count === 0) throw new AppError('conflict', 'recordMoved')
    await tx.revision.deleteMany({ where: { recordKind: kind, recordId: id } })
    await tx.formDraft.deleteMany({ where: { form: kind, recordId: id } })
    await tx.attachment.deleteMany({ where: { recordKind: kind, recordId: id } })
    await tx.removedFile.deleteMany({ where: { recordKind: kind, recordId: id } })
    await tx.fileName.deleteMany({ where: { recordKind: kind, recordId: id } })
    await writeAudit(tx, kind, userId, [{ recordId: id, territoryId, action: 'discard', changed: [] }])
  })
}

type DraftAt = { id: string; version: number; status: 'draft'; publishedAt: null }
const deleteFrom = {
  actor: (tx: Transaction, where: DraftAt) => tx.actor.deleteMany({ where }),
  relation: (tx: Transaction, where: DraftAt) => tx.relation.deleteMany({ where }),
  practice: (tx: Transaction, where: DraftAt) => tx.practice.deleteMany({ where }),
}

/** Whether another record names it: most of these columns would be emptied in silence. */
const isNamed = {
  actor: async (tx: Transaction, id: string) =>
    (await tx.relationParty.count({ where: { actorId: id } })) > 0 ||
    (await tx.relation.count({ where: { holderId: id } })) > 0 ||
    (await tx.actor.count({ where: { OR: [{ parentId: id }, { successorId: id }] } })) > 0 ||
    (await tx.practice.count({ where: { OR: [{ inChargeId: id }, { actors: { some: { actorId: id } } }] } })) > 0,
  relation: async (tx: Transaction, id: string) => (await tx.practiceRelation.count({ where: { relationId: id } })) > 0,
  practice: async (tx: Transaction, id: string) =>
    (await tx.roundPractice.count({ where: { practiceId: id } })) > 0 ||
    (await tx.actionLesson.count({ where: { practiceId: id } })) > 0 ||
    (await tx.activityPractice.count({ where: { practiceId: id } })) > 0,
}
