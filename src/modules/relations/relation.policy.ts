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

/** 5-permissions: an editor's change to a published record waits for a coordinator, who changes it at once. */
export const canProposeRelation = (viewer: Viewer | null, relation: Pick<Curated, 'territoryId' | 'status'>): boolean =>
  relation.status === 'published' && viewer !== null && viewer.can('editor', relation.territoryId)

/** Whether this viewer may open the form: to save, or to propose. */
export const canEditRelation = (viewer: Viewer | null, relation: Pick<Curated, 'territoryId' | 'status'>): boolean =>
  canSaveRelation(viewer, relation.territoryId, relation.status, relation.status) ||
  canProposeRelation(viewer, relation)

/** Its author may throw a draft away that nobody outside the territory ever saw. */
export const canDiscardRelation = (
  viewer: Viewer | null,
  relation: { territoryId: string | null; status: RecordStatus; createdById: string | null; publishedAt: Date | null },
): boolean =>
  viewer !== null &&
  relation.createdById === viewer.userId &&
  relation.status === 'draft' &&
  relation.publishedAt === null &&
  viewer.can('editor', relation.territoryId)

/** Publish, send back, archive, restore. */
export const canPublishRelation = (viewer: Viewer | null, relation: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', relation.territoryId)

/** The first rows of 5-permissions: who may read a record in its state. */
export function canReadRelation(viewer: Viewer | null, relation: Curated): boolean {
  if (viewer?.can('editor', relation.territoryId) === true) return true
  if (relation.status !== 'published') return false
  return relation.visibility === 'public' || (relation.visibility === 'partners' && viewer?.isPartner === true)
}
