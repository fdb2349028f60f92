import { z } from 'zod'
import { idSchema } from '@/core/id'
import { emailAddress, line, paragraphs } from '@/core/text'
import { requestKinds } from '@/modules/privacy/choices.schema'

export { requestKinds } from '@/modules/privacy/choices.schema'

const requestStates = ['unconfirmed', 'open', 'done', 'declined'] as const

/** A data subject asks (Regulation (EU) 2016/679, art. 15 to 21). Without a territory it goes to the administrators. */
export const newRequestSchema = z.strictObject({
  kind: z.enum(requestKinds, { error: 'choose' }),
  name: line(120),
  email: emailAddress,
  territoryId: idSchema.optional(),
  message: paragraphs(3000),
  website: z.string().max(0, { error: 'invalid' }).optional(),
})
export type NewRequest = z.output<typeof newRequestSchema>

export const requestTokenSchema = z.strictObject({ token: z.string().max(100) })

/** What is done or why not: the person reads it. */
export const answerSchema = z.strictObject({
  id: idSchema,
  outcome: z.enum(['done', 'declined'], { error: 'choose' }),
  answer: z.string({ error: 'required' }).pipe(paragraphs(3000)),
})
export type Answer = z.output<typeof answerSchema>

export const requestIdSchema = z.strictObject({ id: idSchema })

/** A request as its queue shows it. */
export const dataRequestSchema = z.object({
  id: idSchema,
  kind: z.enum(requestKinds),
  territoryId: idSchema.nullable(),
  territory: z.string().nullable(),
  name: z.string(),
  email: z.string(),
  message: z.string(),
  state: z.enum(requestStates),
  answer: z.string().nullable(),
  createdAt: z.date(),
  confirmedAt: z.date().nullable(),
  dueOn: z.date(),
  decidedAt: z.date().nullable(),
})
export type DataRequest = z.output<typeof dataRequestSchema>
