import { type RecordStatus, roleToSave, type Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

// Who may do what with a curated record (5-permissions), alike for every kind. The rooms give these sentences their
// names, and say where a kind differs.

type Curated = { territoryId: string | null; status: RecordStatus; visibility: Visibility }
type Stands = Pick<Curated, 'territoryId' | 'status'>

/** 5-permissions: create a draft in this territory. */
export const canCreateRecord = (viewer: Viewer | null, territoryId: string | null): boolean =>
  viewer !== null && viewer.can('editor', territoryId)

/** May this save happen: an editor drafts and submits, a coordinator does what everyone will see. */
export const canSaveRecord = (
  viewer: Viewer | null,
  territoryId: string | null,
  from: RecordStatus | null,
  to: RecordStatus,
): boolean => viewer !== null && viewer.can(roleToSave(from, to), territoryId)

/** 5-permissions: an editor's change to a published record waits for a coordinator, who changes it at once. */
export const canProposeRecord = (viewer: Viewer | null, record: Stands): boolean =>
  record.status === 'published' && viewer !== null && viewer.can('editor', record.territoryId)

/** The same by a program's patch: a key reads as an editor, but changes nothing that is published (decision 016). */
export const canProposeByPatch = (viewer: Viewer | null, record: Stands): boolean =>
  viewer?.apiKeyId === null && canProposeRecord(viewer, record)

/** Whether this viewer may open the form: to save, or to propose. */
export const canEditRecord = (viewer: Viewer | null, record: Stands): boolean =>
  canSaveRecord(viewer, record.territoryId, record.status, record.status) || canProposeRecord(viewer, record)

/** Its author may throw a draft away that nobody outside the territory ever saw. */
export const canDiscardRecord = (
  viewer: Viewer | null,
  record: Stands & { createdById: string | null; publishedAt: Date | null },
): boolean =>
  viewer !== null &&
  record.createdById === viewer.userId &&
  record.status === 'draft' &&
  record.publishedAt === null &&
  viewer.can('editor', record.territoryId)

/** Publish, send back, archive, restore. */
export const canPublishRecord = (viewer: Viewer | null, record: Pick<Curated, 'territoryId'>): boolean =>
  viewer !== null && viewer.can('coordinator', record.territoryId)

/** The first rows of 5-permissions: who may read a record in its state. */
export function canReadRecord(viewer: Viewer | null, record: Curated): boolean {
  if (viewer?.can('editor', record.territoryId) === true) return true
  if (record.status !== 'published') return false
  return record.visibility === 'public' || (record.visibility === 'partners' && viewer?.isPartner === true)
}
