import type { RecordStatus } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import { canVerify } from '@/modules/curation/verification.policy'
import { canEditActor, canPublishActor, canProposeActor } from '@/modules/actors/actor.policy'
import type { BulkDeedName } from '@/modules/desk/bulk.schema'

type Judged = { territoryId: string | null; status: RecordStatus }

/** Why a deed over many leaves this record out: a key of the messages `errors`; null = it may be done. */
export function refusalOf(viewer: Viewer, deed: BulkDeedName, record: Judged): string | null {
  const { status } = record
  if (deed === 'publish') {
    if (!canPublishActor(viewer, record)) return 'forbidden'
    return status === 'draft' || status === 'submitted' ? null : 'notToPublish'
  }
  if (deed === 'archive') {
    if (!canPublishActor(viewer, record)) return 'forbidden'
    return status === 'archived' ? 'archivedAlready' : null
  }
  if (deed === 'verify') return status !== 'published' ? 'notPublic' : canVerify(viewer, record) ? null : 'forbidden'
  if (status === 'archived') return 'archivedAlready'
  // An editor's change of a published record would be a proposal: one by one, by its form.
  const isDirect = canPublishActor(viewer, record) || !canProposeActor(viewer, record)
  return canEditActor(viewer, record) && isDirect ? null : 'forbidden'
}

/** Whether anybody's list of the desk offers deeds that publish or archive. */
export const canPublishSomewhere = (viewer: Viewer): boolean =>
  viewer.isAdmin || viewer.territoryIds.some((territoryId) => viewer.can('coordinator', territoryId))

/** A deed over many is taken back by who did it. */
export const canUndoBulk = (viewer: Viewer | null, deed: { userId: string | null; undoneAt: Date | null }): boolean =>
  viewer !== null && deed.userId === viewer.userId && deed.undoneAt === null
