import { z } from 'zod'
import { kmBetween } from '@/core/polygon'
import { nutsNames, nutsOfPoints } from '@/modules/places/border.queries'
import { type Place, placeKey, type PlaceMatch, type PlaceQuestion, placeSchema } from '@/modules/places/place.schema'
import * as sql from '@/modules/places/place.sql'
import { db } from '@/platform/db'

const places = z.array(placeSchema)

/** Homonyms of one country are told apart by their NUTS 3 region; the gazetteer itself only knows states' letters. */
async function withRegions(rows: readonly unknown[]): Promise<Place[]> {
  const found = places.parse(rows)
  const codes = await nutsOfPoints(found)
  const names = await nutsNames(codes.filter((code) => code !== null))
  return found.map((place, index) => ({ ...place, region: names.get(codes[index] ?? '') ?? place.region }))
}

/**
 * Places by part of a name in any language of the gazetteer, each once, best first: the whole name, its beginning, the
 * beginning of a later word; where none has it, names nearly so. Within each the countries `near` (ISO codes of the
 * territory) come first (`valencia` offers ES before VE for a Spanish territory), then the most populous.
 */
export async function searchPlaces(text: string, asked: { near?: readonly string[]; limit: number }): Promise<Place[]> {
  return (await searchPlacesNear(text, asked)).places
}

/** The same, and whether only names nearly so were found; `longest`: texts of more words have to be written rightly. */
export async function searchPlacesNear(
  text: string,
  { near = [], limit, longest = Infinity }: { near?: readonly string[]; limit: number; longest?: number },
): Promise<{ places: Place[]; isNear: boolean }> {
  const key = placeKey(text.slice(0, 200))
  if (key.length < 2) return { places: [], isNear: false }
  const likeness = key.split(' ').length > longest ? sql.placesByWords : sql.placesByLikeness
  for (const ask of key.length < 4 ? [sql.placesByLetters, sql.placesByPrefix] : [sql.placesByPrefix, likeness]) {
    const found = await db.$queryRaw<unknown[]>(ask(key, near, limit))
    if (found.length > 0) return { places: await withRegions(found), isNear: ask === likeness }
  }
  return { places: [], isNear: false }
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

/** The time zone most people of a country live in, by its largest place; null when the gazetteer has none. */
export async function usualTimeZone(country: string): Promise<string | null> {
  const largest = await db.place.findFirst({
    where: { country, timeZone: { not: null } },
    orderBy: { population: 'desc' },
    select: { timeZone: true },
  })
  return largest?.timeZone ?? null
}
