import type { Pool } from 'pg'
import { actorKinds, relationTypes } from '@/modules/taxonomy/taxonomy.schema'
import { encodeKey } from '@/core/page'
import { seeded, shuffled } from './data/random'

/** Addresses to be asked for, by the name of a case; each list is the same in every run on the same database. */
export type Addresses = Record<string, string[]>

const many = <Item>(length: number, make: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, at) => make(at))

/** Any sixth row in an order that has nothing to do with any index. */
const sample = async <Row extends object>(pool: Pool, sql: string): Promise<Row[]> => (await pool.query<Row>(sql)).rows

/** So many filters by kind and country that no answer is in memory already. */
function filters(countries: readonly string[], random: () => number): string[] {
  return many(3000, () => {
    const kinds = shuffled(actorKinds, random).slice(0, 2)
    const chosen = shuffled(countries, random).slice(0, 8)
    return `kind=${kinds.join()}&country=${chosen.join()}`
  })
}

/** The same for relations, by type, year and country. */
function filtersOfRelations(countries: readonly string[], random: () => number): string[] {
  return many(500, () => {
    const types = shuffled(relationTypes, random).slice(0, 3)
    const since = 1995 + Math.floor(random() * 25)
    return `type=${types.join()}&country=${shuffled(countries, random).slice(0, 3).join()}&since=${String(since)}`
  })
}

/** Views 1,280 × 800 pixels wide around actors, as the map asks for them. */
const viewAround = ({ longitude, latitude }: { longitude: number; latitude: number }, zoom: number): string => {
  const degrees = 360 / (256 * 2 ** zoom)
  const [width, height] = [640 * degrees, 400 * degrees * Math.cos((latitude * Math.PI) / 180)]
  const box = [longitude - width, latitude - height, longitude + width, latitude + height]
  return `bbox=${box.map((side) => side.toFixed(4)).join()}&zoom=${String(zoom)}`
}

export async function addressesOf(pool: Pool): Promise<Addresses> {
  const random = seeded(7)
  const countries = await sample<{ country: string }>(
    pool,
    'SELECT country FROM public_actor GROUP BY 1 ORDER BY count(*) DESC LIMIT 40',
  )
  const actors = await sample<{ slug: string; id: string; folded_label: string; longitude: number; latitude: number }>(
    pool,
    `SELECT slug, id, folded_label, longitude, latitude FROM public_actor
     WHERE longitude BETWEEN -15 AND 35 AND latitude BETWEEN 35 AND 65 ORDER BY md5(folded_label) LIMIT 2000`,
  )
  const relations = await sample<{ slug: string; id: string; folded_title: string }>(
    pool,
    'SELECT slug, id, folded_title FROM public_relation ORDER BY md5(folded_title) LIMIT 1000',
  )
  const filtered = filters(
    countries.map(({ country }) => country),
    random,
  )
  const relationFilters = filtersOfRelations(
    countries.map(({ country }) => country),
    random,
  )
  const after = actors.map(({ folded_label: label, id }) => `after=${encodeKey([label, id])}`)
  const afterRelation = relations.map(({ folded_title: title, id }) => `after=${encodeKey([title, id])}`)
  const map = '/api/map/actors?'
  return Object.fromEntries([
    ...[2, 4, 6, 8].map((zoom) => [`clusters z${String(zoom)}`, [`${map}zoom=${String(zoom)}`]]),
    ...[2, 4, 6, 8].map((zoom) => [
      `clusters z${String(zoom)} filtered`,
      filtered.map((query) => `${map}zoom=${String(zoom)}&${query}`),
    ]),
    ...[6, 8, 11].map((zoom) => [`clusters z${String(zoom)} in view`, actors.map((at) => map + viewAround(at, zoom))]),
    ['flows between countries', ['/api/map/relations?level=country']],
    ['flows between countries filtered', relationFilters.map((query) => `/api/map/relations?level=country&${query}`)],
    ['relations by region', ['/api/map/regions?measure=relations&level=nuts2']],
    [
      'relations by region filtered',
      relationFilters.map((query) => `/api/map/regions?measure=relations&level=nuts2&${query}`),
    ],
    ['api actors, first page', ['/api/v1/actors?limit=100']],
    ['api actors, far page', after.map((key) => `/api/v1/actors?limit=100&${key}`)],
    ['api actor', actors.map(({ slug }) => `/api/v1/actors/${slug}`)],
    ['page about', ['/en/about']],
    ['page actors, first', ['/en/actors']],
    ['page actors, far', after.map((key) => `/en/actors?${key}`)],
    ['page actor', actors.map(({ slug }) => `/en/actors/${slug}`)],
    ['page relations, far', afterRelation.map((key) => `/en/relations?${key}`)],
    ['page relation', relations.map(({ slug }) => `/en/relations/${slug}`)],
    ['page map', ['/en/map']],
  ])
}
