import type { Viewer } from '@/core/viewer'
import { canChangeFile } from '@/modules/files/file.policy'
import { type OwnerRights, type RemovedFile, removedFileSchema, undoMinutes } from '@/modules/files/file.schema'
import { db } from '@/platform/db'

const undoTime = undoMinutes * 60_000

/** What was removed since then can still be put back. */
export const undoneSince = () => new Date(Date.now() - undoTime)

/** Files of a record that this viewer can put back, the last removed first. The record itself was judged by who asks. */
export async function findRemovedFiles(viewer: Viewer | null, owner: OwnerRights): Promise<RemovedFile[]> {
  if (owner.edits === null) return []
  const rows = await db.removedFile.findMany({
    where: { recordKind: owner.kind, recordId: owner.id, removedAt: { gt: undoneSince() } },
    orderBy: [{ removedAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return rows
    .filter((row) => canChangeFile(viewer, owner, row))
    .map(({ removedAt, ...row }) => {
      const left = Math.max(removedAt.getTime() + undoTime - Date.now(), 0)
      return removedFileSchema.parse({ ...row, minutesLeft: Math.ceil(left / 60_000) })
    })
}
