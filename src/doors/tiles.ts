import { type Context, Hono } from 'hono'
import { locales } from '@/core/localized'
import { actorTileToMvt, tileFields } from '@/modules/map/actor-tile.mvt'
import { findActorTile } from '@/modules/map/actor-tile.queries'
import { tileParams } from '@/modules/map/map.schema'
import { type Filter, filterKeys, filterOf, strangeIn } from '@/modules/taxonomy/filter.schema'
import { environment } from '@/platform/env'
import { badParameters, keptAnswer, refuseOtherVerbs } from './answer'

// Cookies are ignored here: tiles are the public view for everybody (9-decisions, Caching).
export const tiles = new Hono()

// A tile says itself where it is and how near: `zoom`, and what orders a list, mean nothing to it.
const known: ReadonlySet<string> = new Set([
  ...filterKeys.filter((key) => !['zoom', 'sort', 'after'].includes(key)),
  'lang',
])

type Asked = { filter: Filter; locale: string; strange: string[] }

function askedOf(c: Context): Asked {
  const params = new URL(c.req.url).searchParams
  const { filter, ignored } = filterOf(params)
  const lang = params.get('lang')
  const locale = locales.find((one) => one === lang)
  const strange = [...strangeIn(params, known), ...ignored, ...(lang !== null && locale === undefined ? ['lang'] : [])]
  return { filter, locale: locale ?? 'en', strange }
}

tiles.get('/actors/:z/:x/:file{[^/]+\\.mvt}', (c) =>
  keptAnswer(c, () => {
    const { filter, locale, strange } = askedOf(c)
    const { z, x, file } = c.req.param()
    const tile = tileParams.safeParse({ z, x, y: file.slice(0, -'.mvt'.length) })
    const outside = tile.success ? [] : tile.error.issues.map((issue) => String(issue.path[0]))
    if (!tile.success || strange.length > 0) return badParameters([...outside, ...strange])
    return async () => ({
      type: 'application/vnd.mapbox-vector-tile',
      body: actorTileToMvt(await findActorTile(tile.data, filter, locale)),
    })
  }),
)

// TileJSON 3.0.0 (https://github.com/mapbox/tilejson-spec/tree/master/3.0.0): the same filters as the tiles it leads to.
tiles.get('/actors.json', (c) =>
  keptAnswer(c, () => {
    const { strange } = askedOf(c)
    if (strange.length > 0) return badParameters(strange)
    return () => {
      const { ATLAS_URL, DATA_LICENCE } = environment()
      const body = {
        tilejson: '3.0.0',
        name: 'COMPETE IN Atlas',
        attribution: `COMPETE IN Atlas, ${DATA_LICENCE}`,
        scheme: 'xyz',
        tiles: [`${ATLAS_URL}/tiles/actors/{z}/{x}/{y}.mvt${new URL(c.req.url).search}`],
        ...{ minzoom: 0, maxzoom: 22, bounds: [-180, -85.05112877980659, 180, 85.0511287798066] },
        vector_layers: [{ id: 'actors', minzoom: 0, maxzoom: 22, fields: tileFields }],
      }
      return Promise.resolve({ type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(body)) })
    }
  }),
)

refuseOtherVerbs(tiles, { isOpen: true })
