import { type RecordStatus, roleToSave, type Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

type Curated = { territoryId: string | null; status: RecordStatus; visibility: Visibility }

/** 5-permissions: create a draft in this territory. */
export const canCreateActor = (viewer: Viewer | null, territoryId: string | null): boolean =>
  viewer !== null && viewer.can('editor', territoryId)

/** May this save happen: an editor drafts and submits, a coordinator does what everyone will see. */
export const canSaveActor = (
  viewer: Viewer | null,
  territoryId: string | null,
  from: RecordStatus | null,
  to: RecordStatus,
): boolean => viewer !== null && viewer.can(roleToSave(from, to), territoryId)

export const canEditActor = (viewer: Viewer | null, actor: Pick<Curated, 'territoryId' | 'status'>): boolean =>
  canSaveActor(viewer, actor.territoryId, actor.status, actor.status)

/** Publish, send back, archive, restore. */
export const canPublishActor = (viewer: Viewer | null, actor: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', actor.territoryId)

/** The first rows of 5-permissions: who may read a record in its state. */
export function canReadActor(viewer: Viewer | null, actor: Curated): boolean {
  if (viewer?.can('editor', actor.territoryId) === true) return true
  if (actor.status !== 'published') return false
  return actor.visibility === 'public' || (actor.visibility === 'partners' && viewer?.isPartner === true)
}
