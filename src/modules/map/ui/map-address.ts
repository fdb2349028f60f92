import { addressWith, type ParamChanges } from '@/core/address'
import { showKeys } from '@/modules/map/map-state.schema'
import { filterKeys } from '@/modules/taxonomy/filter.schema'

const path = '/map'
const nothing = { actor: null, relation: null, here: null, bbox: null, zoom: null, sort: null } satisfies ParamChanges

/** The map with this selected: shown whole, in the list's own order. */
export const selectionOf = (params: URLSearchParams, selected: { actor?: string; relation?: string }): string =>
  addressWith(path, params, { ...nothing, ...selected })

/** The map without a selection. */
export const withoutSelection = (params: URLSearchParams): string => addressWith(path, params, nothing)

/** The same selection and filters, everything in view. */
export const wholeOf = (params: URLSearchParams): string =>
  addressWith(path, params, { bbox: null, zoom: null, here: null })

// Where one looks and in what order: a list of records is asked for none of them.
const views = new Set<string>(['bbox', 'zoom', 'sort', 'after'])

/** The list of records under the same filters, changed: `/relations?type=twinning&between=IT~ZA`. */
export const recordsOf = (list: '/relations' | '/actors', params: URLSearchParams, changes: ParamChanges): string =>
  addressWith(
    list,
    new URLSearchParams([...params].filter(([key]) => filterKeys.some((known) => known === key) && !views.has(key))),
    changes,
  )

/** The map showing something else of the same records, in the same view. */
export const showing = (params: URLSearchParams, changes: { [Key in (typeof showKeys)[number]]?: string | null }) =>
  addressWith(path, params, { actor: null, relation: null, here: null, sort: null, ...changes })
