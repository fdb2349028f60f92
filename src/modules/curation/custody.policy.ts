import type { RecordStatus } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

type Kept = { territoryId: string | null; status: RecordStatus }

/** 5-permissions, claim a record from the commons: the coordinator of a territory where it is at home. */
export const canClaim = (
  viewer: Viewer | null,
  record: Kept,
  { territoryId, homes }: { territoryId: string; homes: readonly string[] },
): viewer is Viewer =>
  viewer !== null &&
  record.territoryId === null &&
  record.status !== 'archived' &&
  homes.includes(territoryId) &&
  viewer.can('coordinator', territoryId)

/** Move to another territory, erase for good. */
export const canRehome = (viewer: Viewer | null): viewer is Viewer => viewer?.isAdmin === true
export const canErase = (viewer: Viewer | null): viewer is Viewer => viewer?.isAdmin === true

/** The territory a record should go to takes it or leaves it. */
export const canDecideTransfer = (viewer: Viewer | null, transfer: { toTerritoryId: string }): viewer is Viewer =>
  viewer !== null && viewer.can('coordinator', transfer.toTerritoryId)
