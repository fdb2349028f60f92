import type { Viewer } from '@/core/viewer'

/** Have an address for one's calendar: whoever sits in a group now. */
export const canHaveFeed = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && viewer.apiKeyId === null && viewer.memberships.some(({ role }) => role === 'reviewer')

/** Give one's own address up: whoever has an account, in a group or not any more. */
export const canStopFeed = (viewer: Viewer | null): viewer is Viewer => viewer !== null && viewer.apiKeyId === null
