import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { db } from '@/platform/db'
import { clearUnusedContent } from '@/platform/file-store'

/**
 * Takes away files of records that are gone, and bytes that nothing has named for an hour. Returns how many of each. For
 * the administrator's job.
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
      (record_kind = 'meeting' AND NOT EXISTS (SELECT FROM group_meeting r WHERE r.id = a.record_id))`
  return { files, contents: await clearUnusedContent() }
}
