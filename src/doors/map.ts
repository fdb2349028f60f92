import { Hono } from 'hono'
import type { Context } from 'hono'
import { locales } from '@/core/localized'
import { type ActorMap, findActorMap } from '@/modules/map/actor-map.queries'
import { findLines } from '@/modules/map/map.queries'
import { type Cluster, type Line, type Mark, selectionSchema, zoomParam } from '@/modules/map/map.schema'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { badParameters, publicAnswer, publicText, refuseOtherVerbs } from './answer'

// Cookies are ignored here: the map data is the public view for everybody (9-decisions, Caching).
export const map = new Hono()

const point = ([longitude, latitude]: readonly [number, number]) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
})

const clusterFeature = ({ at, ...properties }: Cluster) => ({
  type: 'Feature',
  geometry: point(at),
  properties,
})

const markFeature = ({ at, id, ...properties }: Mark) => ({ type: 'Feature', id, geometry: point(at), properties })

const lineFeature = ({ from, to, ...properties }: Line) => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [from, to] },
  properties,
})

/** The language of names: `lang`, else English. */
const localeOf = (c: Context) => locales.find((locale) => locale === c.req.query('lang')) ?? 'en'

const written = new WeakMap<ActorMap, string>()

/** A map as GeoJSON; one that is kept in memory is written once. */
function textOf(found: ActorMap): string {
  const present = written.get(found)
  if (present !== undefined) return present
  const text = JSON.stringify({
    type: 'FeatureCollection',
    properties: { total: found.total, withoutPoint: found.withoutPoint },
    features: [...found.clusters.map(clusterFeature), ...found.marks.map(markFeature)],
  })
  written.set(found, text)
  return text
}

map.get('/actors', async (c) => {
  const { filter, ignored } = filterOf(new URL(c.req.url).searchParams)
  const zoom = zoomParam.safeParse(c.req.query('zoom') ?? '3')
  if (ignored.length > 0 || !zoom.success) return badParameters(zoom.success ? ignored : [...ignored, 'zoom'])
  return publicText(textOf(await findActorMap(filter, zoom.data, localeOf(c))))
})

map.get('/relations', async (c) => {
  const { filter, ignored } = filterOf(new URL(c.req.url).searchParams)
  const selection = selectionSchema.safeParse(c.req.query())
  if (ignored.length > 0 || !selection.success)
    return badParameters(selection.success ? ignored : [...ignored, 'actor'])
  const lines = await findLines(selection.data, filter, localeOf(c))
  return publicAnswer({ type: 'FeatureCollection', features: lines.map(lineFeature) })
})

refuseOtherVerbs(map)
