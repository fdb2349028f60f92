import { addressWith, type ParamChanges } from '@/core/address'

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
