import { z } from 'zod'
import { type Bbox, isInBox } from '@/core/bbox'
import { actorWhere, countActorsByCountry } from '@/modules/actors/actor.queries'
import { actorRegionsInMemory } from '@/modules/census/actor-count.queries'
import { relationRegionsInMemory } from '@/modules/census/relation-count.queries'
import { classAt, classesOf } from '@/modules/map/class.schema'
import { type Base, leastActors, type Measure, type Regions, type RegionValue } from '@/modules/map/region.schema'
import * as sql from '@/modules/map/region.sql'
import { areasOf } from '@/modules/places/area.queries'
import type { Area, AreaLevel } from '@/modules/places/place.schema'
import { countRelationsByCountry, relationWhere } from '@/modules/relations/relation.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

const rowSchema = z.object({ code: z.string().nullable(), records: z.number() })
type Counts = { byCode: ReadonlyMap<string, number>; unplaced: number }

const mostClasses = 5

/**
 * Public relations or actors per country or NUTS region under a filter, absolute or divided by a base, with the natural
 * breaks of their values; listed are those whose point is in `box` (null = all). The filter's own `bbox`, `zoom`, order
 * and page mean nothing here. Counts are kept per data version.
 */
export async function findRegions(
  { bbox: _bbox, zoom: _zoom, sort: _sort, after: _after, ...filter }: Filter,
  { measure, base, level, box }: { measure: Measure; base: Base | null; level: AreaLevel; box: Bbox | null },
): Promise<Regions> {
  const [counts, actors, areas] = await Promise.all([
    countsOf(filter, measure, level),
    base === 'actors' && measure === 'relations' ? countsOf(actorsBeside(filter), 'actors', level) : null,
    areasOf(level),
  ])
  const valueOf = (count: number, { code, km2 }: Area): number | null => {
    if (base === 'area') return km2 === 0 ? null : round((count * 1000) / km2)
    if (actors === null) return count
    const among = actors.byCode.get(code) ?? 0
    return among < leastActors ? null : round((count * 100) / among)
  }
  const valued = [...counts.byCode].flatMap(([code, count]) => {
    const area = areas.get(code)
    if (area === undefined) return []
    const { name, country, at } = area
    return [{ code, name, country, at, count, value: valueOf(count, area) }]
  })
  const classes = classesOf(
    valued.flatMap(({ value }) => (value === null ? [] : [value])),
    mostClasses,
  )
  const regions = valued
    .map((one): RegionValue => ({ ...one, step: one.value === null ? null : classAt(classes, one.value) }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || b.count - a.count || (a.code < b.code ? -1 : 1))
  return {
    ...{ level, measure, base: base === 'actors' && measure === 'actors' ? null : base },
    regions: box === null ? regions : regions.filter(({ at }) => isInBox(box, at)),
    steps: regions.map(({ code, step }) => [code, step] as const),
    classes,
    unplaced: counts.unplaced,
  }
}

/** Three digits that count: 12.3, 0.0456. */
const round = (value: number) => Number(value.toPrecision(3))

/** The actors relations are divided by: all of a kind and sector in the region, whatever relations they have. */
const actorsBeside = ({ kind, sector, territory }: Filter): Filter => ({
  ...(kind && { kind }),
  ...(sector && { sector }),
  ...(territory !== undefined && { territory }),
})

function countsOf(filter: Filter, measure: Measure, level: AreaLevel): Promise<Counts> {
  return keptPerVersion(`regions ${measure} ${level} ${JSON.stringify(filter)}`, () =>
    level === 'country' ? countByCountry(filter, measure) : countByRegion(filter, measure, Number(level.slice(-1))),
  )
}

async function countByCountry(filter: Filter, measure: Measure): Promise<Counts> {
  const rows =
    measure === 'actors'
      ? (await countActorsByCountry(filter)).map(({ country, actors }) => [country, actors] as const)
      : (await countRelationsByCountry(filter)).map(({ country, relations }) => [country, relations] as const)
  return { byCode: new Map(rows), unplaced: 0 }
}

/** Letters of a NUTS code by level. */
const lettersOf = (level: number) => level + 2

async function askedByRegion(filter: Filter, measure: Measure, letters: number) {
  const query =
    measure === 'actors'
      ? sql.actorsByRegion(await actorWhere(filter), letters)
      : sql.relationsByRegion(await relationWhere(filter), letters)
  return (await db.$queryRaw<unknown[]>(query)).map((raw) => rowSchema.parse(raw))
}

async function countByRegion(filter: Filter, measure: Measure, level: number): Promise<Counts> {
  const letters = lettersOf(level)
  const rows =
    (measure === 'actors'
      ? await actorRegionsInMemory(filter, letters)
      : await relationRegionsInMemory(filter, letters)) ?? (await askedByRegion(filter, measure, letters))
  const byCode = new Map<string, number>()
  let unplaced = 0
  for (const { code, records } of rows) {
    if (code === null) unplaced = records
    else byCode.set(code, records)
  }
  return { byCode, unplaced }
}
