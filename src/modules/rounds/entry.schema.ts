import { z } from 'zod'
import { idSchema } from '@/core/id'
import { linkSchema } from '@/modules/accounts/account.schema'

/** What the token of a reviewer's way in is for. */
export const entryPurpose = 'rounds.entry'

/** What a way in is about: a round, and the practice its page opens at, if it is about one. */
export const entrySubjectSchema = z.object({ roundId: idSchema, reviewId: idSchema.optional() })
export type EntrySubject = z.output<typeof entrySubjectSchema>

/** Where a way in leads. */
export const entryTarget = ({ reviewId }: EntrySubject): string =>
  reviewId === undefined ? '/desk/reviews' : `/desk/reviews/${reviewId}`

/** What the button behind the link sends. */
export const entrySchema = linkSchema
