import { z } from 'zod'

/** What the retention job looks through, in its order. */
export const retentionParts = [
  'persons',
  'suggestions',
  'requests',
  'invitations',
  'mails',
  'links',
  'sessions',
  'counters',
  'returned',
] as const
export const retentionPart = z.enum(retentionParts)

/** How many of each are past their time. */
export const retentionCountsSchema = z.record(retentionPart, z.number().int())
export type RetentionCounts = z.output<typeof retentionCountsSchema>

/** A form with a button and nothing else. */
export const runSchema = z.strictObject({ mode: z.enum(['dry', 'now'], { error: 'choose' }) })
