import { z } from 'zod'
import type { RecordStatus } from './curated'
import { idSchema } from './id'
import { paragraphs } from './text'

/** What the button says that sent a curated record's form. */
export const formIntents = ['save', 'submit', 'publish'] as const
export const formIntent = z.enum(formIntents, { error: 'choose' })
export type FormIntent = z.output<typeof formIntent>

/** What every form of a curated record says beside its content. */
export const formHead = z.object({
  intent: formIntent.default('save'),
  /** The record's id; for a new record the id made when the form was opened. */
  id: idSchema,
  /** The version that was opened; absent = a new record. */
  version: z
    .string()
    .regex(/^\d{1,9}$/, { error: 'unknown' })
    .transform(Number)
    .optional(),
  /** Curator of a new record: a territory, or `commons`; absent = worked out. */
  territoryId: z.union([idSchema, z.literal('commons')], { error: 'choose' }).optional(),
})
export type FormHead = z.output<typeof formHead>

/** The state a record gets by a form: a plain save leaves it where it is. */
export const statusAfter = (intent: FormIntent, present: RecordStatus | null): RecordStatus =>
  intent === 'save' ? (present ?? 'draft') : intent === 'submit' ? 'submitted' : 'published'

/** The word for it in history. */
export const actionOf = (intent: FormIntent): { action?: string } => (intent === 'save' ? {} : { action: intent })

/** A deed on a record as it stands, without its content. */
export const recordMove = z.strictObject({
  id: idSchema,
  version: z
    .string()
    .regex(/^\d{1,9}$/, { error: 'unknown' })
    .transform(Number),
})

// Absent is not a fault of the form's shape but of the deed: it has its own sentence.
const sendBackReason = z.string({ error: 'reasonMissing' }).pipe(paragraphs(1000))

/** Back to its writer, who has to be told why. */
export const sendBackMove = recordMove.extend({ reason: sendBackReason })

/** What the buttons of a form do for this viewer, the primary one first. `status` null = a new record. */
export function intentsFor(status: RecordStatus | null, mayPublish: boolean): readonly FormIntent[] {
  if (status === 'published' || status === 'archived') return ['save']
  if (mayPublish) return ['publish', 'save']
  return status === 'submitted' ? ['save'] : ['submit', 'save']
}
