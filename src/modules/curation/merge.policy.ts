import type { Viewer } from '@/core/viewer'

type Curated = { territoryId: string | null }

/** 5-permissions, merge duplicates: a coordinator of both records, so that nobody's record is taken from them. */
export const canMerge = (viewer: Viewer | null, one: Curated, other: Curated): viewer is Viewer =>
  viewer !== null && viewer.can('coordinator', one.territoryId) && viewer.can('coordinator', other.territoryId)

/** "Not a duplicate" changes no record: whoever coordinates one of the two may say so. */
export const canTellApart = (viewer: Viewer | null, one: Curated, other: Curated): viewer is Viewer =>
  viewer !== null && (viewer.can('coordinator', one.territoryId) || viewer.can('coordinator', other.territoryId))

/** Whether this viewer looks after duplicates at all: their page is for coordinators. */
export const canSeekDuplicates = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && (viewer.isAdmin || viewer.territoryIds.some((id) => viewer.can('coordinator', id)))
