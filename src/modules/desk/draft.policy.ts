import type { Viewer } from '@/core/viewer'

/** Unsent text is private to its writer; whoever edits nothing has no form to write in. */
export const canKeepDraft = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && (viewer.isAdmin || viewer.territoryIds.length > 0)
