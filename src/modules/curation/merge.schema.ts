import { z } from 'zod'
import { sameValue } from '@/core/compare'
import { recordStatus, type RecordStatus } from '@/core/curated'
import { idSchema } from '@/core/id'
import { movedReferenceSchema } from '@/core/reference'
import { mergeableKind, type MergeableKind } from '@/modules/curation/duplicate.schema'
import { sides, type Side, mergeParts } from '@/modules/curation/merge-parts.schema'

export {
  type Side,
  actorParts,
  relationParts,
  mergeParts,
  actorLists,
  relationLists,
  mergedLists,
} from '@/modules/curation/merge-parts.schema'

const side = z.enum(sides, { error: 'choose' })
export const otherSide = (one: Side): Side => (one === 'first' ? 'second' : 'first')

const version = z
  .string({ error: 'unknown' })
  .regex(/^\d{1,9}$/, { error: 'unknown' })
  .transform(Number)

/** A sent page of comparison. What is not chosen comes from the record that stays. */
export const mergeFormSchema = z
  .strictObject({
    kind: mergeableKind,
    firstId: idSchema,
    secondId: idSchema,
    firstVersion: version,
    secondVersion: version,
    keep: side,
    choose: z.record(z.string(), side).default({}),
  })
  .superRefine(({ kind, firstId, secondId, choose }, context) => {
    if (firstId === secondId) context.addIssue({ code: 'custom', message: 'unknown', path: ['secondId'] })
    for (const part of Object.keys(choose))
      if (!Object.hasOwn(mergeParts[kind], part))
        context.addIssue({ code: 'custom', message: 'unknownField', path: ['choose', part.slice(0, 60)] })
  })
export type MergeForm = z.output<typeof mergeFormSchema>

/**
 * A record that a merge touched: its version after, its state before. What it said before stands in its history, where
 * `isNew` says that the merge wrote a version of its own.
 */
const touchedSchema = z.object({
  kind: mergeableKind,
  id: idSchema,
  version: z.number().int(),
  status: recordStatus,
  isNew: z.boolean(),
})
export type Touched = z.output<typeof touchedSchema>

/** What a merge moved: enough to take it back. `aliases` are the addresses that led to the other before. */
export const movedSchema = z.object({
  touched: z.array(touchedSchema),
  aliases: z.array(z.string()),
  references: z.array(movedReferenceSchema),
})

export const undoMergeSchema = z.strictObject({ id: idSchema })

type Content = Partial<Record<string, unknown>>
const isBlank = (value: unknown) => value === undefined || value === null || value === false || value === ''

/** What a page of comparison knows of each record when it proposes. */
type Weighed = { content: Content; status: RecordStatus; verifiedAt: Date | null; relations: number; id: string }

/** The record that stays unless somebody says otherwise: published, confirmed later, with more ties, older. */
function stays(first: Weighed, second: Weighed): Side {
  const ranks = (one: Weighed) => [Number(one.status === 'published'), one.verifiedAt?.getTime() ?? 0, one.relations]
  const [mine, theirs] = [ranks(first), ranks(second)]
  const at = mine.findIndex((rank, index) => rank !== theirs[index])
  return at === -1
    ? first.id < second.id
      ? 'first'
      : 'second'
    : (mine[at] ?? 0) > (theirs[at] ?? 0)
      ? 'first'
      : 'second'
}

// Texts of which the longer says more; the rest are facts, where length means nothing.
const longTexts = new Set(['description', 'offers', 'seeks', 'internalNotes', 'title'])
// Where a body is, is told by one of the two as a whole: a street of one in a town of the other would be nowhere.
const where = ['place', 'address', 'postalCode', 'city', 'country', 'lau', 'homeTerritoryId']

/** Which record stays and from which each differing part comes, unless somebody chooses otherwise. */
export function proposed(
  kind: MergeableKind,
  first: Weighed,
  second: Weighed,
): { keep: Side; choose: Record<string, Side> } {
  const keep = stays(first, second)
  const [kept, other] = keep === 'first' ? [first.content, second.content] : [second.content, first.content]
  const parts = mergeParts[kind]
  const isEmpty = (content: Content, names: readonly string[]) => names.every((name) => isBlank(content[name]))
  const placed = (content: Content) => !isEmpty(content, ['address', 'postalCode', 'city', 'placeId'])
  const hasOthersPlace = kind === 'actor' && !placed(kept) && placed(other)
  const choose = Object.entries(parts)
    .filter(([, names]) => names.some((name) => !sameValue(kept[name], other[name])))
    .map(([part, names]): [string, Side] => {
      const longer =
        JSON.stringify(other[names[0] ?? ''] ?? '').length > JSON.stringify(kept[names[0] ?? ''] ?? '').length
      const isOthers =
        where.includes(part) && kind === 'actor'
          ? hasOthersPlace
          : (isEmpty(kept, names) && !isEmpty(other, names)) || (longTexts.has(part) && longer)
      return [part, isOthers ? otherSide(keep) : keep]
    })
  return { keep, choose: Object.fromEntries(choose) }
}
