import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import { idSchema } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { digestMail } from '@/modules/desk/notice.mail'
import { canReadNotices, canSendDigests } from '@/modules/desk/notice.policy'
import { type DueUser, findDueUsers } from '@/modules/desk/notice.queries'
import { digestStopPurpose } from '@/modules/desk/notice.schema'
import { db } from '@/platform/db'
import { queueMails } from '@/platform/mail'
import { noticeText } from '@/platform/mail-words'
import { spendToken } from '@/platform/mailed-token'

/** One of the viewer's news, or all of them, were read. */
export async function readNotices(viewer: Viewer | null, id?: string): Promise<void> {
  requireThat(canReadNotices(viewer), viewer)
  await db.notification.updateMany({
    where: { userId: viewer.userId, readAt: null, ...(id !== undefined && { id }) },
    data: { readAt: new Date() },
  })
}

/** Queues the digests that are due, one transaction each. Returns how many. */
export async function sendDigests(viewer: Viewer | null, signal: AbortSignal): Promise<number> {
  requireThat(canSendDigests(viewer), viewer)
  let sent = 0
  for (const user of await findDueUsers()) {
    if (signal.aborted) break
    if (await sendDigest(user)) sent++
  }
  return sent
}

const mostLines = 30

async function sendDigest(user: DueUser): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const waiting = { userId: user.id, readAt: null, mailedAt: null }
    const news = await tx.notification.findMany({
      where: waiting,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: mostLines,
    })
    // Of two workers at once the second waits for this row and then finds nothing to mail.
    const { count } = await tx.notification.updateMany({ where: waiting, data: { mailedAt: new Date() } })
    if (count === 0) return false
    const lines = await Promise.all(news.map(({ kind, parameters }) => noticeText(user.locale, kind, parameters)))
    await tx.user.update({ where: { id: user.id }, data: { digestSentAt: new Date() } })
    await queueMails(tx, [digestMail(user, count, lines)])
    return true
  })
}

/** The holder of a digest's link gets no more of them. Throws `gone` for a link that is none, used or too old. */
export async function stopDigest(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { subject } = await spendToken(tx, token, digestStopPurpose)
    const { userId } = z.object({ userId: idSchema }).parse(subject)
    await tx.user.updateMany({ where: { id: userId }, data: { digest: 'none' } })
  })
}
