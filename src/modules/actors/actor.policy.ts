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

/** 5-permissions: an editor's change to a published record waits for a coordinator, who changes it at once. */
export const canProposeActor = (viewer: Viewer | null, actor: Pick<Curated, 'territoryId' | 'status'>): boolean =>
  actor.status === 'published' && viewer !== null && viewer.can('editor', actor.territoryId)

/** Whether this viewer may open the form: to save, or to propose. */
export const canEditActor = (viewer: Viewer | null, actor: Pick<Curated, 'territoryId' | 'status'>): boolean =>
  canSaveActor(viewer, actor.territoryId, actor.status, actor.status) || canProposeActor(viewer, actor)

/** Its author may throw a draft away that nobody outside the territory ever saw. */
export const canDiscardActor = (
  viewer: Viewer | null,
  actor: { territoryId: string | null; status: RecordStatus; createdById: string | null; publishedAt: Date | null },
): boolean =>
  viewer !== null &&
  actor.createdById === viewer.userId &&
  actor.status === 'draft' &&
  actor.publishedAt === null &&
  viewer.can('editor', actor.territoryId)

/** Publish, send back, archive, restore. */
export const canPublishActor = (viewer: Viewer | null, actor: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', actor.territoryId)

/** The first rows of 5-permissions: who may read a record in its state. */
export function canReadActor(viewer: Viewer | null, actor: Curated): boolean {
  if (viewer?.can('editor', actor.territoryId) === true) return true
  if (actor.status !== 'published') return false
  return actor.visibility === 'public' || (actor.visibility === 'partners' && viewer?.isPartner === true)
}
