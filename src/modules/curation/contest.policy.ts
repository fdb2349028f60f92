import type { RecordStatus } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

type Contested = { territoryId: string | null; status: RecordStatus }

/** 5-permissions: a territory at another end than the curator's, by its coordinator, of what is published. */
export const canContest = (
  viewer: Viewer | null,
  relation: Contested,
  { territoryId, ends }: { territoryId: string; ends: readonly string[] },
): viewer is Viewer =>
  viewer !== null &&
  relation.status === 'published' &&
  territoryId !== relation.territoryId &&
  ends.includes(territoryId) &&
  viewer.can('coordinator', territoryId)

/** The curator answers. */
export const canAnswerContest = (viewer: Viewer | null, relation: { territoryId: string | null }): viewer is Viewer =>
  viewer !== null && viewer.can('coordinator', relation.territoryId)

/** Whoever may open it may take it back. */
export const canWithdrawContest = (viewer: Viewer | null, contest: { territoryId: string }): viewer is Viewer =>
  viewer !== null && viewer.can('coordinator', contest.territoryId)

/** Reason and answer are read at both ends, by those who work there. */
export const canReadContest = (
  viewer: Viewer | null,
  { contest, relation }: { contest: { territoryId: string }; relation: { territoryId: string | null } },
): viewer is Viewer =>
  viewer !== null && (viewer.can('editor', contest.territoryId) || viewer.can('editor', relation.territoryId))
