import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import { type Locale, locales } from '@/core/localized'
import { type Page, type PageKey, timePart } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { canReadNotices } from '@/modules/desk/notice.policy'
import { digestStopPurpose, type NoticeRow, noticeRowSchema } from '@/modules/desk/notice.schema'
import { db } from '@/platform/db'
import { olderThan, pageOf } from '@/platform/list'
import { findToken } from '@/platform/mailed-token'
import { noticeText } from '@/platform/mail-words'

type Asked = { after: PageKey | null; limit: number; locale: Locale; isUnread: boolean }

/** The viewer's news, newest first, one page by key; `total` of those asked for. */
export async function findNotices(viewer: Viewer | null, asked: Asked): Promise<Page<NoticeRow>> {
  requireThat(canReadNotices(viewer), viewer)
  const { after, limit, locale, isUnread } = asked
  const where = { userId: viewer.userId, ...(isUnread && { readAt: null }) }
  const [rows, total] = await Promise.all([
    db.notification.findMany({
      where: { ...where, ...olderThan(after, 'createdAt') },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    }),
    db.notification.count({ where }),
  ])
  const told = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      text: await noticeText(locale, row.kind, row.parameters),
      key: [timePart(row.createdAt), row.id],
    })),
  )
  return pageOf(told, limit, (row) => noticeRowSchema.parse(row), total)
}

const rhythms = { daily: '20 hours', weekly: '164 hours' } as const
const dueUser = z.object({
  id: z.string(),
  email: z.string(),
  locale: z.enum(locales).catch('en'),
  rhythm: z.enum(['daily', 'weekly']),
})
export type DueUser = z.output<typeof dueUser>

/** Whose digest is due: unread news that were in none, and enough time since the last one. */
export async function findDueUsers(): Promise<DueUser[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT u.id::text, u.email::text, u.locale, u.digest::text AS rhythm
    FROM "user" u
    WHERE u.digest <> 'none' AND u.disabled_at IS NULL AND NOT u.system AND NOT u.demo
      AND (u.digest_sent_at IS NULL OR u.digest_sent_at < now() - CASE u.digest
        WHEN 'weekly' THEN ${rhythms.weekly}::interval ELSE ${rhythms.daily}::interval END)
      AND EXISTS (SELECT 1 FROM notification n WHERE n.user_id = u.id AND n.read_at IS NULL AND n.mailed_at IS NULL)
    ORDER BY u.id`
  return z.array(dueUser).parse(rows)
}

/** The link of a digest: whether it still works, and the language of its reader; null for what is none. */
export const findDigestStop = (token: string) => findToken(token, digestStopPurpose)
