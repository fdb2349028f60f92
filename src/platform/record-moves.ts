import { AppError, requireThat } from '@/core/app-error'
import type { RecordStatus } from '@/core/curated'
import type { Present } from '@/core/present'
import type { Viewer } from '@/core/viewer'
import type { Saved, SaveOptions } from '@/platform/curated'

type At = { id: string; version: number }

/** What a room's records need to be moved along their life: how one is read and saved, and who may. */
type MovingRoom<Content> = {
  getPresent: (viewer: Viewer | null, id: string) => Promise<Present<Content>>
  canSave: (viewer: Viewer | null, present: Present<Content>, to: RecordStatus) => boolean
  save: (
    viewer: Viewer | null,
    save: At & { status: RecordStatus; content: Content },
    options: SaveOptions,
  ) => Promise<Saved[]>
}

/** Moves a record along its life without touching its content. */
async function move<Content>(
  room: MovingRoom<Content>,
  viewer: Viewer | null,
  at: At,
  ...[status, options]: [RecordStatus, SaveOptions]
): Promise<Saved> {
  const present = await room.getPresent(viewer, at.id)
  requireThat(room.canSave(viewer, present, status), viewer)
  const { id, version } = at
  const [saved] = await room.save(viewer, { id, version, status, content: present.content }, options)
  if (saved === undefined) throw new AppError('not-found', 'notFound')
  return saved
}

/** The moves of a room's records. Each throws `not-found`, `forbidden`, or `conflict` for another version. */
export function movesOfRoom<Content>(room: MovingRoom<Content>) {
  const to =
    (status: RecordStatus, action: string) =>
    (viewer: Viewer | null, at: At): Promise<Saved> =>
      move(room, viewer, at, status, { action })
  return {
    submit: to('submitted', 'submit'),
    publish: to('published', 'publish'),
    archive: to('archived', 'archive'),
    /** Back to draft; `reason` tells the editor what to change. */
    sendBack: (viewer: Viewer | null, at: At & { reason: string }): Promise<Saved> =>
      move(room, viewer, at, 'draft', { action: 'send_back', reason: at.reason }),
    /** Back from the archive: to everybody where it was public, else to its territory. */
    restore: async (viewer: Viewer | null, at: At): Promise<Saved> => {
      const { publishedAt, status } = await room.getPresent(viewer, at.id)
      if (status !== 'archived') throw new AppError('conflict', 'notArchived')
      return move(room, viewer, at, publishedAt === null ? 'draft' : 'published', { action: 'restore' })
    },
  }
}
