import type { Pool } from 'pg'
import type { Bbox } from '@/core/bbox'
import { mercatorX, mercatorY } from '@/core/mercator'
import { bboxText, widened } from '@/core/view-box'
import { actorKinds, relationTypes } from '@/modules/taxonomy/taxonomy.schema'
import { shuffled } from '../data/random'
import { drawNames } from '../typed-names'

// What the cases are made of, the same in every run on the same database.

const many = <Item>(length: number, make: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, at) => make(at))

const sample = async <Row extends object>(pool: Pool, sql: string): Promise<Row[]> => (await pool.query<Row>(sql)).rows

// More than are asked in a run: an answer that was asked for before would be kept.
const most = 12_000
const list = (items: readonly string[], length: number, random: () => number) =>
  shuffled(items, random).slice(0, length).join()

export const filtersOfActors = (countries: readonly string[], random: () => number): string[] =>
  many(most, () => `kind=${list(actorKinds, 2, random)}&country=${list(countries, 8, random)}`)

export const filtersOfRelations = (countries: readonly string[], random: () => number): string[] =>
  many(most, () => {
    const since = 1995 + Math.floor(random() * 25)
    return `type=${list(relationTypes, 3, random)}&country=${list(countries, 3, random)}&since=${String(since)}`
  })

type Point = { longitude: number; latitude: number }

/** A view 1,280 × 800 pixels wide around a point. */
function viewAround({ longitude, latitude }: Point, zoom: number): Bbox {
  const degrees = 360 / (256 * 2 ** zoom)
  const [width, height] = [640 * degrees, 400 * degrees * Math.cos((latitude * Math.PI) / 180)]
  return [longitude - width, latitude - height, longitude + width, latitude + height]
}

/** The query of a view, as the map asks for it: widened to lines of the grid, so that a small move asks for the same. */
export const viewOfMap = (around: Point, zoom: number): string =>
  `bbox=${bboxText(widened(viewAround(around, zoom), zoom))}&zoom=${String(zoom)}`

/** The same view as a program may ask for it. */
export const boxOfProgram = (around: Point, zoom: number): string =>
  `bbox=${bboxText(viewAround(around, zoom))}&zoom=${String(zoom)}`

/** The tiles of a zoom that hold these points, each once. */
export const tilesOf = (points: readonly Point[], zoom: number): string[] => [
  ...new Set(
    points.map(({ longitude, latitude }) => {
      const [x, y] = [mercatorX(longitude), mercatorY(latitude)].map((part) => Math.floor(part * 2 ** zoom))
      return `/tiles/actors/${String(zoom)}/${String(x)}/${String(y)}.mvt`
    }),
  ),
]

export type Actor = Point & { slug: string; id: string; folded_label: string }
type Relation = { slug: string; id: string; folded_title: string }
export type Material = {
  actors: Actor[]
  relations: Relation[]
  countries: string[]
  territories: string[]
  names: string[]
}

export async function readMaterial(pool: Pool): Promise<Material> {
  const actors = await sample<Actor>(
    pool,
    `SELECT slug, id, folded_label, longitude, latitude FROM public_actor
     WHERE longitude BETWEEN -15 AND 35 AND latitude BETWEEN 35 AND 65 ORDER BY md5(folded_label) LIMIT 4000`,
  )
  const relations = await sample<Relation>(
    pool,
    'SELECT slug, id, folded_title FROM public_relation ORDER BY md5(folded_title) LIMIT 1000',
  )
  const countries = await sample<{ country: string }>(
    pool,
    'SELECT country FROM public_actor GROUP BY 1 ORDER BY count(*) DESC LIMIT 40',
  )
  const territories = await sample<{ slug: string }>(
    pool,
    `SELECT t.slug FROM territory t JOIN public_actor a ON a.home_territory_id = t.id
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 40`,
  )
  return {
    actors,
    relations,
    countries: countries.map(({ country }) => country),
    territories: territories.map(({ slug }) => slug),
    names: (await drawNames(pool, 1000)).map(({ typed }) => typed),
  }
}
