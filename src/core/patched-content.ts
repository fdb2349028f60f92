import type { z } from 'zod'
import { AppError } from './app-error'
import { fieldProblems } from './field-problems'
import { mergePatch } from './merge-patch'

/**
 * What a record says with a merge patch (RFC 7396) of a program applied. Throws `invalid` naming every field that cannot
 * be written: those that are none of `fields`, and what the schema refuses.
 */
export function patchedContent<Schema extends z.ZodType>(
  schema: Schema,
  fields: readonly string[],
  { content, patch }: { content: object; patch: object },
): z.output<Schema> {
  const known: ReadonlySet<string> = new Set(fields)
  const strange = Object.keys(patch).filter((field) => !known.has(field))
  const parsed = schema.safeParse(mergePatch(content, patch))
  const problems = [
    ...strange.map((field) => ({ field, message: 'unknownField' })),
    ...(parsed.success ? [] : fieldProblems(parsed.error).filter(({ field }) => !strange.includes(field))),
  ]
  if (!parsed.success || strange.length > 0) throw new AppError('invalid', 'invalid', {}, problems)
  return parsed.data
}
