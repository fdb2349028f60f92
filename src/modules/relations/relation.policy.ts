import { type RecordStatus, roleToSave, type Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

type Curated = { territoryId: string | null; status: RecordStatus; visibility: Visibility }

/** 5-permissions: create a draft in this territory. */
export const canCreateRelation = (viewer: Viewer | null, territoryId: string | null): boolean =>
  viewer !== null && viewer.can('editor', territoryId)

/** May this save happen: an editor drafts and submits, a coordinator does what everyone will see. */
export const canSaveRelation = (
  viewer: Viewer | null,
  territoryId: string | null,
  from: RecordStatus | null,
  to: RecordStatus,
): boolean => viewer !== null && viewer.can(roleToSave(from, to), territoryId)

export const canEditRelation = (viewer: Viewer | null, relation: Pick<Curated, 'territoryId' | 'status'>): boolean =>
  canSaveRelation(viewer, relation.territoryId, relation.status, relation.status)

/** Publish, send back, archive, restore. */
export const canPublishRelation = (viewer: Viewer | null, relation: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', relation.territoryId)

/** The first rows of 5-permissions: who may read a record in its state. */
export function canReadRelation(viewer: Viewer | null, relation: Curated): boolean {
  if (viewer?.can('editor', relation.territoryId) === true) return true
  if (relation.status !== 'published') return false
  return relation.visibility === 'public' || (relation.visibility === 'partners' && viewer?.isPartner === true)
}
