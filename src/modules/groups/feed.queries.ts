import { createHash } from 'node:crypto'
import { z } from 'zod'
import { requireSeen, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canStopFeed } from '@/modules/groups/feed.policy'
import { type Feed, feedBearerSchema, feedMeetingSchema, type OwnFeed } from '@/modules/groups/feed.schema'
import * as sql from '@/modules/groups/feed.sql'
import { db } from '@/platform/db'
import { plainWords } from '@/platform/message-words'

// 128 bits (6-quality, Security values), 22 characters in an address.
const shape = /^[\w-]{22}$/

export const hashOfFeed = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Since when the viewer has an address for a calendar, and when one last asked there; null = there is none. */
export async function getOwnFeed(viewer: Viewer | null): Promise<OwnFeed | null> {
  requireThat(canStopFeed(viewer), viewer)
  return db.calendarFeed.findUnique({
    where: { userId: viewer.userId },
    select: { createdAt: true, readAt: true },
  })
}

/**
 * What a calendar reads at a secret address: the meetings of the groups its owner sits in at this moment. Throws
 * `not-found` for an address that is none, was replaced or given up, or whose owner could not sign in now; accounts of the
 * demonstration can on the embedded database.
 */
export async function getFeed(token: string, isEmbedded: boolean): Promise<Feed> {
  const hash = hashOfFeed(token)
  const found = shape.test(token) ? await db.$queryRaw<unknown[]>(sql.feedBearer(hash, isEmbedded)) : []
  const [bearer] = z.array(feedBearerSchema).parse(found)
  requireSeen(bearer !== undefined)
  const { locale, isUnread, groupIds } = bearer
  const rows = groupIds.length === 0 ? [] : await db.$queryRaw<unknown[]>(sql.feedMeetings(groupIds))
  const words = await plainWords('groups', locale)
  return { hash, locale, isUnread, name: words('feed.name'), meetings: z.array(feedMeetingSchema).parse(rows) }
}
