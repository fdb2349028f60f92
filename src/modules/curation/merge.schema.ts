import { z } from 'zod'
import { sameValue } from '@/core/compare'
import { recordStatus, type RecordStatus } from '@/core/curated'
import { idSchema } from '@/core/id'
import { movedReferenceSchema } from '@/core/reference'
import type { NewActor } from '@/modules/actors/actor.schema'
import { mergeableKind, type MergeableKind } from '@/modules/curation/duplicate.schema'
import type { NewRelation } from '@/modules/relations/relation.schema'

export const side = z.enum(['first', 'second'], { error: 'choose' })
export type Side = z.output<typeof side>
export const otherSide = (one: Side): Side => (one === 'first' ? 'second' : 'first')

const version = z
  .string({ error: 'unknown' })
  .regex(/^\d{1,9}$/, { error: 'unknown' })
  .transform(Number)

/** What is chosen together: the name of a control of the record's own form → the fields it stands for. */
export const actorParts = {
  kind: ['kind'],
  name: ['originalLanguage', 'names'],
  description: ['description'],
  place: ['placeId'],
  address: ['address'],
  postalCode: ['postalCode'],
  city: ['city'],
  country: ['country'],
  longitude: ['longitude', 'latitude', 'precision', 'geocodedFrom'],
  coarsened: ['coarsened'],
  homeTerritoryId: ['homeTerritoryId'],
  lau: ['lau'],
  size: ['size'],
  employeesBand: ['employeesBand'],
  founded: ['founded'],
  offers: ['offers'],
  seeks: ['seeks'],
  website: ['website'],
  email: ['email'],
  phone: ['phone'],
  parent: ['parentId'],
  legalStatus: ['legalStatus', 'legalStatusSince', 'successorId'],
  visibility: ['visibility'],
  source: ['source'],
  internalNotes: ['internalNotes'],
  fictitious: ['fictitious'],
} as const satisfies Record<string, readonly (keyof NewActor)[]>

export const relationParts = {
  started: ['started'],
  renewed: ['renewed'],
  ended: ['ended'],
  state: ['state'],
  direction: ['direction'],
  holder: ['holderId'],
  usableByFirms: ['usableByFirms'],
  title: ['title', 'originalLanguage'],
  description: ['description'],
  programme: ['programme'],
  call: ['call'],
  projectAcronym: ['projectAcronym'],
  projectNumber: ['projectNumber'],
  legalBasis: ['legalBasis'],
  eventsPerYear: ['eventsPerYear'],
  people: ['people'],
  amount: ['amount'],
  visibility: ['visibility'],
  source: ['source'],
  internalNotes: ['internalNotes'],
  fictitious: ['fictitious'],
} as const satisfies Record<string, readonly (keyof NewRelation)[]>

export const mergeParts: Record<MergeableKind, Record<string, readonly string[]>> = {
  actor: actorParts,
  relation: relationParts,
}

/** Lists of both records become one list, with the most each may hold: nothing is to be chosen. */
export const actorLists = {
  identifiers: 40,
  sectors: 20,
  iscedFields: 11,
  tags: 30,
  languagesSpoken: 40,
  targetCountries: 100,
}
export const relationLists = { themes: 14, sectors: 20, sdgs: 17, offer: 5, evidence: 40 }
export const mergedLists: Record<MergeableKind, readonly string[]> = {
  actor: ['names', ...Object.keys(actorLists)],
  relation: ['parties', ...Object.keys(relationLists)],
}

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
export type Weighed = { content: Content; status: RecordStatus; verifiedAt: Date | null; relations: number; id: string }

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
