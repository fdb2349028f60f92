import { z } from 'zod'
import { type DeskFilter, recordStatuses } from '@/core/curated'
import { idSchema } from '@/core/id'
import { line } from '@/core/text'
import { theme } from '@/modules/taxonomy/taxonomy.schema'
import { mostAtOnce } from '@/modules/desk/choices.schema'

export { mostAtOnce } from '@/modules/desk/choices.schema'

export const bulkKinds = ['actor', 'relation'] as const
export type BulkKind = (typeof bulkKinds)[number]
export const bulkDeeds = ['publish', 'verify', 'tag', 'archive'] as const
export type BulkDeedName = (typeof bulkDeeds)[number]

/** What the list of the desk shows, as its address and its form say it. */
export const deskListSchema = z.object({
  status: z.enum(recordStatuses).optional().catch(undefined),
  care: z.literal('confirm').optional().catch(undefined),
  tag: line(60).optional().catch(undefined),
  q: line(200).optional().catch(undefined),
})
export type DeskListing = z.output<typeof deskListSchema>

export const filterOfListing = ({ status, care, tag, q }: DeskListing): DeskFilter => ({
  ...(status !== undefined && { status: [status] }),
  ...(care !== undefined && { status: ['published'], toConfirm: true }),
  ...(tag !== undefined && { tag }),
  ...(q !== undefined && { q }),
})

/** The parameters of the list's address. */
export const addressOfListing = (list: DeskListing, more: Record<string, string> = {}): string =>
  new URLSearchParams(
    Object.entries({ ...list, ...more }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()

/** The sent list: records that were ticked, or all that match what it shows. */
export const bulkSchema = z
  .strictObject({
    kind: z.enum(bulkKinds, { error: 'unknown' }),
    deed: z.enum(bulkDeeds, { error: 'choose' }),
    ids: z.array(idSchema).max(mostAtOnce, { error: 'tooManyRecords' }).default([]),
    all: z.literal('1').optional(),
    addTag: line(60).optional(),
    list: deskListSchema.default({}),
  })
  .superRefine(({ kind, deed, ids, all, addTag }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (all === undefined && ids.length === 0) refuse('ids', 'nothingSelected')
    if (deed === 'tag' && addTag === undefined) refuse('addTag', 'required')
    if (deed === 'tag' && kind === 'relation' && addTag !== undefined && !theme.safeParse(addTag).success)
      refuse('addTag', 'unknown')
  })
export type BulkRequest = z.output<typeof bulkSchema>

export const undoBulkSchema = z.strictObject({ id: idSchema })

/** What a deed over many did to one record, or why it left it: a key of the messages `errors`. */
export const bulkRecordSchema = z.object({
  id: idSchema,
  kind: z.enum(bulkKinds),
  /** Versions before and after; the state it had; what confirmed it. */
  before: z.number().int().optional(),
  after: z.number().int().optional(),
  status: z.enum(recordStatuses).optional(),
  verified: z.object({ at: z.iso.datetime().nullable(), byId: idSchema.nullable(), now: z.iso.datetime() }).optional(),
  refused: z.string().optional(),
})
export type BulkRecord = z.output<typeof bulkRecordSchema>
