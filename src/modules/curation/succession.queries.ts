import { AppError, requireThat } from '@/core/app-error'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { canPublishActor, canReadActor } from '@/modules/actors/actor.policy'
import { findCuratedRecords } from '@/modules/curation/curated-record.queries'
import type { CuratedRecord } from '@/modules/curation/duplicate.schema'
import { canPublishRelation, canReadRelation } from '@/modules/relations/relation.policy'
import { db } from '@/platform/db'

type Succession = {
  before: CuratedRecord
  after: CuratedRecord
  /** Relations of the predecessor that this viewer may hand to the successor, and those that others keep. */
  own: CuratedRecord[]
  elsewhere: CuratedRecord[]
}

const most = 500

/** Whether there are relations that this viewer might hand on to a successor. */
export async function hasSuccession(
  viewer: Viewer | null,
  { id, territoryId }: { id: string; territoryId: string | null },
): Promise<boolean> {
  if (!canPublishActor(viewer, { territoryId })) return false
  const successor = { parties: { some: { actor: { id, successorId: { not: null } } } } }
  return (await db.relation.count({ where: { status: { not: 'archived' }, ...successor } })) > 0
}

/** A body, what it became, and its relations. Throws `not-found` (also where it became nothing), `forbidden`. */
export async function getSuccession(viewer: Viewer | null, id: string, locale: string): Promise<Succession> {
  const row = isId(id) ? await db.actor.findUnique({ where: { id }, select: { id: true, successorId: true } }) : null
  const actors = row === null ? null : await findCuratedRecords('actor', [row.id, row.successorId ?? row.id], locale)
  const before = actors?.get(id)
  if (row === null || before === undefined || !canReadActor(viewer, before)) throw new AppError('not-found', 'notFound')
  requireThat(canPublishActor(viewer, before), viewer)
  const after = row.successorId === null ? undefined : actors?.get(row.successorId)
  if (after === undefined || !canReadActor(viewer, after)) throw new AppError('not-found', 'notFound')
  const found = await db.relation.findMany({
    where: { status: { not: 'archived' }, OR: [{ holderId: id }, { parties: { some: { actorId: id } } }] },
    select: { id: true },
    orderBy: { foldedTitle: 'asc' },
    take: most,
  })
  const records = await findCuratedRecords('relation', found.map((relation) => relation.id), locale) // prettier-ignore
  const relations = found.flatMap((relation) => records.get(relation.id) ?? [])
  const seen = relations.filter((relation) => canReadRelation(viewer, relation))
  return {
    ...{ before, after },
    own: seen.filter((relation) => canPublishRelation(viewer, relation)),
    elsewhere: seen.filter((relation) => !canPublishRelation(viewer, relation)),
  }
}
