import { countActors } from '@/modules/actors/actor.queries'
import {
  countRelations,
  countRelationsByCountry,
  countRelationsByDecade,
  coverageOfRelations,
} from '@/modules/relations/relation.queries'
import type { TerritoryFigures } from '@/modules/insights/territory-figures.schema'
import { relationTypes } from '@/modules/taxonomy/taxonomy.schema'

/** Everything the page of a territory counts. */
export async function getTerritoryFigures(territory: { slug: string; country: string }): Promise<TerritoryFigures> {
  const own = { territory: territory.slug }
  const [actors, fresh, relations, coverage, byCountry, byDecade, domestic] = await Promise.all([
    countActors(own),
    countActors({ ...own, verified: 'fresh' }),
    countRelations(own),
    coverageOfRelations(own),
    countRelationsByCountry(own),
    countRelationsByDecade(own),
    countRelations({ ...own, scope: 'domestic' }),
  ])
  const leading = relationTypes.toSorted((a, b) => (relations.byType[b] ?? 0) - (relations.byType[a] ?? 0))[0]
  const count = leading === undefined ? 0 : (relations.byType[leading] ?? 0)
  return {
    actors: { total: actors.total, confirmed: fresh.total },
    relations: { ...coverage, byType: relations.byType },
    holders: coverage.holders,
    byCountry: byCountry.filter(({ country }) => country !== territory.country),
    domestic: domestic.total,
    recent: byDecade.reduce((sum, row) => sum + (row.decade !== null && row.decade >= 2010 ? row.relations : 0), 0),
    leading:
      leading === undefined || count === 0
        ? null
        : { type: leading, count, active: (await countRelations({ ...own, type: [leading] })).byState.active ?? 0 },
    decades: decadesOf(byDecade),
  }
}

function decadesOf(rows: readonly { decade: number | null; state: string; relations: number }[]) {
  const known = rows.flatMap(({ decade, ...row }) => (decade === null ? [] : [{ decade, ...row }]))
  if (known.length === 0) return []
  const first = Math.min(...known.map(({ decade }) => decade))
  const last = Math.max(...known.map(({ decade }) => decade))
  return Array.from({ length: (last - first) / 10 + 1 }, (_, index) => {
    const decade = first + index * 10
    const inIt = known.filter((row) => row.decade === decade)
    const sum = (alive: boolean) =>
      inIt.reduce(
        (total, row) => total + ((row.state === 'active' || row.state === 'planned') === alive ? row.relations : 0),
        0,
      )
    return { decade, solid: sum(true), hollow: sum(false) }
  })
}

/** How many actors and international relations each territory has, descendants included. */
export async function countByTerritory(
  slugs: readonly string[],
): Promise<Map<string, { actors: number; relations: number }>> {
  const counted = await Promise.all(
    slugs.map(async (slug) => {
      const [actors, relations] = await Promise.all([
        countActors({ territory: slug }),
        countRelations({ territory: slug }),
      ])
      return [slug, { actors: actors.total, relations: relations.total }] as const
    }),
  )
  return new Map(counted)
}
