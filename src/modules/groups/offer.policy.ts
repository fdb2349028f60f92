import type { Viewer } from '@/core/viewer'

/**
 * 9-decisions, Rounds: a coordinator offers a practice that was handed in to a group of another territory, and takes the
 * offer back. Their practice, their right; that of the commons is the administrators'.
 */
export const canOfferPractice = (
  viewer: Viewer | null,
  { territoryId }: { territoryId: string | null },
): viewer is Viewer => viewer !== null && viewer.can('coordinator', territoryId)
