import type { Viewer } from '@/core/viewer'
import { canKeepGroup, canReadGroup } from '@/modules/groups/group.policy'
import type { RoundState } from '@/modules/rounds/round.schema'

type Group = { id: string; territoryId: string }

/**
 * 5-permissions, reviews of others: while the round is open (and when it counts for nothing) whoever keeps it alone;
 * once it is closed the group and the editors of its territory.
 */
export const canReadReviews = (viewer: Viewer | null, group: Group, state: RoundState): viewer is Viewer =>
  state === 'closed' ? canReadGroup(viewer, group) : canKeepGroup(viewer, group)

/** 5-permissions, answer a remark: the side of the practice, which also reads what it answers, without names. */
export const canAnswer = (viewer: Viewer | null, practice: { territoryId: string | null }): viewer is Viewer =>
  viewer !== null && viewer.can('editor', practice.territoryId)

/** Say that the group has discussed a practice, publish its result or take it back. */
export const canPublishResult = canKeepGroup

/** 2-domain, expert opinion: written by the group, not by whoever wrote the practice. */
export const canWriteOpinion = (
  viewer: Viewer | null,
  group: Group,
  { authorIds }: { authorIds: ReadonlySet<string> },
): viewer is Viewer => canKeepGroup(viewer, group) && !authorIds.has(viewer.userId)
