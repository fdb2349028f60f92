import type { Viewer } from '@/core/viewer'
import { canReviewIn } from '@/modules/rounds/round.policy'
import type { Hindrance } from '@/modules/rounds/review.schema'
import { stateOf } from '@/modules/rounds/round.schema'

/** 5-permissions, reviewer identity: a review is its reviewer's own, whatever becomes of it. Others: the result's. */
export const canReadOwnReview = (
  viewer: Viewer | null,
  { reviewerId }: { reviewerId: string | null },
): viewer is Viewer => viewer !== null && viewer.userId === reviewerId

/** One's own list of reviews: whoever has an account has one, if an empty one. */
export const canOpenReviews = (viewer: Viewer | null): viewer is Viewer => viewer !== null

type Assignment = {
  conflictAt: Date | null
  annulledAt: Date | null
  removedAt: Date | null
  withdrawnAt: Date | null
  groupId: string
  round: { closesAt: Date; closedAt: Date | null; annulledAt: Date | null }
  exclusion: 'author' | 'organisation' | null
}

/**
 * 5-permissions, review: write while the round is open, by a member of the group, neither its author nor of its
 * organisation. Null where nothing hinders the reviewer at this moment.
 */
export function hindranceOf(viewer: Viewer, assignment: Assignment, now: Date): Hindrance | null {
  const { conflictAt, annulledAt, removedAt, withdrawnAt, groupId, round, exclusion } = assignment
  if (conflictAt !== null) return 'conflict'
  if (annulledAt !== null) return 'annulled'
  if (removedAt !== null) return 'removed'
  if (round.annulledAt !== null) return 'annulledRound'
  if (withdrawnAt !== null) return 'withdrawn'
  if (stateOf(round, now) !== 'open') return 'closed'
  if (!canReviewIn(viewer, { id: groupId })) return 'member'
  return exclusion
}
