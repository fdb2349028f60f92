import type { RecordStatus } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

/** 5-permissions: confirm "still true". Only of what is published: a draft says nothing yet. */
export const canVerify = (
  viewer: Viewer | null,
  record: { territoryId: string | null; status: RecordStatus },
): boolean => record.status === 'published' && viewer !== null && viewer.can('editor', record.territoryId)
