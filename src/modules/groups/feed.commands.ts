import { randomBytes } from 'node:crypto'
import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canHaveFeed, canStopFeed } from '@/modules/groups/feed.policy'
import { getFeed, hashOfFeed } from '@/modules/groups/feed.queries'
import type { Feed } from '@/modules/groups/feed.schema'
import { db } from '@/platform/db'
import { environment } from '@/platform/env'
import { takeFrom } from '@/platform/limits'
import { getSettings } from '@/platform/settings'

const auditOf = (action: string, { userId }: Viewer) => ({ userId, action, recordId: userId, fields: [] })

/** What a calendar reads at a secret address, as `getFeed`; notes that one asked, at most once an hour. */
export async function readFeed(token: string): Promise<Feed> {
  const feed = await getFeed(token, environment().EMBEDDED_DATABASE)
  if (feed.isUnread) await db.calendarFeed.updateMany({ where: { hash: feed.hash }, data: { readAt: new Date() } })
  return feed
}

/**
 * Makes the secret address of the viewer's calendar and returns it: the only time that it can be read. The one before
 * opens nothing any more. Throws `forbidden` for whoever sits in no group, `limited`.
 */
export async function makeFeed(viewer: Viewer | null, { locale }: { locale: string }): Promise<string> {
  requireThat(canHaveFeed(viewer), viewer)
  const { userId } = viewer
  await takeFrom([{ deed: 'calendar-address', subject: userId, max: 10, minutes: 60 }])
  const token = randomBytes(16).toString('base64url')
  const feed = { hash: hashOfFeed(token), locale, createdAt: new Date(), readAt: null }
  await db.$transaction(async (tx) => {
    await tx.calendarFeed.upsert({ where: { userId }, create: { userId, ...feed }, update: feed })
    await tx.auditEntry.create({ data: auditOf('make-calendar-address', viewer) })
  })
  return `${(await getSettings()).url}/api/groups/calendar/${token}/meetings.ics`
}

/** The viewer's address opens nothing any more, from the next request on; once is enough. */
export async function stopFeed(viewer: Viewer | null): Promise<void> {
  requireThat(canStopFeed(viewer), viewer)
  await db.$transaction(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { userId: viewer.userId } })
    if (count > 0) await tx.auditEntry.create({ data: auditOf('stop-calendar-address', viewer) })
  })
}
