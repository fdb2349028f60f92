import type { Viewer } from '@/core/viewer'

/** 5-permissions: boundary, level and existence of a territory are an admin's. */
export const canCreateTerritory = (viewer: Viewer | null): boolean => viewer?.isAdmin === true
export const canChangeBoundary = canCreateTerritory

/** Facts, languages, instruments. */
export const canEditTerritory = (viewer: Viewer | null, territory: { id: string }): boolean =>
  viewer !== null && viewer.can('coordinator', territory.id)

/** Is there a territory whose facts the viewer may change? */
export const canEditSomeTerritory = (viewer: Viewer | null): boolean =>
  viewer !== null && (viewer.isAdmin || viewer.territoryIds.some((id) => viewer.can('coordinator', id)))
