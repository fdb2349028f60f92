import type { Viewer } from '@/core/viewer'

export const canChangeCodes = (viewer: Viewer | null): viewer is Viewer => viewer?.isAdmin === true
