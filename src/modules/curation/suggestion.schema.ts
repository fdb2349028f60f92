import { z } from 'zod'
import { idSchema } from '@/core/id'
import { emailAddress, paragraphs } from '@/core/text'
import { suggestedChanges } from '@/modules/curation/suggested-field.schema'

const suggestibleKinds = ['actor', 'relation', 'practice', 'territory'] as const
export const suggestibleKind = z.enum(suggestibleKinds, { error: 'unknown' })
export type SuggestibleKind = z.output<typeof suggestibleKind>

/** The list that holds a record of a kind, in addresses. */
export const pathOfKind = {
  actor: 'actors',
  relation: 'relations',
  practice: 'practices',
  territory: 'territories',
} as const

const versionText = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'unknown' })
  .transform(Number)
const token = z.string().max(100)
const texts = z.record(z.string(), paragraphs(10_000)).default({})

/**
 * A sent suggestion. `fields` holds what the light form says of the record, changed or not, and `seen` what it said
 * when it was opened; `stamp` when that was; `website` is seen by programs only. `token` is the mailed link of a
 * holder, who needs no further confirmation.
 */
export const suggestionForm = z.strictObject({
  kind: suggestibleKind,
  id: idSchema,
  version: versionText,
  stamp: token,
  token: token.optional(),
  website: z.undefined({ error: 'formUnknown' }).optional(),
  fields: texts,
  seen: texts,
  message: paragraphs(2000).optional(),
  email: emailAddress.optional(),
})
export type SuggestionForm = z.output<typeof suggestionForm>

const answer = paragraphs(2000)
const field = z.string().max(40)

/** "Take these fields": `version` is the one of the record that was looked at. */
export const acceptMove = z.strictObject({
  id: idSchema,
  version: versionText,
  fields: z.union([field.transform((one) => [one]), z.array(field).max(40)]).default([]),
  answer: answer.optional(),
})
export const declineMove = z.strictObject({ id: idSchema, answer: z.string({ error: 'answerMissing' }).pipe(answer) })

const suggestionStates = ['unconfirmed', 'waiting', 'accepted', 'declined'] as const

/** A suggestion in the queue. `name` is the record's original one, blank when it is not there any more. */
export const suggestionRowSchema = z
  .object({
    id: idSchema,
    kind: suggestibleKind,
    record_id: idSchema,
    name: z.string(),
    state: z.enum(suggestionStates),
    changed: z.array(z.string()),
    message: z.string().nullable(),
    created_at: z.date(),
    decided_at: z.date().nullable(),
  })
  .transform(({ record_id: recordId, created_at: createdAt, decided_at: decidedAt, ...row }) => ({
    ...row,
    recordId,
    createdAt,
    decidedAt,
  }))
export type SuggestionRow = z.output<typeof suggestionRowSchema>

export const suggestionSubject = z.object({ suggestion: idSchema })

/** What a suggestion changes, as it was stored; nothing for one in words only. */
export const storedChanges = suggestedChanges.catch({ locale: 'en', fields: {} })
