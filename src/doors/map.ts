import { Hono } from 'hono'
import type { Context } from 'hono'
import { countryName } from '@/core/country'
import { locales } from '@/core/localized'
import { findActorMap } from '@/modules/map/actor-map.queries'
import { findFlows } from '@/modules/map/flow.queries'
import { type Flow, flowParams, tieLevelAt } from '@/modules/map/flow.schema'
import { findLines } from '@/modules/map/map.queries'
import { findRegions } from '@/modules/map/region.queries'
import { areaLevelAt, regionParams, type RegionValue } from '@/modules/map/region.schema'
import { type Cluster, type Line, type Mark, selectionSchema, zoomParam } from '@/modules/map/map.schema'
import { filterKeys, filterOf, strangeIn } from '@/modules/taxonomy/filter.schema'
import { badParameters, keptAnswer, refuseOtherVerbs } from './answer'

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

const flowFeature = ({ ends, ...properties }: Flow, locale: string) => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: ends.map(({ at }) => at) },
  properties: {
    ...properties,
    ends: ends.map(({ sign, name, country }) => ({ sign, name: name ?? countryName(country, locale), country })),
  },
})

const regionFeature = ({ at, code, name, ...properties }: RegionValue, locale: string) => ({
  type: 'Feature',
  id: code,
  geometry: point(at),
  properties: { code, name: name ?? countryName(code, locale), ...properties },
})

const lineFeature = ({ from, to, ...properties }: Line) => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [from, to] },
  properties,
})

const known: ReadonlySet<string> = new Set([...filterKeys, 'lang'])
const knownOfLines: ReadonlySet<string> = new Set([...known, 'actor', 'relation'])
const knownOfRegions: ReadonlySet<string> = new Set([...known, ...regionParams.keyof().options])
const knownOfFlows: ReadonlySet<string> = new Set([...known, ...flowParams.keyof().options])

/** The language of names: `lang`, else English. */
const localeOf = (c: Context) => locales.find((locale) => locale === c.req.query('lang')) ?? 'en'
const langIn = (c: Context) =>
  c.req.query('lang') === undefined || c.req.query('lang') === localeOf(c) ? [] : ['lang']

/** GeoJSON (RFC 7946), made when somebody asks for it. */
const collection = (properties: object, features: readonly object[]) => ({
  type: 'application/geo+json; charset=utf-8',
  body: Buffer.from(JSON.stringify({ type: 'FeatureCollection', properties, features })),
})

map.get('/actors', (c) =>
  keptAnswer(c, () => {
    const asked = new URL(c.req.url).searchParams
    const { filter, ignored } = filterOf(asked)
    const strange = [...strangeIn(asked, known), ...ignored, ...langIn(c)]
    const zoom = zoomParam.safeParse(c.req.query('zoom') ?? '3')
    if (strange.length > 0 || !zoom.success) return badParameters(zoom.success ? strange : [...strange, 'zoom'])
    return async () => {
      const { clusters, marks, ...properties } = await findActorMap(filter, zoom.data, localeOf(c))
      return collection(properties, [...clusters.map(clusterFeature), ...marks.map(markFeature)])
    }
  }),
)

map.get('/relations', (c) =>
  keptAnswer(c, () => {
    const asked = new URL(c.req.url).searchParams
    const { filter, ignored } = filterOf(asked)
    const isSelection = asked.has('actor') || asked.has('relation')
    const strange = [...strangeIn(asked, isSelection ? knownOfLines : knownOfFlows), ...ignored, ...langIn(c)]
    if (!isSelection) {
      const params = flowParams.safeParse(Object.fromEntries(asked))
      const faults = params.error?.issues.map(({ path }) => String(path[0])) ?? []
      if (strange.length > 0 || !params.success) return badParameters([...strange, ...faults])
      const { level = tieLevelAt(filter.zoom ?? 3), limit } = params.data
      return async () => {
        const { flows, ...properties } = await findFlows(filter, { level, box: filter.bbox ?? null, most: limit })
        return collection(
          properties,
          flows.map((flow) => flowFeature(flow, localeOf(c))),
        )
      }
    }
    const selection = selectionSchema.safeParse(c.req.query())
    if (strange.length > 0 || !selection.success)
      return badParameters(selection.success ? strange : [...strange, 'actor'])
    return async () => collection({}, (await findLines(selection.data, filter, localeOf(c))).map(lineFeature))
  }),
)

map.get('/regions', (c) =>
  keptAnswer(c, () => {
    const asked = new URL(c.req.url).searchParams
    const { filter, ignored } = filterOf(asked)
    const strange = [...strangeIn(asked, knownOfRegions), ...ignored, ...langIn(c)]
    const params = regionParams.safeParse(Object.fromEntries(asked))
    const faults = params.error?.issues.map(({ path }) => String(path[0])) ?? []
    if (strange.length > 0 || !params.success) return badParameters([...strange, ...faults])
    const { measure, base = null, level = areaLevelAt(filter.zoom ?? 3) } = params.data
    if (base === 'actors' && measure === 'actors') return badParameters(['base'])
    return async () => {
      const found = await findRegions(filter, { measure, base, level, box: filter.bbox ?? null })
      const { regions, steps: _steps, ...properties } = found
      return collection(
        { ...properties, total: regions.length },
        regions.map((region) => regionFeature(region, localeOf(c))),
      )
    }
  }),
)

refuseOtherVerbs(map, { isOpen: true })
