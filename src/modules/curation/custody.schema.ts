import { z } from 'zod'
import { idSchema } from '@/core/id'
import { line, paragraphs } from '@/core/text'
import { curatedRecordSchema, mergeableKind } from '@/modules/curation/duplicate.schema'

const at = {
  kind: mergeableKind,
  id: idSchema,
  version: z
    .string({ error: 'unknown' })
    .regex(/^\d{1,9}$/, { error: 'unknown' })
    .transform(Number),
}

/** A territory takes a record over from the commons. */
export const claimSchema = z.strictObject({ ...at, territoryId: z.uuid({ error: 'choose' }) })
export type Claim = z.output<typeof claimSchema>

/** An administrator gives a record to another curator, or to the commons. */
export const moveSchema = z.strictObject({
  ...at,
  territoryId: z.union([idSchema, z.literal('commons')], { error: 'choose' }),
  reason: paragraphs(1000).optional(),
})
export type Move = z.output<typeof moveSchema>

/** For good: the name has to be typed as it is. */
export const eraseSchema = z.strictObject({ ...at, name: z.string({ error: 'required' }).pipe(line(400)) })
export type Erase = z.output<typeof eraseSchema>

export const decideTransferSchema = z.strictObject({
  id: idSchema,
  decision: z.enum(['accept', 'decline'], { error: 'choose' }),
})
export type DecideTransfer = z.output<typeof decideTransferSchema>

/** A record that should go to another curator. */
export const transferSchema = z.object({
  id: idSchema,
  kind: mergeableKind,
  record: curatedRecordSchema,
  to: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  openedAt: z.date(),
})
export type Transfer = z.output<typeof transferSchema>
