import { z } from 'zod'
import { countryCode } from '@/core/country'
import { curatedDetail, sourceSchema, visibility } from '@/core/curated'
import { edtfDate } from '@/core/edtf-date'
import { idSchema } from '@/core/id'
import { languageCode, localized } from '@/core/localized'
import { latitude, longitude } from '@/core/number'
import { emailAddress, line, paragraphs, phoneNumber, webAddress } from '@/core/text'
import {
  actorKind,
  identifierScheme,
  iscedField,
  legalStatus,
  nameKind,
  pointPrecision,
  sectorCode,
  sizeClass,
} from '@/modules/taxonomy/taxonomy.schema'
import { identifierProblem, normalIdentifier } from '@/modules/actors/identifier.schema'

const actorName = z.strictObject({
  kind: nameKind,
  language: languageCode,
  value: line(200),
  machine: z.boolean().default(false),
})

const identifier = z
  .strictObject({ scheme: identifierScheme, value: line(200) })
  .transform(({ scheme, value }) => ({ scheme, value: normalIdentifier(scheme, value) }))
  .superRefine(({ scheme, value }, context) => {
    const problem = identifierProblem(scheme, value)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem, path: ['value'] })
  })

/** What somebody says of an actor: the content of a form, a row of a file or a body of the API. */
export const newActorSchema = z
  .strictObject({
    kind: actorKind,
    originalLanguage: languageCode,
    names: z.array(actorName).min(1, { error: 'required' }).max(60),
    description: localized(5000).optional(),
    address: line(300).optional(),
    postalCode: line(20).optional(),
    city: line(120).optional(),
    placeId: z
      .number()
      .int()
      .positive()
      .lt(2 ** 31, { error: 'placeUnknown' })
      .optional(),
    country: countryCode,
    lau: line(20).optional(),
    longitude: longitude.optional(),
    latitude: latitude.optional(),
    precision: pointPrecision.optional(),
    geocodedFrom: line(200).optional(),
    coarsened: z.boolean().default(false),
    /** Set by hand; absent = worked out from the point. */
    homeTerritoryId: idSchema.optional(),
    identifiers: z.array(identifier).max(40).default([]),
    sectors: z.array(sectorCode).max(20).default([]),
    iscedFields: z.array(iscedField).max(11).default([]),
    tags: z.array(line(60)).max(30).default([]),
    size: sizeClass.optional(),
    employeesBand: line(40).optional(),
    founded: edtfDate.optional(),
    languagesSpoken: z.array(languageCode).max(40).default([]),
    targetCountries: z.array(countryCode).max(100).default([]),
    offers: localized(1000).optional(),
    seeks: localized(1000).optional(),
    legalStatus: legalStatus.default('active'),
    /** Since when it is inactive or merged. */
    legalStatusSince: edtfDate.optional(),
    parentId: idSchema.optional(),
    successorId: idSchema.optional(),
    email: emailAddress.optional(),
    phone: phoneNumber.optional(),
    website: webAddress.optional(),
    internalNotes: paragraphs(5000).optional(),
    visibility: visibility.default('public'),
    fictitious: z.boolean().default(false),
    source: sourceSchema.optional(),
  })
  .superRefine((actor, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!actor.names.some((name) => name.kind === 'label' && name.language === actor.originalLanguage))
      refuse('names', 'originalMissing')
    if (actor.longitude !== undefined && actor.latitude === undefined) refuse('latitude', 'halfPoint')
    if (actor.latitude !== undefined && actor.longitude === undefined) refuse('longitude', 'halfPoint')
    if (actor.longitude === undefined && actor.precision !== undefined && actor.latitude === undefined)
      refuse('precision', 'precisionWithoutPoint')
    if (actor.legalStatus === 'merged' && actor.successorId === undefined) refuse('successorId', 'successorMissing')
  })
  .brand<'NewActor'>()
export type NewActor = z.output<typeof newActorSchema>
export type NewActorInput = z.input<typeof newActorSchema>

/** Fields a revision compares and an import may write, in the order of the form. */
export const actorFields = [
  'kind',
  'originalLanguage',
  'names',
  'description',
  'address',
  'postalCode',
  'city',
  'placeId',
  'country',
  'lau',
  'longitude',
  'latitude',
  'precision',
  'geocodedFrom',
  'coarsened',
  'homeTerritoryId',
  'identifiers',
  'sectors',
  'iscedFields',
  'tags',
  'size',
  'employeesBand',
  'founded',
  'languagesSpoken',
  'targetCountries',
  'offers',
  'seeks',
  'legalStatus',
  'legalStatusSince',
  'parentId',
  'successorId',
  'email',
  'phone',
  'website',
  'internalNotes',
  'visibility',
  'fictitious',
  'source',
] as const satisfies readonly (keyof NewActor)[]

const reference = z.object({ id: idSchema, slug: z.string(), name: z.string() })
const shownName = z.object({ value: z.string(), language: z.string() })

/** One row of a list, and what map, search and parties show of an actor. */
export const actorSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  kind: actorKind,
  /** In the reader's language where there is one, else the original. */
  name: shownName,
  city: z.string().nullable(),
  country: z.string(),
  homeTerritory: reference.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  sectors: z.array(z.string()),
  verifiedAt: z.date().nullable(),
  /** Public international relations. */
  relations: z.number().int(),
  demo: z.boolean(),
  fictitious: z.boolean(),
})
export type ActorSummary = z.output<typeof actorSummarySchema>

/** A row of the desk: own territory, every status. */
export const actorDeskRowSchema = actorSummarySchema.extend({
  status: z.enum(['draft', 'submitted', 'published', 'archived']),
  version: z.number().int(),
  updatedAt: z.date(),
  sentBackReason: z.string().nullable(),
})
export type ActorDeskRow = z.output<typeof actorDeskRowSchema>

/** Everything a detail page and the API show of one actor. */
export const actorDetailSchema = z.object({
  ...curatedDetail,
  kind: actorKind,
  originalLanguage: z.string(),
  names: z.array(z.object({ kind: nameKind, language: z.string(), value: z.string(), machine: z.boolean() })),
  description: localized(5000).nullable(),
  homeTerritory: reference.nullable(),
  address: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  nutsCode: z.string().nullable(),
  nutsVersion: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  precision: pointPrecision.nullable(),
  coarsened: z.boolean(),
  identifiers: z.array(z.object({ scheme: identifierScheme, value: z.string() })),
  sectors: z.array(z.string()),
  iscedFields: z.array(iscedField),
  tags: z.array(z.string()),
  size: sizeClass.nullable(),
  employeesBand: z.string().nullable(),
  founded: z.string().nullable(),
  languagesSpoken: z.array(z.string()),
  targetCountries: z.array(z.string()),
  offers: localized(1000).nullable(),
  seeks: localized(1000).nullable(),
  legalStatus,
  legalStatusSince: z.string().nullable(),
  parent: reference.nullable(),
  successor: reference.nullable(),
  predecessors: z.array(reference.extend({ since: z.string().nullable() })),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
})
export type ActorDetail = z.output<typeof actorDetailSchema>

/** The label in the reader's language, else the original. */
export const shownNameOf = (
  actor: Pick<ActorDetail, 'names' | 'originalLanguage'>,
  locale: string,
): { value: string; language: string } => {
  const labels = actor.names.filter((name) => name.kind === 'label')
  const found =
    labels.find((name) => name.language === locale) ??
    labels.find((name) => name.language === actor.originalLanguage) ??
    labels[0]
  return { value: found?.value ?? '', language: found?.language ?? actor.originalLanguage }
}
