import type { RecordStatus, Visibility } from '@/core/curated'
import type { Viewer } from '@/core/viewer'
import { canKeepGroup, isMember } from '@/modules/groups/group.policy'
import { canReadInGroup } from '@/modules/practices/practice.policy'

type Group = { id: string; territoryId: string }

/** Open, extend, close, annul, assign, take out. */
export const canKeepRound = canKeepGroup

/** 5-permissions, reviewer identity: own, C, A. */
export const canSeeReviewers = canKeepGroup

/** 5-permissions, review: write. Whether this practice is theirs to judge is a matter of the assignment. */
export const canReviewIn = (viewer: Viewer | null, group: Pick<Group, 'id'>): viewer is Viewer =>
  viewer !== null && isMember(viewer, group)

type Practice = { territoryId: string | null; status: RecordStatus; visibility: Visibility }

/** A practice that is being judged is read by the group that judges it, too: 5-permissions, submitted or in review. */
export const canReadJudged = (viewer: Viewer | null, group: Group, practice: Practice): boolean =>
  canReadInGroup(viewer, practice, [group])

/** May a practice be put before a group: what others read, and what was handed in here or offered to it. */
export const canBeJudged = (group: Pick<Group, 'territoryId'>, practice: Practice & { isOffered: boolean }): boolean =>
  practice.status === 'submitted'
    ? practice.territoryId === group.territoryId || practice.isOffered
    : practice.status === 'published' && practice.visibility !== 'territory'

type Person = { userId: string; organisationId: string | null; standsForId: string | null }
type Ties = { authorIds: ReadonlySet<string>; actorIds: ReadonlySet<string> }

/** Why somebody may not judge a practice: their own, or that of an organisation they belong to or stand for. */
export function exclusionOf(
  { userId, organisationId, standsForId }: Person,
  { authorIds, actorIds }: Ties,
): 'author' | 'organisation' | null {
  if (authorIds.has(userId)) return 'author'
  const isOurs = (id: string | null) => id !== null && actorIds.has(id)
  return isOurs(organisationId) || isOurs(standsForId) ? 'organisation' : null
}
