import type { Viewer } from '@/core/viewer'

/** See what is past its time, and let it go now: administrators, and the job. */
export const canRunRetention = (viewer: Viewer | null): viewer is Viewer => viewer !== null && viewer.isAdmin
