import { fold } from '@/core/fold'
import { db } from '@/platform/db'

export const nutsOfPoints = async (
  points: readonly ({ longitude: number; latitude: number } | null)[],
): Promise<(string | null)[]> => points.map(() => null)

export type FoundPlace = {
  id: number
  name: string
  region: string | null
  country: string
  longitude: number
  latitude: number
}

/** Places by part of a name; those of `countries` first, then the more populous. */
export async function searchPlaces(
  q: string,
  asked: { countries: readonly string[]; limit: number },
): Promise<FoundPlace[]> {
  const rows = await db.place.findMany({
    where: { names: { some: { folded: { startsWith: fold(q) } } } },
    orderBy: { population: 'desc' },
    take: 50,
  })
  const first = (country: string) => Number(asked.countries.includes(country))
  return rows
    .sort((a, b) => first(b.country) - first(a.country))
    .slice(0, asked.limit)
    .map(({ id, name, country, longitude, latitude }) => ({ id, name, region: null, country, longitude, latitude }))
}

/** The country a point lies in; null at sea or when it cannot be told. */
export const countryOfPoint = async (_point: { longitude: number; latitude: number }): Promise<string | null> => null
