import type { Measure } from '@/modules/map/region.schema'
import { recordsOf } from '@/modules/map/ui/map-address'

/** The records of a region: the list whose total is its count. */
export const regionHref = (params: URLSearchParams, measure: Measure, code: string): string =>
  recordsOf(measure === 'actors' ? '/actors' : '/relations', params, { region: code })
