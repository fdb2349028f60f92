import { z } from 'zod'
import { type ReachedPlace, reachedInMemory } from '@/modules/census/coverage-count.queries'
import { type Line } from '@/modules/map/map.schema'
import { placesReached } from '@/modules/map/territory-lines.sql'
import { relationWhere } from '@/modules/relations/relation.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { groupOf, relationStates, relationType } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

const row = z.object({
  type: relationType,
  state: z.enum(relationStates),
  longitude: z.number(),
  latitude: z.number(),
  relations: z.number(),
})

export type TerritoryLine = Pick<Line, 'from' | 'to' | 'group' | 'state' | 'count'>

const most = 80

async function askedPlaces(filter: Filter, country: string): Promise<ReachedPlace[]> {
  const rows = await db.$queryRaw<unknown[]>(placesReached(await relationWhere(filter), country, most))
  return rows.map((raw) => row.parse(raw))
}

/**
 * Lines from the middle of a territory to the places abroad its living relations reach, one per place, group and state,
 * the thickest first. For the small map of its page; the large one draws single records.
 */
export async function findTerritoryLines(
  territory: { slug: string; country: string; longitude: number | null; latitude: number | null },
  filter: Filter,
): Promise<TerritoryLine[]> {
  const { longitude, latitude, country, slug } = territory
  if (longitude === null || latitude === null) return []
  return keptPerVersion(`territory-lines ${slug} ${JSON.stringify(filter)}`, async () => {
    const own = { ...filter, territory: slug }
    const places = (await reachedInMemory(own, country, most)) ?? (await askedPlaces(own, country))
    const lines = new Map<string, TerritoryLine>()
    for (const reached of places) {
      const group = groupOf(reached.type)
      const key = `${group} ${reached.state} ${reached.longitude.toFixed(1)} ${reached.latitude.toFixed(1)}`
      const line = lines.get(key)
      if (line === undefined)
        lines.set(key, {
          from: [longitude, latitude],
          to: [reached.longitude, reached.latitude],
          group,
          state: reached.state,
          count: reached.relations,
        })
      else line.count += reached.relations
    }
    return [...lines.values()].sort((a, b) => b.count - a.count)
  })
}
