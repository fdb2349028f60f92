import { z } from 'zod'
import { kmBetween } from '@/core/polygon'
import { type Place, placeKey, type PlaceMatch, type PlaceQuestion, placeSchema } from '@/modules/places/place.schema'
import * as sql from '@/modules/places/place.sql'
import { db } from '@/platform/db'

const places = z.array(placeSchema)

/**
 * Places by part of a name in any language of the gazetteer, best first. `near`: ISO codes of the territory's country,
 * whose places come first (`valencia` offers ES before VE for a Spanish territory).
 */
export async function searchPlaces(text: string, asked: { near?: readonly string[]; limit: number }): Promise<Place[]> {
  const key = placeKey(text)
  if (key.length < 2) return []
  const near = asked.near ?? []
  const found = places.parse(await db.$queryRaw<unknown[]>(sql.placesByPrefix(key, near, asked.limit)))
  if (found.length >= asked.limit || key.length < 4) return found
  const more = places.parse(await db.$queryRaw<unknown[]>(sql.placesBySimilarity(key, near, asked.limit)))
  const known = new Set(found.map((place) => place.id))
  return [...found, ...more.filter((place) => !known.has(place.id))].slice(0, asked.limit)
}

/** The places with these GeoNames ids; unknown ids are left out. */
export async function getPlaces(ids: readonly number[]): Promise<Place[]> {
  return ids.length === 0 ? [] : places.parse(await db.$queryRaw<unknown[]>(sql.placesById(ids)))
}

const candidate = z.object({
  at: z.number(),
  id: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  population: z.number(),
})
const farthest = 40
const portion = 2000

/** The places meant by many names at once, in the order of the questions; see PlaceMatch. */
export async function matchPlaces(questions: readonly PlaceQuestion[]): Promise<PlaceMatch[]> {
  const found = new Map<number, z.output<typeof candidate>[]>()
  for (let from = 0; from < questions.length; from += portion) {
    const asked = questions
      .slice(from, from + portion)
      .map(({ name, ...rest }, index) => ({ ...rest, at: from + index, key: placeKey(name) }))
    for (const raw of await db.$queryRaw<unknown[]>(sql.placesNamed(asked))) {
      const row = candidate.parse(raw)
      found.set(row.at, [...(found.get(row.at) ?? []), row])
    }
  }
  return questions.map(({ longitude, latitude }, at): PlaceMatch => {
    const rows = (found.get(at) ?? [])
      .map((row) => ({
        ...row,
        distance:
          longitude === null || latitude === null
            ? null
            : kmBetween([longitude, latitude], [row.longitude, row.latitude]),
      }))
      .filter(({ distance }) => distance === null || distance <= farthest)
      .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || b.population - a.population || a.id - b.id)
    const [best] = rows
    return { placeId: best?.id ?? null, homonyms: rows.length, distance: best?.distance ?? null }
  })
}
