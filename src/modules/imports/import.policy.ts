import type { Viewer } from '@/core/viewer'

/** 5-permissions, import: an editor imports drafts, a coordinator publishes, each in an own territory; admins anywhere. */
export const canImport = (viewer: Viewer | null, territoryId: string | null, asDrafts: boolean): boolean =>
  viewer !== null && viewer.can(asDrafts ? 'editor' : 'coordinator', territoryId)
