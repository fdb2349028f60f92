import { z } from 'zod'
import { fold } from '@/core/fold'

/** The version of NUTS that region codes are of, as stored in `nuts_version`. */
export const nutsVersion = '2021'

/**
 * How place names are compared: folded, and only letters and digits count. `Reggio nell’Emilia`, `Frankfurt (Oder)`
 * and `Nur-Sultan` become `reggio nell emilia`, `frankfurt oder` and `nur sultan`.
 */
export const placeKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** A place of the gazetteer as a search or a party shows it. */
export const placeSchema = z.object({
  /** GeoNames id. */
  id: z.number().int(),
  name: z.string(),
  /** What tells homonyms of one country apart: the NUTS 3 region, or a state's letters (`TX`); null elsewhere. */
  region: z.string().nullable(),
  country: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  population: z.number().int(),
  /** IANA time zone. */
  timeZone: z.string().nullable(),
})
export type Place = z.output<typeof placeSchema>

/** What a file says of a place; `row` numbers of the answer are positions in the question. */
export type PlaceQuestion = {
  name: string
  country: string
  longitude: number | null
  latitude: number | null
}

/**
 * The place meant, or null when there is none. `homonyms` = how many places of that country carry the name (within
 * 40 km when a point was given): above 1 the nearest, else the most populous, was taken. `distance` in km, null
 * without a point.
 */
export type PlaceMatch = { placeId: number | null; homonyms: number; distance: number | null }

/** Levels of areas that have outlines: countries, and NUTS 1 to 3. */
export const areaLevels = ['country', 'nuts1', 'nuts2', 'nuts3'] as const
export type AreaLevel = (typeof areaLevels)[number]

/** A country or region as the map speaks of it. */
export type Area = {
  /** ISO 3166-1 or NUTS. */
  code: string
  country: string
  /** Of a region, in Latin script; null for a country, which every reader calls differently. */
  name: string | null
  /** Inside it: where a mark stands for the whole. */
  at: readonly [longitude: number, latitude: number]
  km2: number
}
