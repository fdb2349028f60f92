import { z } from 'zod'
import { countryCode } from '@/core/country'
import { curatedDetail, sourceSchema, visibility } from '@/core/curated'
import { beforeStart, edtfDate, endsBefore } from '@/core/edtf-date'
import { idSchema } from '@/core/id'
import { languageCode, localized } from '@/core/localized'
import { latitude, longitude, numeric, whole } from '@/core/number'
import { line, paragraphs, webAddress } from '@/core/text'
import {
  actorKind,
  direction,
  offer,
  partyRole,
  relationState,
  relationType,
  sdg,
  sectorCode,
  theme,
  usableByFirms,
} from '@/modules/taxonomy/taxonomy.schema'

/** Number of a place in the gazetteer: a column of 32 bits. */
const placeNumber = z
  .number()
  .int()
  .positive()
  .lt(2 ** 31, { error: 'partyUnknown' })

/** An end of a relation: an actor, a gazetteer place, or a country with the name (and point) the source gave. */
const party = z.union(
  [
    z.strictObject({ actorId: idSchema, role: partyRole }),
    z.strictObject({ placeId: placeNumber, role: partyRole }),
    z.strictObject({
      country: countryCode,
      placeName: line(200).optional(),
      longitude: longitude.optional(),
      latitude: latitude.optional(),
      role: partyRole,
    }),
  ],
  { error: 'partyUnknown' },
)
export type NewParty = z.output<typeof party>

const evidence = z.strictObject({ url: webAddress, title: line(200).optional() })

const amount = z.strictObject({
  value: numeric.refine((value) => value >= 0 && value < 1e13, { error: 'numberRange', params: { min: 0, max: 1e13 } }),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'badCurrency' }),
  year: whole(1900, new Date().getUTCFullYear() + 20).optional(),
})

/** What is the same end twice: one text per party. */
export const partyKey = (end: NewParty): string =>
  'actorId' in end
    ? `actor:${end.actorId}`
    : 'placeId' in end
      ? `place:${end.placeId}`
      : `country:${end.country}/${end.placeName ?? ''}/${end.longitude ?? ''}`

/** What somebody says of a relation. Only the type and two parties are needed to keep a draft. */
export const newRelationSchema = z
  .strictObject({
    type: relationType,
    originalLanguage: languageCode,
    /** Absent: pages name the parties instead. */
    title: localized(200).optional(),
    parties: z.array(party).min(2, { error: 'twoParties' }).max(500),
    direction: direction.optional(),
    state: relationState.default('active'),
    started: edtfDate.optional(),
    ended: edtfDate.optional(),
    renewed: edtfDate.optional(),
    description: localized(5000).optional(),
    legalBasis: line(300).optional(),
    programme: line(200).optional(),
    call: line(200).optional(),
    projectAcronym: line(100).optional(),
    projectNumber: line(60).optional(),
    eventsPerYear: whole(0, 100_000).optional(),
    people: whole(0, 100_000_000).optional(),
    amount: amount.optional(),
    themes: z.array(theme).max(14).default([]),
    sectors: z.array(sectorCode).max(20).default([]),
    sdgs: z.array(sdg).max(17).default([]),
    holderId: idSchema.optional(),
    usableByFirms: usableByFirms.optional(),
    offer: z.array(offer).max(5).default([]),
    evidence: z.array(evidence).max(40).default([]),
    internalNotes: paragraphs(5000).optional(),
    visibility: visibility.default('public'),
    fictitious: z.boolean().default(false),
    source: sourceSchema.optional(),
  })
  .superRefine((relation, context) => {
    const refuse = (path: (string | number)[], message: string, params: Record<string, string> = {}) =>
      context.addIssue({ code: 'custom', path, message, params })
    const seen = new Map<string, number>()
    relation.parties.forEach((end, index) => {
      const key = partyKey(end)
      if (seen.has(key)) refuse(['parties', index], 'partyTwice')
      else seen.set(key, index)
      if ('country' in end && (end.longitude === undefined) !== (end.latitude === undefined))
        refuse(['parties', index], 'halfPoint')
    })
    if (relation.started !== undefined && relation.ended !== undefined && endsBefore(relation.started, relation.ended))
      refuse(['ended'], ...beforeStart(relation.started, relation.ended))
    if (
      relation.started !== undefined &&
      relation.renewed !== undefined &&
      endsBefore(relation.started, relation.renewed)
    )
      refuse(['renewed'], ...beforeStart(relation.started, relation.renewed))
    if (relation.state === 'ended' && relation.ended === undefined && relation.source === undefined)
      refuse(['ended'], 'endMissing')
  })
  .brand<'NewRelation'>()
export type NewRelation = z.output<typeof newRelationSchema>
export type NewRelationInput = z.input<typeof newRelationSchema>

/** Fields a revision compares and an import may write, in the order of the form. */
export const relationFields = [
  'type',
  'originalLanguage',
  'title',
  'parties',
  'direction',
  'state',
  'started',
  'ended',
  'renewed',
  'description',
  'legalBasis',
  'programme',
  'call',
  'projectAcronym',
  'projectNumber',
  'eventsPerYear',
  'people',
  'amount',
  'themes',
  'sectors',
  'sdgs',
  'holderId',
  'usableByFirms',
  'offer',
  'evidence',
  'internalNotes',
  'visibility',
  'fictitious',
  'source',
] as const satisfies readonly (keyof NewRelation)[]

/** A party as it is shown: an actor with its page, or a place. `name` is in the reader's language where there is one. */
const shownPartySchema = z.object({
  role: partyRole,
  actor: z.object({ id: idSchema, slug: z.string(), kind: actorKind, homeTerritoryId: idSchema.nullable() }).nullable(),
  placeId: z.number().int().nullable(),
  name: z.object({ value: z.string(), language: z.string().nullable() }),
  city: z.string().nullable(),
  country: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})
export type ShownParty = z.output<typeof shownPartySchema>

const holderSchema = z.object({ id: idSchema, slug: z.string(), name: z.string() })

/** One row of a list. Lists show at most the first six parties and say how many there are. */
export const relationSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  type: relationType,
  direction,
  state: relationState,
  /** null: name the parties. */
  title: z.object({ value: z.string(), language: z.string() }).nullable(),
  parties: z.array(shownPartySchema),
  partyCount: z.number().int(),
  countries: z.array(z.string()),
  isInternational: z.boolean(),
  started: z.string().nullable(),
  ended: z.string().nullable(),
  renewed: z.string().nullable(),
  programme: z.string().nullable(),
  projectAcronym: z.string().nullable(),
  usableByFirms: usableByFirms.nullable(),
  holder: holderSchema.nullable(),
  verifiedAt: z.date().nullable(),
  demo: z.boolean(),
  fictitious: z.boolean(),
})
export type RelationSummary = z.output<typeof relationSummarySchema>

export const relationDeskRowSchema = relationSummarySchema.extend({
  status: z.enum(['draft', 'submitted', 'published', 'archived']),
  version: z.number().int(),
  updatedAt: z.date(),
  sentBackReason: z.string().nullable(),
})
export type RelationDeskRow = z.output<typeof relationDeskRowSchema>

/** Everything a detail page and the API show of one relation. */
export const relationDetailSchema = z.object({
  ...curatedDetail,
  type: relationType,
  originalLanguage: z.string(),
  title: localized(200).nullable(),
  parties: z.array(shownPartySchema),
  countries: z.array(z.string()),
  isInternational: z.boolean(),
  direction,
  state: relationState,
  started: z.string().nullable(),
  ended: z.string().nullable(),
  renewed: z.string().nullable(),
  description: localized(5000).nullable(),
  legalBasis: z.string().nullable(),
  programme: z.string().nullable(),
  call: z.string().nullable(),
  projectAcronym: z.string().nullable(),
  projectNumber: z.string().nullable(),
  eventsPerYear: z.number().nullable(),
  people: z.number().nullable(),
  amount: z.object({ value: z.number(), currency: z.string(), year: z.number().nullable() }).nullable(),
  themes: z.array(theme),
  sectors: z.array(z.string()),
  sdgs: z.array(sdg),
  holder: holderSchema.nullable(),
  usableByFirms: usableByFirms.nullable(),
  offer: z.array(offer),
  evidence: z.array(z.object({ url: z.string(), title: z.string().optional() })),
  /** Territories at other ends that say it is not so, until its curator answers. */
  contests: z.array(z.object({ territory: curatedDetail.territory.unwrap(), openedAt: z.date() })),
})
export type RelationDetail = z.output<typeof relationDetailSchema>
