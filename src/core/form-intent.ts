import { z } from 'zod'
import type { RecordStatus } from './curated'
import { idSchema } from './id'
import { paragraphs } from './text'

/** What the button says that sent a curated record's form. */
const formIntents = ['save', 'submit', 'publish', 'propose'] as const
const formIntent = z.enum(formIntents, { error: 'choose' })
type FormIntent = z.output<typeof formIntent>

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
  /** The version whose differences were shown; `take` says which parts of it the writer prefers. */
  seen: z
    .string()
    .regex(/^\d{1,9}$/, { error: 'unknown' })
    .transform(Number)
    .optional(),
  take: z.record(z.string(), z.enum(['mine', 'theirs'])).optional(),
  /** Curator of a new record: a territory, or `commons`; absent = worked out. */
  territoryId: z.union([idSchema, z.literal('commons')], { error: 'choose' }).optional(),
})
export type FormHead = z.output<typeof formHead>

/** Fields of a form that say something of itself, not of the record. */
export const headFields = ['intent', 'id', 'version', 'seen', 'take', 'territoryId'] as const

/** The version a writer knows, and the parts in which he prefers what stands there. */
export const knownVersion = ({ version, seen }: FormHead): number | undefined => seen ?? version
export const takenParts = ({ take = {} }: FormHead): string[] =>
  Object.keys(take).filter((part) => take[part] === 'theirs')

/** The state a record gets by a form: a plain save, or a change that waits for a coordinator, leaves it where it is. */
export const statusAfter = (intent: FormIntent, present: RecordStatus | null): RecordStatus =>
  intent === 'submit' ? 'submitted' : intent === 'publish' ? 'published' : (present ?? 'draft')

/** The word for it in history. */
export const actionOf = (intent: FormIntent): { action?: string } =>
  intent === 'submit' || intent === 'publish' ? { action: intent } : {}

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
  if (status === 'published' && !mayPublish) return ['propose']
  if (status === 'published' || status === 'archived') return ['save']
  if (mayPublish) return ['publish', 'save']
  return status === 'submitted' ? ['save'] : ['submit', 'save']
}
