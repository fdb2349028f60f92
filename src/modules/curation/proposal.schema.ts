import { z } from 'zod'
import { idSchema } from '@/core/id'
import { decodeKey, type PageKey, placeIn } from '@/core/page'
import { paragraphs } from '@/core/text'

/** Records that have forms, versions and proposals. */
export const curatedKind = z.enum(['actor', 'relation', 'practice'], { error: 'unknown' })
export type CuratedKind = z.output<typeof curatedKind>

/** One row of the queue: somebody's change of a published record, waiting, or answered. */
export const proposalRowSchema = z.object({
  id: idSchema,
  kind: curatedKind,
  recordId: idSchema,
  state: z.enum(['accepted', 'pending', 'declined']),
  createdAt: z.date(),
  /** A person, or for an import the source it read. */
  author: z.string().nullable(),
  isImport: z.boolean(),
  answer: z.string().nullable(),
})
export type ProposalRow = z.output<typeof proposalRowSchema> & { name: string }

const version = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'unknown' })
  .transform(Number)

/** A coordinator takes a proposal: whole, or part by part. `version` is the record he saw. */
export const acceptProposalSchema = z.strictObject({
  id: idSchema,
  version,
  part: z.record(z.string(), z.enum(['proposed', 'now'], { error: 'choose' })).default({}),
})
export type AcceptProposal = z.output<typeof acceptProposalSchema>

export const declineProposalSchema = z.strictObject({
  id: idSchema,
  reason: z.string({ error: 'reasonMissing' }).pipe(paragraphs(1000)),
})
export const withdrawProposalSchema = z.strictObject({ id: idSchema })

/** Where a page of the queue goes on; null = from its beginning. */
export const afterMoment = (text: string | null | undefined): PageKey | null =>
  placeIn({ after: decodeKey(text ?? '') ?? undefined }, { moment: ['time', 'id'] }, 'moment').after
