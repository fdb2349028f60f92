import type { RecordStatus } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

/** 5-permissions: confirm "still true". Only of what is published: a draft says nothing yet. */
export const canVerify = (
  viewer: Viewer | null,
  record: { territoryId: string | null; status: RecordStatus },
): boolean => record.status === 'published' && viewer !== null && viewer.can('editor', record.territoryId)

/** Ask the holders of a territory's records, and see who answered. Null = the commons. */
export const canAskHolders = (viewer: Viewer | null, territoryId: string | null): boolean =>
  viewer !== null && viewer.can('coordinator', territoryId)
