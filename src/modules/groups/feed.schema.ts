import { z } from 'zod'
import { idSchema } from '@/core/id'
import { locales } from '@/core/localized'
import { groupNameSchema } from '@/modules/groups/group.schema'

/** One's own address for a calendar, as its page tells of it: never the address itself. */
export type OwnFeed = { createdAt: Date; readAt: Date | null }

/** The groups in which whoever has an address sits now. */
export const feedBearerSchema = z.object({
  locale: z.enum(locales),
  isUnread: z.boolean(),
  groupIds: z.array(idSchema),
})

/** A meeting as a calendar elsewhere is told of it: no agenda, and no person. */
export const feedMeetingSchema = z.object({
  id: idSchema,
  sequence: z.number().int(),
  startsAt: z.date(),
  endsAt: z.date().nullable(),
  place: z.string().nullable(),
  isCancelled: z.boolean(),
  group: z.object({ slug: z.string(), name: groupNameSchema }),
})
type FeedMeeting = z.output<typeof feedMeetingSchema>

export type Feed = {
  hash: string
  locale: (typeof locales)[number]
  /** Was it not read for an hour? */
  isUnread: boolean
  /** What the calendar is called, in that language. */
  name: string
  meetings: FeedMeeting[]
}
