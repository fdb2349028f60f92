import { AppError, requireThat } from '@/core/app-error'
import type { RecordKind } from '@/core/curated'
import type { Present } from '@/core/present'
import { type Content, proposedParts, type RecordPart, withParts } from '@/core/record-part'
import { canProposeByPatch } from '@/core/record-policy'
import type { Viewer } from '@/core/viewer'
import type { Saved, SaveOptions } from '@/platform/curated'
import { findOwnProposal } from '@/platform/history'

type At = { id: string; version: number }

/** What a room's records need to be changed field by field: how one is read, judged and saved, and who may. */
type PatchedRoom<C extends Content> = {
  kind: RecordKind
  parts: readonly RecordPart[]
  getPresent: (viewer: Viewer | null, id: string) => Promise<Present<C>>
  /** `patchedContent` by the room's schema. */
  patched: (changed: { content: object; patch: object }) => C
  canSave: (viewer: Viewer | null, present: Present<C>) => boolean
  save: (viewer: Viewer, save: At & { content: C }, options: SaveOptions) => Promise<Saved[]>
}

/**
 * Changes what a patch names (RFC 7396) of the version a program saw; where the viewer may only propose, the change waits
 * for a coordinator, together with what they proposed before (outcome `proposed`; the version stays). Throws `conflict`
 * for another version, `invalid` naming every field that cannot be written, and as the room's save.
 */
export const patchOfRoom =
  <C extends Content>(room: PatchedRoom<C>) =>
  async (viewer: Viewer | null, { id, version }: At, patch: object): Promise<Saved> => {
    const present = await room.getPresent(viewer, id)
    const proposal = !room.canSave(viewer, present)
    requireThat(viewer !== null && (!proposal || canProposeByPatch(viewer, present)), viewer)
    if (present.version !== version) throw new AppError('conflict', 'conflict', { id, version: present.version })
    const stands = proposal ? await withOwnProposal(viewer, room, present) : present.content
    const [saved] = await room.save(
      viewer,
      { id, version, content: room.patched({ content: stands, patch }) },
      { proposal },
    )
    if (saved === undefined) throw new AppError('not-found', 'notFound')
    return saved
  }

/** What stands, with the parts that the viewer proposed already: one proposal per record and author waits. */
async function withOwnProposal(
  { userId }: Viewer,
  { kind, parts }: { kind: RecordKind; parts: readonly RecordPart[] },
  { id, content: now }: { id: string; content: Content },
): Promise<Content> {
  const waiting = await findOwnProposal(kind, { recordId: id, userId })
  if (waiting === null) return now
  const keys = proposedParts(parts, { ...waiting, now }).map(({ part }) => part.key)
  return withParts(parts, now, { from: waiting.after, keys })
}
