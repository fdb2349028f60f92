import { z } from 'zod'
import { idSchema } from '@/core/id'

export const mailStates = ['queued', 'sent', 'failed'] as const
export const mailState = z.enum(mailStates)
export type MailState = z.output<typeof mailState>

/** The template of an invitation, the only mail whose link an administrator may hand over. */
export const invitationTemplate = 'accounts.invitation'

/** A mail as a row of the outbox. `subject` is null when its words are missing. */
export const mailRowSchema = z.object({
  id: idSchema,
  template: z.string(),
  recipient: z.string(),
  locale: z.string(),
  state: mailState,
  attempts: z.number(),
  lastError: z.string().nullable(),
  createdAt: z.date(),
  sendAfter: z.date(),
  sentAt: z.date().nullable(),
  subject: z.string().nullable(),
})
export type MailRow = z.output<typeof mailRowSchema>

/** One mail as its reader sees it, but for the address behind the button. */
export type ShownMail = MailRow & {
  replyTo: string | null
  paragraphs: readonly string[]
  button: string | null
  fine: readonly string[]
  isInvitation: boolean
}

export const whichMailSchema = z.strictObject({ id: idSchema })
