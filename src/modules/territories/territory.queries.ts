import { namedTerritory } from '@/core/curated'
import { db } from '@/platform/db'
export const homesOf = async (
  points: readonly ({ longitude: number; latitude: number } | null)[],
): Promise<(string | null)[]> => points.map(() => null)
export const territoryIdsWithin = async (slug: string): Promise<string[]> =>
  (await db.territory.findMany({ where: { slug }, select: { id: true } })).map((t) => t.id)

/** All territories with their names in one language, by slug. */
export async function findTerritories(
  locale: string,
): Promise<{ id: string; slug: string; name: string; country: string }[]> {
  const rows = await db.territory.findMany({ orderBy: { slug: 'asc' } })
  return rows.flatMap((row) => {
    const named = namedTerritory(row, locale)
    return named === null ? [] : [{ ...named, country: row.country }]
  })
}
