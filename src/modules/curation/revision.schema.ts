import { z } from 'zod'
import { idSchema } from '@/core/id'
import { curatedKind } from '@/modules/curation/proposal.schema'

/** One version of a record, as its history lists it. */
export const revisionRowSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  createdAt: z.date(),
  /** A person, or for an import its file. */
  author: z.string().nullable(),
  isImport: z.boolean(),
  /** Who proposed what a coordinator took. */
  proposedBy: z.string().nullable(),
  action: z.string().nullable(),
  isFirst: z.boolean(),
  /** Parts of the record that changed (core/record-part). */
  parts: z.array(z.string()),
  reason: z.string().nullable(),
})
export type RevisionRow = z.output<typeof revisionRowSchema>

/** What is done with the files of a record, as the log calls it. */
export const fileDeeds = [
  'file-add',
  'file-change',
  'file-remove',
  'file-restore',
  'file-accept',
  'file-decline',
] as const

/** Something done with a file of a record, as its history lists it. */
export const fileDeedSchema = z.object({
  id: z.bigint().transform(String),
  at: z.date(),
  action: z.enum(fileDeeds),
  /** Only the order of the files changed. */
  isOrder: z.boolean(),
  /** What the file is called, or was last called; null where the log did not know yet which one it was. */
  file: z.object({ name: z.string(), language: z.string().nullable() }).nullable(),
  author: z.string().nullable(),
})
export type FileDeed = z.output<typeof fileDeedSchema>

const number = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'unknown' })
  .transform(Number)

/** Which version a record gets back; `version` is the one it has. */
export const restoreVersionSchema = z.strictObject({ kind: curatedKind, id: idSchema, version: number, to: number })
export type RestoreVersion = z.output<typeof restoreVersionSchema>

/** The two versions an address asks to compare; null = none it could mean. */
export function comparedIn(a: unknown, b: unknown): { a: number; b: number } | null {
  const [one, other] = [number.safeParse(a), number.safeParse(b)]
  if (!one.success || !other.success || one.data === other.data) return null
  return { a: Math.min(one.data, other.data), b: Math.max(one.data, other.data) }
}
