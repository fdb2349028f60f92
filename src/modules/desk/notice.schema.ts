import { z } from 'zod'
import { recordKinds } from '@/core/curated'
import { idSchema } from '@/core/id'

/** Something the viewer should know, in the words of their language. */
export const noticeRowSchema = z.object({
  id: idSchema,
  text: z.string(),
  recordKind: z.enum(recordKinds).nullable(),
  recordId: idSchema.nullable(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
})
export type NoticeRow = z.output<typeof noticeRowSchema>

/** One notice, or all of them. */
export const readNoticesSchema = z.strictObject({ id: idSchema.optional() })

export const stopDigestSchema = z.strictObject({ token: z.string().max(100) })

/** What the link in a digest may do. */
export const digestStopPurpose = 'desk.digest-stop'
