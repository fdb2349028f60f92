import { z } from 'zod'
import { retentionParts } from '@/modules/privacy/choices.schema'

export { retentionParts } from '@/modules/privacy/choices.schema'

const retentionPart = z.enum(retentionParts)

/** How many of each are past their time. */
export const retentionCountsSchema = z.record(retentionPart, z.number().int())
export type RetentionCounts = z.output<typeof retentionCountsSchema>

/** A form with a button and nothing else. */
export const runSchema = z.strictObject({ mode: z.enum(['dry', 'now'], { error: 'choose' }) })
