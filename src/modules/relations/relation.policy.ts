import type { RecordStatus, Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

type Curated = { territoryId: string | null; status: RecordStatus; visibility: Visibility }

/** 5-permissions: create or edit a draft, submit. */
export const canCreateRelation = (viewer: Viewer | null, territoryId: string | null): boolean =>
  viewer !== null && viewer.can('editor', territoryId)

export const canEditRelation = (viewer: Viewer | null, relation: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('editor', relation.territoryId)

/** Publish, send back, archive, restore. */
export const canPublishRelation = (viewer: Viewer | null, relation: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', relation.territoryId)

/** 5-permissions, the first rows: who may read a record in its state. */
export function canReadRelation(viewer: Viewer | null, relation: Curated): boolean {
  if (viewer?.can('editor', relation.territoryId) === true) return true
  if (relation.status !== 'published') return false
  return (
    relation.visibility === 'public' ||
    (relation.visibility === 'partners' && viewer !== null && viewer.memberships.length > 0)
  )
}
