import type { Viewer } from '@/core/viewer'

/** News are told to one person and read by that person. */
export const canReadNotices = (viewer: Viewer | null): viewer is Viewer => viewer !== null

/** A job of the system. */
export const canSendDigests = (viewer: Viewer | null): viewer is Viewer => viewer?.isAdmin === true
