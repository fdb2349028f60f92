import type { Viewer } from '@/core/viewer'

/** 5-permissions, API keys: make, see and revoke those of a territory. A key makes no keys. */
export const canKeepApiKeys = (viewer: Viewer | null, territoryId: string): boolean =>
  viewer !== null && viewer.apiKeyId === null && viewer.can('coordinator', territoryId)

/** Whether the page of keys means anything to this viewer. */
export const canKeepSomeApiKeys = (viewer: Viewer | null): boolean =>
  viewer !== null && (viewer.isAdmin || viewer.territoryIds.some((territoryId) => canKeepApiKeys(viewer, territoryId)))
