import { z } from 'zod'
import { countryName } from '@/core/country'
import type { ValueClass } from '@/modules/map/class.schema'
import { type AreaLevel, areaLevels } from '@/modules/places/place.schema'

/** What is counted in a country or region. */
export const measures = ['relations', 'actors'] as const
export type Measure = (typeof measures)[number]

/** What a count is divided by: 1,000 km² of land, or 100 actors of the register. Absent: by nothing. */
const bases = ['area', 'actors'] as const
export type Base = (typeof bases)[number]

/** Actors a region must have before relations are divided by them: with fewer, one more or less decides. */
export const leastActors = 5

export const measureParam = z.enum(measures)
export const baseParam = z.enum(bases)

/** What the values of regions are asked for beside the filters. */
export const regionParams = z.object({
  measure: measureParam.default('relations'),
  base: baseParam.optional(),
  level: z.enum(areaLevels).optional(),
})

/** Countries from afar, NUTS 2 nearer, NUTS 3 from nearby. */
export const areaLevelAt = (zoom: number): AreaLevel => (zoom < 4 ? 'country' : zoom < 6.5 ? 'nuts2' : 'nuts3')

/** What a country or region is called by this reader. */
export const regionName = ({ name, code }: Pick<RegionValue, 'name' | 'code'>, locale: string): string =>
  name ?? countryName(code, locale)

/** A divided value has two digits that count, three from ten on. */
export const digitsOf = (value: number, base: Base | null): { maximumSignificantDigits?: number } =>
  base === null ? {} : { maximumSignificantDigits: value < 10 ? 2 : 3 }

/** The value of one country or region that has records. */
export type RegionValue = {
  /** ISO code of a country, or NUTS code. */
  code: string
  /** Null for a country: every reader calls it differently. */
  name: string | null
  country: string
  at: readonly [longitude: number, latitude: number]
  /** Records in it: the total of the list under the same filter and `region`. */
  count: number
  /** What is compared; null when it has too few actors to be divided by. */
  value: number | null
  /** Its class, from 0; null without a value. */
  step: number | null
}

export type Regions = {
  level: AreaLevel
  measure: Measure
  base: Base | null
  /** Those in view, the greatest value first, those without one last. */
  regions: RegionValue[]
  /** All there are, in view or not: code and class, for the map. */
  steps: readonly (readonly [code: string, step: number | null])[]
  /** Natural breaks over all values, in view or not, so that colours stay while the map moves. */
  classes: ValueClass[]
  /** Records under the filter of which no region is known. */
  unplaced: number
}
