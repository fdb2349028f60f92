import listed from '@/modules/places/country-areas.json'
import type { Area } from '@/modules/places/place.schema'

/**
 * Points and areas of all countries, worked out from the outlines of border.queries, which take seconds to read
 * (country-areas.test.ts compares them).
 */
export const countryAreas: ReadonlyMap<string, Area> = new Map(
  listed.map(({ code, longitude, latitude, km2 }) => [
    code,
    { code, country: code, name: null, at: [longitude, latitude], km2 },
  ]),
)
