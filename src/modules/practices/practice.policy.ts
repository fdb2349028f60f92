import type { RecordStatus, Visibility } from '@/core/curated'
import { canPublishRecord, canReadRecord, canSaveRecord } from '@/core/record-policy'
import { systemUserId, type Viewer } from '@/core/viewer'

export {
  canCreateRecord as canCreatePractice,
  canDiscardRecord as canDiscardPractice,
  canEditRecord as canEditPractice,
  canProposeRecord as canProposePractice,
  canReadRecord as canReadPractice,
} from '@/core/record-policy'

/** A group that judges a practice: of its own territory, or one it was offered to. */
export type JudgingGroup = { id: string; territoryId: string }

const isMember = (viewer: Viewer, { id }: JudgingGroup) =>
  viewer.memberships.some(({ role, groupId }) => role === 'reviewer' && groupId === id)

/**
 * 5-permissions. Practice submitted or in review: beside its own editors those who sit in a group that judges it, and who
 * coordinates the territory of such a group. Published for its territory alone: those who sit in a group of that territory.
 */
export const canReadInGroup = (
  viewer: Viewer | null,
  practice: { territoryId: string | null; status: RecordStatus; visibility: Visibility },
  groups: readonly JudgingGroup[],
): boolean =>
  canReadRecord(viewer, practice) ||
  (viewer !== null &&
    ((practice.status === 'submitted' &&
      groups.some((group) => viewer.can('coordinator', group.territoryId) || isMember(viewer, group))) ||
      (isForTerritory(practice) &&
        groups.some((group) => group.territoryId === practice.territoryId && isMember(viewer, group)))))

/** Published, and shown in its territory alone. */
export const isForTerritory = ({ status, visibility }: { status: RecordStatus; visibility: Visibility }): boolean =>
  status === 'published' && visibility === 'territory'

type Authored = { territoryId: string | null; createdById: string | null }

/** Whether the viewer wrote it. What comes from a file has no author who could judge it. */
const isOwn = (viewer: Viewer, { createdById }: Authored): boolean =>
  viewer.userId !== systemUserId && createdById === viewer.userId

/** 5-permissions, publish a practice: a coordinator's or an administrator's deed, on what somebody else wrote. */
export const canPublishPractice = (viewer: Viewer | null, practice: Authored): boolean =>
  viewer !== null && canPublishRecord(viewer, practice) && !isOwn(viewer, practice)

/** Send back, archive, restore: one's own too. */
export const canMovePractice = canPublishRecord

/** May this save happen. Bringing before everybody's eyes is publishing, and nobody publishes their own. */
export const canSavePractice = (
  viewer: Viewer | null,
  practice: Authored & { status: RecordStatus | null; publishedAt: Date | null },
  to: RecordStatus,
): boolean => {
  const isShown = practice.publishedAt !== null && (practice.status === 'published' || practice.status === 'archived')
  return (
    canSaveRecord(viewer, practice.territoryId, practice.status, to) &&
    (to !== 'published' || isShown || canPublishPractice(viewer, practice))
  )
}
