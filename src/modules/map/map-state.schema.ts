import { z } from 'zod'
import type { Bbox } from '@/core/bbox'
import { bboxParam } from '@/core/bbox-param'
import { widened, zoomInto } from '@/core/view-box'
import { type Base, baseParam, type Measure, measureParam } from '@/modules/map/region.schema'
import { type Filter, type FilterKey, filterKeys, filterOf } from '@/modules/taxonomy/filter.schema'
import type { RelationState } from '@/modules/taxonomy/taxonomy.schema'

/** Parameters that select something on the map, beside the filters shared with the lists. */
const selectionKeys = ['actor', 'relation', 'here'] as const

/** What the map shows while nothing is selected. */
export const shows = ['actors', 'flows', 'regions'] as const
export type Show = (typeof shows)[number]

/** Parameters that say how it is shown: they take no record away. */
export const showKeys = ['show', 'measure', 'base'] as const
const showParams = z.object({
  show: z.enum(shows).catch('actors'),
  measure: measureParam.catch('relations'),
  base: baseParam.nullable().catch(null),
})

/** Parameters that say how the map shows what the filters leave. */
const viewKeys: readonly string[] = showKeys

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/)
const selectionParams = z.object({
  actor: slug.optional().catch(undefined),
  relation: slug.optional().catch(undefined),
  /** The box of actors that stand on one spot, whom no zoom takes apart. */
  here: bboxParam.optional().catch(undefined),
})

/** Relations that ended or are suspended wait until they are asked for (LOOK §1, rule 2). */
export const shownStates: RelationState[] = ['active', 'planned', 'dormant']

const known: ReadonlySet<string> = new Set([...filterKeys, ...selectionKeys, ...viewKeys])

/** The parameters of an address that the map knows, and no others. */
export const mapParams = (params: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...params].filter(([key]) => known.has(key)))

/** What an address of the map says: filters, the part of the map in view, and what is selected. */
export type MapState = {
  /** Without `bbox` and `zoom`: these say what is in view. */
  filter: Filter
  ignored: FilterKey[]
  /** Null: everything under the filter, or the whole selection. */
  view: { bbox: Bbox; zoom: number } | null
  actor: string | null
  relation: string | null
  here: Bbox | null
  show: Show
  measure: Measure
  /** Null: values are absolute. Actors are not divided by actors. */
  base: Base | null
}

/** Reads the address of the map. A box without a zoom is shown whole on a screen of usual size. */
export function mapStateOf(params: URLSearchParams): MapState {
  const { filter: given, ignored } = filterOf(params)
  const { bbox, zoom, ...filter } = given
  const chosen = selectionParams.parse(
    Object.fromEntries(selectionKeys.map((key) => [key, params.get(key) ?? undefined])),
  )
  const { show, measure, base } = showParams.parse(
    Object.fromEntries(showKeys.map((key) => [key, params.get(key) ?? undefined])),
  )
  return {
    ...{ show, measure, base: base === measure ? null : base },
    filter,
    ignored,
    view: bbox === undefined ? null : { bbox, zoom: zoom ?? zoomInto(bbox, 1, { pixels: 800, most: 14 }) },
    actor: chosen.actor ?? null,
    relation: chosen.relation ?? null,
    here: chosen.here ?? null,
  }
}

/** The box whose actors are listed: those on the spot, those in view (as map and list both widen it), or null for all. */
export const listedBox = ({ here, view }: Pick<MapState, 'here' | 'view'>): Bbox | null =>
  here ?? (view && widened(view.bbox, view.zoom))
