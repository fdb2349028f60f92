import type { Viewer } from '@/core/viewer'

/** Answer requests at all: coordinators and administrators. */
export const canHandleRequests = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && (viewer.isAdmin || viewer.memberships.some(({ role }) => role === 'coordinator'))

/** This one: the coordinator of the territory it was sent to; without a territory, administrators. */
export const canHandleRequest = (viewer: Viewer | null, request: { territoryId: string | null }): viewer is Viewer =>
  viewer !== null && viewer.can('coordinator', request.territoryId)

/** Erase an account of somebody else for good: administrators, and nobody their own way in. */
export const canEraseUser = (viewer: Viewer | null, userId: string): viewer is Viewer =>
  viewer !== null && viewer.isAdmin && viewer.userId !== userId
