import type { RecordStatus } from '@/core/curated'
import type { Viewer } from '@/core/viewer'

/** 5-permissions, revisions: read, compare. */
export const canReadRevisions = (viewer: Viewer | null, record: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('editor', record.territoryId)

/** Accepting is publishing: a coordinator's deed. */
export const canDecideProposal = (
  viewer: Viewer | null,
  record: { territoryId: string | null; status: RecordStatus },
): boolean => viewer !== null && viewer.can('coordinator', record.territoryId)

/** Who proposed may take it back. */
export const canWithdrawProposal = (viewer: Viewer | null, proposal: { authorId: string | null }): boolean =>
  viewer !== null && proposal.authorId === viewer.userId

/** 5-permissions: restore a revision. */
export const canRestoreRevision = (viewer: Viewer | null, record: { territoryId: string | null }): boolean =>
  viewer !== null && viewer.can('coordinator', record.territoryId)
