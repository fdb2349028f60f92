import type { Viewer } from '@/core/viewer'
import type { OwnerRights } from '@/modules/files/file.schema'

type Attached = { pending: boolean; createdById: string | null }

/** 5-permissions, attachment: as its record; what waits for a coordinator is read by who edits the record. */
export const canReadFile = (owner: OwnerRights, file: Pick<Attached, 'pending'>): boolean =>
  owner.isSeen && (!file.pending || owner.edits !== null)

/** Whoever may edit the record; `edits` says whether it counts at once. */
export const canAddFile = (viewer: Viewer | null, owner: OwnerRights): boolean =>
  viewer !== null && owner.edits !== null

/** Whose edits count at once, and everybody their own while it waits. */
export const canChangeFile = (viewer: Viewer | null, owner: OwnerRights, file: Attached): boolean =>
  viewer !== null &&
  (owner.edits === 'now' || (owner.edits === 'proposed' && file.pending && file.createdById === viewer.userId))

/** A coordinator takes what an editor added to a published record. */
export const canDecideFile = (viewer: Viewer | null, owner: OwnerRights): boolean => viewer !== null && owner.decides
