import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Present } from '@/core/present'
import type { Content } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { findDeskActorIds } from '@/modules/actors/actor-desk.queries'
import { takeBackVerifications, verifyActors, verifyRelations } from '@/modules/curation/verification.commands'
import { type ManySave, saveMany } from '@/modules/desk/bulk-records.commands'
import { endsToPublish, findMany } from '@/modules/desk/bulk-records.queries'
import { canUndoBulk, refusalOf } from '@/modules/desk/bulk.policy'
import { getBulkDeed } from '@/modules/desk/bulk.queries'
import {
  type BulkKind,
  type BulkRecord,
  type BulkRequest,
  filterOfListing,
  mostAtOnce,
} from '@/modules/desk/bulk.schema'
import { canKeepDraft } from '@/modules/desk/draft.policy'
import { findDeskRelationIds } from '@/modules/relations/relation-desk.queries'
import { allowTimeFor, type Transaction } from '@/platform/bulk'
import { inTransaction, type Saved } from '@/platform/curated'

/**
 * One deed over many records of a list, in one transaction: those that may, each of the others with its reason. Answers
 * the id of the deed, by which it can be looked at and undone. Throws `invalid` for nothing, or for too many.
 */
export async function doToMany(viewer: Viewer | null, request: BulkRequest): Promise<string> {
  requireThat(canKeepDraft(viewer), viewer)
  const { kind, deed } = request
  const ids = await chosenIds(viewer, request)
  const id = newId()
  return inTransaction({}, async (tx) => {
    await allowTimeFor(tx, ids.length)
    const found = await findMany(tx, viewer, kind, ids)
    const judged = found.map((record) => ({
      record,
      refused: refusalOf(viewer, deed, record) ?? (deed === 'tag' ? tagRefusal(kind, record, request) : null),
    }))
    const may = judged.filter(({ refused }) => refused === null).map(({ record }) => record)
    const done = may.length === 0 ? [] : await perform(tx, viewer, { id, request, may })
    const seen = new Set(found.map((record) => record.id))
    const left: BulkRecord[] = [
      ...judged.flatMap(({ record, refused }) => (refused === null ? [] : [{ id: record.id, kind, refused }])),
      ...ids.filter((one) => !seen.has(one)).map((one) => ({ id: one, kind, refused: 'notFound' })),
    ]
    const records = [...done, ...left]
    await tx.bulkDeed.create({ data: { id, recordKind: kind, action: deed, userId: viewer.userId, records } })
    return id
  })
}

async function chosenIds(viewer: Viewer, { kind, ids, all, list }: BulkRequest): Promise<string[]> {
  if (all === undefined) return [...new Set(ids)]
  const find = kind === 'actor' ? findDeskActorIds : findDeskRelationIds
  const found = await find(viewer, filterOfListing(list), mostAtOnce + 1)
  if (found.length > mostAtOnce) throw new AppError('invalid', 'tooManyRecords', { max: mostAtOnce })
  return found
}

const tagsField = { actor: 'tags', relation: 'themes' } as const
const mostTags = { actor: 30, relation: 14 }

const tagsOf = (kind: BulkKind, content: Content): string[] => {
  const tags = content[tagsField[kind]]
  return Array.isArray(tags) ? tags.map(String) : []
}

function tagRefusal(kind: BulkKind, { content }: Present<Content>, { addTag = '' }: BulkRequest): string | null {
  const tags = tagsOf(kind, content)
  return tags.includes(addTag) ? 'taggedAlready' : tags.length >= mostTags[kind] ? 'tagsFull' : null
}

type Task = { id: string; request: BulkRequest; may: readonly Present<Content>[] }

async function perform(tx: Transaction, viewer: Viewer, { id, request, may }: Task): Promise<BulkRecord[]> {
  const { kind, deed, addTag = '' } = request
  if (deed === 'verify') {
    const verify = kind === 'actor' ? verifyActors : verifyRelations
    const verified = await verify(
      viewer,
      may.map((record) => record.id),
      { tx },
    )
    return verified.map(({ id: recordId, verifiedAt, before }) => ({
      ...{ id: recordId, kind },
      verified: { at: before.at?.toISOString() ?? null, byId: before.byId, now: verifiedAt.toISOString() },
    }))
  }
  const options = { tx, action: deed, batchId: id }
  const ends =
    deed === 'publish' && kind === 'relation'
      ? await endsToPublish(
          tx,
          viewer,
          may.map(({ content }) => content),
        )
      : []
  const savesOf = (records: readonly Present<Content>[]): ManySave[] =>
    records.map(({ id: recordId, version, status, content }) => ({
      ...{ id: recordId, version },
      status: deed === 'publish' ? 'published' : deed === 'archive' ? 'archived' : status,
      content: deed === 'tag' ? { ...content, [tagsField[kind]]: [...tagsOf(kind, content), addTag] } : content,
    }))
  const shown = ends.length === 0 ? [] : await saveMany(viewer, 'actor', savesOf(ends), options)
  const saved = await saveMany(viewer, kind, savesOf(may), options)
  return [...notedOf('actor', ends, shown), ...notedOf(kind, may, saved)]
}

/** What is kept of each record to undo the deed. */
const notedOf = (kind: BulkKind, before: readonly Present<Content>[], saved: readonly Saved[]): BulkRecord[] =>
  saved.flatMap(({ id, version }) => {
    const old = before.find((record) => record.id === id)
    return old === undefined ? [] : [{ id, kind, before: old.version, after: version, status: old.status }]
  })

/**
 * Takes a deed over many back, for the records nobody touched since; the others stay as they are and are named. Relations
 * before the actors that became public with them. Answers how many came back and how many stayed.
 */
export async function undoBulk(viewer: Viewer | null, id: string): Promise<{ undone: number; left: number }> {
  const deed = await getBulkDeed(viewer, id)
  requireThat(viewer !== null && canUndoBulk(viewer, deed), viewer)
  const done = deed.records.filter(({ refused }) => refused === undefined)
  return inTransaction({}, async (tx) => {
    const { count } = await tx.bulkDeed.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: new Date() } })
    if (count === 0) throw new AppError('conflict', 'alreadyAnswered')
    await allowTimeFor(tx, done.length)
    let undone = 0
    for (const kind of ['relation', 'actor'] as const)
      undone += await takeBack(
        tx,
        viewer,
        kind,
        done.filter((record) => record.kind === kind),
      )
    return { undone, left: done.length - undone }
  })
}

async function takeBack(
  tx: Transaction,
  viewer: Viewer,
  kind: BulkKind,
  records: readonly BulkRecord[],
): Promise<number> {
  const verified = records.flatMap(({ id, verified: given }) =>
    given === undefined
      ? []
      : [
          {
            id,
            verifiedAt: new Date(given.now),
            before: { at: given.at === null ? null : new Date(given.at), byId: given.byId },
          },
        ],
  )
  if (verified.length > 0) return (await takeBackVerifications(viewer, kind, verified, { tx })).length
  const found = await findMany(
    tx,
    viewer,
    kind,
    records.map(({ id }) => id),
  )
  const untouched = found.filter((now) => records.some(({ id, after }) => id === now.id && after === now.version))
  const old = await tx.revision.findMany({
    where: { OR: untouched.map(({ id, version }) => ({ recordId: id, version, state: 'accepted' })) },
    select: { recordId: true, before: true },
  })
  const saves = untouched.flatMap(({ id, version }): ManySave[] => {
    const before = old.find(({ recordId }) => recordId === id)?.before
    const status = records.find((record) => record.id === id)?.status
    if (typeof before !== 'object' || before === null || status === undefined) return []
    return [{ id, version, status, content: { ...before } }]
  })
  if (saves.length > 0) await saveMany(viewer, kind, saves, { tx, action: 'undo' })
  return saves.length
}
