import type { z } from 'zod'
import { AppError } from './app-error'
import { sameValue } from './compare'
import { fieldProblems } from './field-problems'

/** What a record says, field by field. */
export type Content = Readonly<Record<string, unknown>>

/** Fields that only make sense together: shown, chosen and taken as one. `key` is the first of them. */
export type RecordPart = { key: string; fields: readonly string[] }

/** Each field is a part of its own, but for those that `groups` keeps together. */
export function partsOf(fields: readonly string[], groups: readonly (readonly string[])[]): RecordPart[] {
  const later = new Set(groups.flatMap(([, ...rest]) => rest))
  return fields
    .filter((field) => !later.has(field))
    .map((key) => ({ key, fields: groups.find(([first]) => first === key) ?? [key] }))
}

const isPartEqual = ({ fields }: RecordPart, one: Content, other: Content): boolean =>
  fields.every((field) => sameValue(one[field], other[field]))

/** `content` with the parts of these keys as `from` has them. */
export function withParts(
  parts: readonly RecordPart[],
  content: Content,
  { from, keys }: { from: Content; keys: readonly string[] },
): Record<string, unknown> {
  const taken = parts.filter(({ key }) => keys.includes(key)).flatMap(({ fields }) => fields)
  const kept = Object.entries(content).filter(([field]) => !taken.includes(field))
  const brought = taken.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]] as const]))
  return Object.fromEntries([...kept, ...brought])
}

/** The same, judged as a whole: parts that are sound apart may not be so together. Throws `invalid` with the fields. */
export function mixedContent<Schema extends z.ZodType>(
  schema: Schema,
  parts: readonly RecordPart[],
  { content, from, keys }: { content: Content; from: Content; keys: readonly string[] },
): z.output<Schema> {
  const mixed = schema.safeParse(withParts(parts, content, { from, keys }))
  if (!mixed.success) throw new AppError('invalid', 'invalid', {}, fieldProblems(mixed.error))
  return mixed.data
}

/** How one part of a proposal stands against the record as it is now (three-way). */
export type PartState =
  | 'open' // the record still says what the author saw
  | 'moved' // somebody changed the same part since: one of the two has to be chosen
  | 'same' // the record says so already

/** The parts a proposal changes, and how each stands now. */
export const proposedParts = (
  parts: readonly RecordPart[],
  { before, after, now }: { before: Content; after: Content; now: Content },
): { part: RecordPart; state: PartState }[] =>
  parts
    .filter((part) => !isPartEqual(part, before, after))
    .map((part) => ({
      part,
      state: isPartEqual(part, after, now) ? 'same' : isPartEqual(part, before, now) ? 'open' : 'moved',
    }))
