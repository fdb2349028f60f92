import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { undoneSince } from '@/modules/files/removed-file.queries'
import { db } from '@/platform/db'
import { clearUnusedContent } from '@/platform/file-store'

/**
 * Takes away files of records that are gone and their names, those that were removed more than an hour ago, and bytes that nothing has
 * named for an hour. Returns how many files and bytes. For the administrator's job.
 */
export async function clearUnusedFiles(viewer: Viewer | null): Promise<{ files: number; contents: number }> {
  requireThat(viewer?.isAdmin === true, viewer)
  // A record of a kind goes with its row; whoever removes one in a command takes its files along at once.
  const files = await db.$executeRaw`
    DELETE FROM attachment a WHERE
      (record_kind = 'actor' AND NOT EXISTS (SELECT FROM actor r WHERE r.id = a.record_id)) OR
      (record_kind = 'relation' AND NOT EXISTS (SELECT FROM relation r WHERE r.id = a.record_id)) OR
      (record_kind = 'practice' AND NOT EXISTS (SELECT FROM practice r WHERE r.id = a.record_id)) OR
      (record_kind = 'plan' AND NOT EXISTS (SELECT FROM plan r WHERE r.id = a.record_id)) OR
      (record_kind = 'activity' AND NOT EXISTS (SELECT FROM activity r WHERE r.id = a.record_id)) OR
      (record_kind = 'meeting' AND NOT EXISTS (SELECT FROM group_meeting r WHERE r.id = a.record_id)) OR
      (record_kind = 'group' AND NOT EXISTS (SELECT FROM "group" r WHERE r.id = a.record_id))`
  // Their names are those of curated records only.
  await db.$executeRaw`
    DELETE FROM file_name f WHERE NOT EXISTS (SELECT FROM actor r WHERE r.id = f.record_id)
      AND NOT EXISTS (SELECT FROM relation r WHERE r.id = f.record_id)
      AND NOT EXISTS (SELECT FROM practice r WHERE r.id = f.record_id)
      AND NOT EXISTS (SELECT FROM plan r WHERE r.id = f.record_id)
      AND NOT EXISTS (SELECT FROM activity r WHERE r.id = f.record_id)`
  await db.removedFile.deleteMany({ where: { removedAt: { lte: undoneSince() } } })
  return { files, contents: await clearUnusedContent() }
}
