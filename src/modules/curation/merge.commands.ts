import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Present } from '@/core/present'
import { type Viewer, viewerOf } from '@/core/viewer'
import type { NewActor } from '@/modules/actors/actor.schema'
import { mergeableKind, type MergeableKind } from '@/modules/curation/duplicate.schema'
import { actorRoom, type MergeRoom, relationRoom } from '@/modules/curation/merge-room.commands'
import { canMerge } from '@/modules/curation/merge.policy'
import { type MergeForm, movedSchema, otherSide, type Touched } from '@/modules/curation/merge.schema'
import type { NewRelation } from '@/modules/relations/relation.schema'
import { insertRows, type Transaction } from '@/platform/bulk'
import { inTransaction } from '@/platform/curated'
import { touchData, writeAudit } from '@/platform/history'
import { moveReferences, returnReferences } from '@/platform/references'

/** What follows from a merge is not judged again, whoever keeps the records it touches; history names who merged. */
const handOf = ({ userId, name }: Viewer): Viewer =>
  viewerOf({ userId, name, memberships: [{ role: 'admin', territoryId: null, groupId: null }] })

const mergeColumns = {
  ...{ id: 'uuid', record_kind: 'record_kind', kept_id: 'uuid', merged_id: 'uuid' },
  ...{ moved: 'jsonb', merged_by_id: 'uuid' },
}

/**
 * Two records become one, in one transaction: one stays, with what was chosen field by field; the other is archived, its
 * relations, persons and whatever else points to it move on, its addresses lead to the one that stays. Answers the id of
 * the merge. Throws `not-found`, `forbidden`, `conflict` (one of the two was saved meanwhile), `invalid`, `gone`.
 */
export const mergeRecords = (viewer: Viewer | null, form: MergeForm): Promise<string> =>
  form.kind === 'actor' ? mergeIn(actorRoom, viewer, form) : mergeIn(relationRoom, viewer, form)

async function mergeIn<C extends NewActor | NewRelation>(
  room: MergeRoom<C>,
  viewer: Viewer | null,
  form: MergeForm,
): Promise<string> {
  return inTransaction({}, async (tx) => {
    const found = await room.find(tx, [form.firstId, form.secondId])
    const sides = { first: found.get(form.firstId), second: found.get(form.secondId) }
    const [kept, other] = [sides[form.keep], sides[otherSide(form.keep)]]
    if (!kept || !other || !room.canRead(viewer, kept) || !room.canRead(viewer, other))
      throw new AppError('not-found', 'notFound')
    requireThat(canMerge(viewer, kept, other), viewer)
    if (sides.first?.version !== form.firstVersion || sides.second?.version !== form.secondVersion)
      throw new AppError('conflict', 'mergeStale')
    if (kept.status === 'archived' || other.status === 'archived') throw new AppError('gone', 'gone')
    const taken = new Set(Object.keys(form.choose).filter((part) => form.choose[part] !== form.keep))
    const contents = { kept: kept.content, other: other.content, taken }
    // An address everybody knows must not lead to a draft.
    const status = other.status === 'published' ? 'published' : kept.status
    const hand = handOf(viewer)
    const ids = { from: other.id, to: kept.id }
    const options = { tx, action: 'merge' }
    // The other first: a number that one record in the world may have is free only then.
    const [left] = await room.save(
      hand,
      [{ id: other.id, version: other.version, status: 'archived', content: room.leave(contents) }],
      options,
    )
    const content = room.join([kept.id, other.id], contents)
    const [stayed] = await room.save(hand, [{ id: kept.id, version: kept.version, status, content }], options)
    if (left === undefined || stayed === undefined) throw new AppError('not-found', 'notFound')
    const touched: Touched[] = [
      {
        kind: room.kind,
        id: kept.id,
        version: stayed.version,
        status: kept.status,
        isNew: stayed.outcome !== 'unchanged',
      },
      { kind: room.kind, id: other.id, version: left.version, status: other.status, isNew: true },
      ...(await room.follow(tx, hand, ids)),
    ]
    const moved = { touched, aliases: await lead(tx, room.kind, other, ids), references: await moveReferences(tx, room.references, ids) } // prettier-ignore
    if (stayed.outcome === 'unchanged')
      await writeAudit(tx, room.kind, viewer.userId, [
        { recordId: kept.id, territoryId: kept.territoryId, action: 'merge', changed: [] },
      ])
    const id = newId()
    await insertRows(tx, 'merge', mergeColumns, [
      { id, record_kind: room.kind, kept_id: kept.id, merged_id: other.id, moved, merged_by_id: viewer.userId },
    ])
    await touchData(tx)
    return id
  })
}

/** The other's slug, its id and every address that led to it lead to the record that stays. Answers those that did. */
async function lead(
  tx: Transaction,
  recordKind: MergeableKind,
  other: Present<unknown>,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const older = await tx.slugAlias.findMany({ where: { recordId: from }, select: { slug: true } })
  await tx.slugAlias.updateMany({ where: { recordId: from }, data: { recordId: to } })
  await tx.slugAlias.createMany({ data: [other.slug, other.id].map((slug) => ({ slug, recordKind, recordId: to })) })
  return older.map(({ slug }) => slug)
}

/**
 * Takes a merge back: both records say again what they said, and have again what they had. Throws `not-found`,
 * `forbidden`, `conflict` when it was taken back already or a record it touched was changed after.
 */
export async function undoMerge(viewer: Viewer | null, id: string): Promise<{ kind: MergeableKind; keptId: string }> {
  return inTransaction({}, async (tx) => {
    const merge = await tx.merge.findUnique({ where: { id } })
    if (merge === null) throw new AppError('not-found', 'notFound')
    const kind = mergeableKind.parse(merge.recordKind)
    const { touched, aliases, references } = movedSchema.parse(merge.moved)
    const room = kind === 'actor' ? actorRoom : relationRoom
    const found = await room.find(tx, [merge.keptId, merge.mergedId])
    const [kept, other] = [found.get(merge.keptId), found.get(merge.mergedId)]
    if (!kept || !other || viewer?.can('editor', kept.territoryId) !== true) throw new AppError('not-found', 'notFound')
    requireThat(canMerge(viewer, kept, other), viewer)
    // Of two who press at once one takes it back.
    const { count } = await tx.merge.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: new Date(), undoneById: viewer.userId },
    })
    if (count === 0) throw new AppError('conflict', 'mergeUndone')
    const hand = handOf(viewer)
    const ids = { from: other.id, to: kept.id }
    await restore(tx, actorRoom, hand, touched)
    await restore(tx, relationRoom, hand, touched)
    await returnReferences(tx, references, ids)
    await tx.slugAlias.deleteMany({ where: { slug: { in: [other.slug, other.id] }, recordId: kept.id } })
    await tx.slugAlias.updateMany({ where: { slug: { in: aliases }, recordId: kept.id }, data: { recordId: other.id } })
    await touchData(tx)
    return { kind, keptId: kept.id }
  })
}

/** Gives records back what their history says they said before the merge, the one that stayed first: it holds the numbers. */
async function restore<C extends NewActor | NewRelation>(
  tx: Transaction,
  room: MergeRoom<C>,
  hand: Viewer,
  touched: readonly Touched[],
): Promise<void> {
  const own = touched.filter(({ kind }) => kind === room.kind)
  const ids = own.map(({ id }) => id)
  const present = await room.find(tx, ids)
  for (const { id, version, status, isNew } of own) {
    if (present.get(id)?.version !== version) throw new AppError('conflict', 'mergeChanged')
    if (!isNew) continue
    const { before } = await tx.revision.findFirstOrThrow({ where: { recordKind: room.kind, recordId: id, version } })
    await room.save(hand, [{ id, version, status, content: room.read(before) }], { tx, action: 'undo_merge' })
  }
}
