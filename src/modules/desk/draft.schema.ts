import { z } from 'zod'
import { idSchema } from '@/core/id'

/** Forms that keep what is being typed. */
const draftForms = ['actor', 'relation', 'practice'] as const
export const draftForm = z.enum(draftForms, { error: 'unknown' })
export type DraftForm = z.output<typeof draftForm>

/** Which unsent form: of which record, opened at which version (null = a new record). */
export const draftKeySchema = z.object({
  form: draftForm,
  recordId: idSchema,
  base: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .nullish()
    .transform((version) => version ?? null),
})
export type DraftKey = z.output<typeof draftKeySchema>

/** One unsent form in the desk's list. */
export const unsentFormSchema = z.object({
  form: draftForm,
  recordId: idSchema,
  isNew: z.boolean(),
  /** What was typed as its name or title; null = nothing yet. */
  name: z.string().nullable(),
  type: z.string().nullable(),
  updatedAt: z.date(),
})
export type UnsentForm = z.output<typeof unsentFormSchema>

export const dropDraftSchema = z.strictObject({ form: draftForm, recordId: idSchema })
