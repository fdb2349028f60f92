import type { Page, PageKey } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { fileOwnerName } from '@/modules/files/file-owner.queries'
import { type WaitingFile, waitingFileSchema } from '@/modules/files/file.schema'
import * as sql from '@/modules/files/file.sql'
import { db } from '@/platform/db'
import { pageOf, totalOf } from '@/platform/list'

const rowSchema = waitingFileSchema.omit({ recordName: true })

/** Files that wait for this coordinator, with the names of their records; null for who is none. */
export async function findWaitingFiles(
  viewer: Viewer,
  { after, limit, locale }: { after: PageKey | null; limit: number; locale: string },
): Promise<Page<WaitingFile> | null> {
  const own = viewer.territoryIds.filter((id) => viewer.can('coordinator', id))
  if (!viewer.isAdmin && own.length === 0) return null
  const territories = viewer.isAdmin ? null : own
  const rows = await db.$queryRaw<{ key: unknown }[]>(sql.listWaitingFiles(territories, { after, limit: limit + 1 }))
  const total = await totalOf(rows, { after, limit }, async () => {
    const [counted] = await db.$queryRaw<{ total: number }[]>(sql.countWaitingFiles(territories))
    return counted?.total ?? 0
  })
  const page = pageOf(rows, limit, (row) => rowSchema.parse(row), total)
  const named = page.rows.map(async (row) => ({
    ...row,
    recordName: await fileOwnerName({ kind: row.kind, id: row.recordId }, locale),
  }))
  return { ...page, rows: await Promise.all(named) }
}
