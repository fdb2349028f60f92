import { z } from 'zod'

// Names become part of a statement: nothing else may stand there.
const name = z.string().regex(/^[a-z_]{1,60}$/)

/**
 * A column that points to a record. `key` names the row; where the column is part of the primary key, `once` says so:
 * a record stands there once only.
 */
const referenceSchema = z.object({
  table: name,
  column: name,
  key: z.array(name),
  once: z.boolean().default(false),
})
export type Reference = z.output<typeof referenceSchema>

/** What moved: the keys of rows that point elsewhere now, and whole rows that were left out as twins. */
export const movedReferenceSchema = referenceSchema.extend({
  rows: z.array(z.record(z.string(), z.unknown())),
  twins: z.array(z.record(z.string(), z.unknown())),
})
export type MovedReference = z.output<typeof movedReferenceSchema>
