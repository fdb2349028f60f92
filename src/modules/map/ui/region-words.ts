import { countryName } from '@/core/country'
import type { Base, Measure, RegionValue } from '@/modules/map/region.schema'
import { recordsOf } from '@/modules/map/ui/map-address'

/** What a country or region is called by this reader. */
export const regionName = ({ name, code }: Pick<RegionValue, 'name' | 'code'>, locale: string): string =>
  name ?? countryName(code, locale)

/** The records of a region: the list whose total is its count. */
export const regionHref = (params: URLSearchParams, measure: Measure, code: string): string =>
  recordsOf(measure === 'actors' ? '/actors' : '/relations', params, { region: code })

/** A divided value has two digits that count, three from ten on. */
export const digitsOf = (value: number, base: Base | null): { maximumSignificantDigits?: number } =>
  base === null ? {} : { maximumSignificantDigits: value < 10 ? 2 : 3 }
