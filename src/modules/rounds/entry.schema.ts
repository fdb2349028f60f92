import { z } from 'zod'
import { idSchema } from '@/core/id'
import { linkSchema } from '@/modules/accounts/account.schema'
import type { TokenLink } from '@/platform/mail'

/** What the token of a reviewer's way in is for. */
export const entryPurpose = 'rounds.entry'

/** What a way in is about: a round, and the practice its page opens at, if it is about one. */
export const entrySubjectSchema = z.object({ roundId: idSchema, reviewId: idSchema.optional() })
export type EntrySubject = z.output<typeof entrySubjectSchema>

/** Works until a week after the round closes: what one has sent can be read then, too. */
const daysAfter = 7
const fewestMinutes = 24 * 60

/** The button of a mail that asks for reviews: opens them without a password, once (9-decisions, Mailed links). */
export const entryLink = ({ roundId, reviewId }: EntrySubject, closesAt: Date, now = new Date()): TokenLink => ({
  purpose: entryPurpose,
  subject: { roundId, ...(reviewId !== undefined && { reviewId }) },
  path: '/entry',
  minutes: Math.max(fewestMinutes, Math.ceil((closesAt.getTime() - now.getTime()) / 60_000) + daysAfter * 24 * 60),
})

/** Where a way in leads. */
export const entryTarget = ({ reviewId }: EntrySubject): string =>
  reviewId === undefined ? '/desk/reviews' : `/desk/reviews/${reviewId}`

/** What the button behind the link sends. */
export const entrySchema = linkSchema
