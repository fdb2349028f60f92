import { z } from 'zod'
import { idSchema } from '@/core/id'
import { emailAddress, line, paragraphs } from '@/core/text'

/** A field no human sees: whoever fills it in is a program. */
const trap = z.string().max(0, { error: 'invalid' }).optional()

/** What a visitor writes to a contact person. */
export const relayFormSchema = z.strictObject({
  to: idSchema,
  name: line(120),
  email: emailAddress,
  message: paragraphs(3000),
  website: trap,
})
export type RelayForm = z.output<typeof relayFormSchema>

/** What the link of the confirmation carries. */
export const relaySubjectSchema = z.object({ personId: idSchema, name: z.string(), message: z.string() })
export type RelaySubject = z.output<typeof relaySubjectSchema>

export const tokenSchema = z.strictObject({ token: z.string().max(100) })

/** A message that waits for its writer, as its page shows it. */
export const waitingMessageSchema = relaySubjectSchema.extend({
  email: z.string(),
  to: z.object({ name: z.string(), actor: z.string(), slug: z.string() }),
})
export type WaitingMessage = z.output<typeof waitingMessageSchema>
