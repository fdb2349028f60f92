import { z } from 'zod'
import { idSchema } from '@/core/id'
import { locales } from '@/core/localized'
import { emailAddress, line, phoneNumber } from '@/core/text'
import { personEntrySchema } from '@/modules/persons/person.schema'

const token = z.string().max(100)

/** "What is held about me": a link goes to this address, whatever is held. */
export const askOwnSchema = z.strictObject({
  email: emailAddress,
  website: z.string().max(0, { error: 'invalid' }).optional(),
})
export const renewOwnSchema = z.strictObject({ token })

/** One entry, or every entry of the address. */
export const ownEntrySchema = z.strictObject({
  token,
  personId: z.union([idSchema, z.literal('all')], { error: 'unknown' }),
})

/** What a person corrects of their own entry; the address is the proof of who they are and stays. */
export const correctEntrySchema = z.strictObject({
  token,
  personId: idSchema,
  name: line(120),
  role: line(120).optional(),
  phone: phoneNumber.optional(),
  locale: z.enum(locales, { error: 'choose' }),
})
export type CorrectEntry = z.output<typeof correctEntrySchema>

const deedSchema = z.object({ action: z.string(), at: z.date() })

/** All that is held about one address, as its page shows it and its file carries it. */
export const ownDataSchema = z.object({
  email: z.string(),
  persons: z.array(
    personEntrySchema.extend({
      actor: z.object({ name: z.string(), slug: z.string().nullable() }),
      createdAt: z.date(),
      deeds: z.array(deedSchema),
    }),
  ),
  hasAccount: z.boolean(),
  suggestions: z.array(
    z.object({ createdAt: z.date(), state: z.string(), message: z.string().nullable(), answer: z.string().nullable() }),
  ),
  requests: z.array(
    z.object({
      createdAt: z.date(),
      kind: z.enum(['access', 'correction', 'erasure', 'objection']),
      state: z.enum(['unconfirmed', 'open', 'done', 'declined']),
      message: z.string(),
      answer: z.string().nullable(),
      dueOn: z.date(),
    }),
  ),
  mails: z.array(
    z.object({ createdAt: z.date(), template: z.string(), state: z.string(), sentAt: z.date().nullable() }),
  ),
  /** Rows of other tables that hold the address, or the name in the records of the entries. */
  traces: z.array(
    z.object({ where: z.enum(['texts', 'versions', 'drafts', 'imports', 'other']), count: z.number().int() }),
  ),
})
export type OwnData = z.output<typeof ownDataSchema>

/** Which deed led back to the own page. */
export const ownDeeds = ['corrected', 'objected', 'erased'] as const
