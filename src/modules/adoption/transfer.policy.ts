import type { Viewer } from '@/core/viewer'

/** 5-permissions: mark interest, plan a transfer, record an adoption: editors and coordinators, for their own territory. */
export const canKeepTransfer = (viewer: Viewer | null, { territoryId }: { territoryId: string }): viewer is Viewer =>
  viewer !== null && viewer.can('editor', territoryId)

/** Is there a territory for which the viewer may do so? */
export const canKeepSomeTransfer = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && (viewer.isAdmin || viewer.territoryIds.length > 0)
