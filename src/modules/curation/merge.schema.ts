import { z } from 'zod'
import { sameValue } from '@/core/compare'
import { recordStatus, type RecordStatus } from '@/core/curated'
import { idSchema } from '@/core/id'
import { movedReferenceSchema } from '@/core/reference'
import { type NewActor, actorFields } from '@/modules/actors/actor.schema'
import { mergeableKind, type MergeableKind } from '@/modules/curation/duplicate.schema'
import { type NewRelation, partyKey, relationFields } from '@/modules/relations/relation.schema'

export const side = z.enum(['first', 'second'], { error: 'choose' })
export type Side = z.output<typeof side>
export const otherSide = (one: Side): Side => (one === 'first' ? 'second' : 'first')

const version = z
  .string({ error: 'unknown' })
  .regex(/^\d{1,9}$/, { error: 'unknown' })
  .transform(Number)

/** What is chosen together: the name of a control of the record's own form → the fields it stands for. */
const actorParts = {
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

const relationParts = {
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
const actorLists = {
  identifiers: 40,
  sectors: 20,
  iscedFields: 11,
  tags: 30,
  languagesSpoken: 40,
  targetCountries: 100,
}
const relationLists = { themes: 14, sectors: 20, sdgs: 17, offer: 5, evidence: 40 }
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

const union = <Item>(kept: readonly Item[], other: readonly Item[], most: number): Item[] =>
  [...kept, ...other.filter((item) => !kept.some((have) => sameValue(have, item)))].slice(0, most)

/** Fields of the kept content, those of the chosen parts from the other. */
function picked<Content extends object>(
  fields: readonly (keyof Content & string)[],
  parts: Record<string, readonly string[]>,
  { kept, other, taken }: { kept: Content; other: Content; taken: ReadonlySet<string> },
): Record<string, unknown> {
  const fromOther = new Set([...taken].flatMap((part) => parts[part] ?? []))
  return Object.fromEntries(fields.map((field) => [field, (fromOther.has(field) ? other : kept)[field]]))
}

type Sides<Content> = { kept: Content; other: Content; taken: ReadonlySet<string> }

/** Every name of both: a second label in one language goes on as another name, so that it is still found. */
function mergedNames({ kept, other, taken }: Sides<NewActor>): NewActor['names'] {
  const [mine, theirs] = taken.has('name') ? [other.names, kept.names] : [kept.names, other.names]
  const labelled = new Set(mine.filter(({ kind }) => kind === 'label').map(({ language }) => language))
  const known = new Set(mine.map(({ language, value }) => `${language} ${value}`))
  const added = theirs
    .filter(({ language, value }) => !known.has(`${language} ${value}`))
    .map((name) => (name.kind === 'label' && labelled.has(name.language) ? { ...name, kind: 'alias' as const } : name))
  return [...mine, ...added].slice(0, 60)
}

/** The content of an actor made of two, still to be judged by its schema. */
export function mergedActor(ids: readonly string[], sides: Sides<NewActor>): Record<string, unknown> {
  const { kept, other } = sides
  const content = picked(actorFields, actorParts, sides)
  const isItself = (id: unknown) => typeof id === 'string' && ids.includes(id)
  return {
    ...content,
    names: mergedNames(sides),
    identifiers: union(kept.identifiers, other.identifiers, actorLists.identifiers),
    sectors: union(kept.sectors, other.sectors, actorLists.sectors),
    iscedFields: union(kept.iscedFields, other.iscedFields, actorLists.iscedFields),
    tags: union(kept.tags, other.tags, actorLists.tags),
    languagesSpoken: union(kept.languagesSpoken, other.languagesSpoken, actorLists.languagesSpoken),
    targetCountries: union(kept.targetCountries, other.targetCountries, actorLists.targetCountries),
    // One of the two was part of the other, or its successor: it cannot be its own.
    ...(isItself(content.parentId) && { parentId: undefined }),
    ...(isItself(content.successorId) && {
      successorId: undefined,
      legalStatus: 'active',
      legalStatusSince: undefined,
    }),
  }
}

/** The content of a relation made of two, still to be judged by its schema. */
export function mergedRelation(sides: Sides<NewRelation>): Record<string, unknown> {
  const { kept, other } = sides
  const present = new Set(kept.parties.map(partyKey))
  return {
    ...picked(relationFields, relationParts, sides),
    parties: [...kept.parties, ...other.parties.filter((end) => !present.has(partyKey(end)))],
    themes: union(kept.themes, other.themes, relationLists.themes),
    sectors: union(kept.sectors, other.sectors, relationLists.sectors),
    sdgs: union(kept.sdgs, other.sdgs, relationLists.sdgs),
    offer: union(kept.offer, other.offer, relationLists.offer),
    evidence: union(kept.evidence, other.evidence, relationLists.evidence),
  }
}
