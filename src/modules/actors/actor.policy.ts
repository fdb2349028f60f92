import type { RecordStatus, Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

type Curated = { territoryId: string | null; status: RecordStatus; visibility: Visibility }

/** 5-permissions: create or edit a draft, submit. */
export const canCreateActor = (viewer: Viewer | null, territoryId: string | null): boolean =>
  viewer !== null && viewer.can('editor', territoryId)

export const canEditActor = (viewer: Viewer | null, actor: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('editor', actor.territoryId)

/** Publish, send back, archive, restore. */
export const canPublishActor = (viewer: Viewer | null, actor: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', actor.territoryId)

/** 5-permissions, the first rows: who may read a record in its state. */
export function canReadActor(viewer: Viewer | null, actor: Curated): boolean {
  if (viewer?.can('editor', actor.territoryId) === true) return true
  if (actor.status !== 'published') return false
  return (
    actor.visibility === 'public' ||
    (actor.visibility === 'partners' && viewer !== null && viewer.memberships.length > 0)
  )
}
