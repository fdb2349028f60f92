import { z } from 'zod'
import { countryCode } from '@/core/country'
import { edtfDate, endsBefore } from '@/core/edtf-date'
import { idSchema } from '@/core/id'
import { languageCode, localized } from '@/core/localized'
import { line, webAddress } from '@/core/text'
import { territoryLevel } from '@/modules/taxonomy/taxonomy.schema'

const degrees = (most: number) => z.number().min(-most).max(most)
const position = z.tuple([degrees(180), degrees(90)]).rest(z.number())
const ring = z
  .array(position)
  .min(4)
  .refine((points) => points[0]?.[0] === points.at(-1)?.[0] && points[0]?.[1] === points.at(-1)?.[1])

/** A boundary: GeoJSON Polygon or MultiPolygon (RFC 7946), closed rings, degrees, at most 200,000 positions. */
export const boundary = z
  .union([
    z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
  ])
  .refine(({ coordinates }) => coordinates.flat(3).length <= 400_000, { error: 'badBoundary' })

const timeZones = new Set(Intl.supportedValuesOf('timeZone'))

const partDate = edtfDate.optional()

/** A policy instrument of a territory; `id` = one it already has. */
export const policyInstrument = z
  .strictObject({
    id: idSchema.optional(),
    name: localized(300),
    body: line(200).optional(),
    started: partDate,
    ended: partDate,
  })
  .superRefine(({ started, ended }, context) => {
    if (started === undefined || ended === undefined || !endsBefore(started, ended)) return
    context.addIssue({ code: 'custom', path: ['ended'], message: 'endBeforeStart', params: { start: started } })
  })

const facts = {
  name: localized(200),
  timeZone: z.string().refine((zone) => timeZones.has(zone), { error: 'badTimeZone' }),
  languages: z.array(languageCode).min(1, { error: 'required' }).max(10),
  description: localized(5000).optional(),
  partnerOrganisationId: idSchema.optional(),
  instruments: z.array(policyInstrument).max(50).default([]),
  sourceName: line(200).optional(),
  sourceUrl: webAddress.optional(),
}

const area = {
  level: territoryLevel,
  country: countryCode,
  nutsCode: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/, { error: 'unknownNuts' })
    .optional(),
  boundary: boundary.optional(),
  parentId: idSchema.optional(),
}
const isBounded = (said: { nutsCode?: unknown; boundary?: unknown }) =>
  said.nutsCode !== undefined || said.boundary !== undefined
const unbounded = { error: 'boundaryMissing', path: ['nutsCode'] }

/** What makes a territory. Its boundary comes from NUTS by code, or from a GeoJSON file. */
export const newTerritorySchema = z
  .strictObject({ slug: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, { error: 'badSlug' }), ...facts, ...area })
  .refine(isBounded, unbounded)
/** What its coordinator may change. */
export const territoryFactsSchema = z.strictObject(facts)
export type TerritoryFacts = z.output<typeof territoryFactsSchema>
/** What only an admin may change: it decides whose home the territory is. */
export const territoryAreaSchema = z.strictObject(area).refine(isBounded, unbounded)
export type TerritoryArea = z.output<typeof territoryAreaSchema>
export type NewTerritory = z.output<typeof newTerritorySchema>

/** One row of the list of territories. */
export const territorySummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  level: territoryLevel,
  country: z.string(),
  nutsCode: z.string().nullable(),
  parentId: idSchema.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  demo: z.boolean(),
})
export type TerritorySummary = z.output<typeof territorySummarySchema>

const reference = z.object({ id: idSchema, slug: z.string(), name: z.string() })

/** Everything a territory's page shows of itself; figures are the insights room's. */
export const territoryDetailSchema = territorySummarySchema.extend({
  nutsVersion: z.string().nullable(),
  timeZone: z.string(),
  languages: z.array(z.string()),
  description: localized(5000).nullable(),
  parent: reference.nullable(),
  children: z.array(reference),
  partnerOrganisation: reference.nullable(),
  instruments: z.array(
    z.object({
      id: idSchema,
      name: localized(300),
      body: z.string().nullable(),
      started: z.string().nullable(),
      ended: z.string().nullable(),
    }),
  ),
  source: z.object({ name: z.string(), url: z.string().nullable() }).nullable(),
  version: z.number().int(),
})
export type TerritoryDetail = z.output<typeof territoryDetailSchema>
