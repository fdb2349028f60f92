import { z } from 'zod'
import { type Bbox, isInBox } from '@/core/bbox'
import { type CountedTie, directionsInMemory, tiedInMemory, tiesInMemory } from '@/modules/census/tie-count.queries'
import { flowingTypes } from '@/modules/map/map.schema'
import { type Flow, type FlowEnd, type Flows, flowSchema } from '@/modules/map/flow.schema'
import * as sql from '@/modules/map/flow.sql'
import { areasOf } from '@/modules/places/area.queries'
import { relationWhere } from '@/modules/relations/relation.queries'
import type { Filter, TieLevel } from '@/modules/taxonomy/filter.schema'
import {
  direction,
  groupOf,
  type RelationGroup,
  relationGroups,
  type RelationState,
  relationState,
  relationType,
  relationTypes,
} from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

const rowSchema = z.object({
  tie: z.string().nullable(),
  type: relationType,
  state: relationState,
  relations: z.number(),
})
type Row = z.output<typeof rowSchema>
const citySchema = z.object({
  sign: z.string(),
  name: z.string(),
  country: z.string(),
  longitude: z.number(),
  latitude: z.number(),
})
const directionSchema = z.object({
  tie: z.string(),
  sign: z.string().nullable(),
  direction,
})

type Counted = Pick<Flow, 'between' | 'count' | 'group' | 'byGroup' | 'byType' | 'state'>
type TiedPlaces = { between: string; count: number; ends: readonly [FlowEnd, FlowEnd] }
type Tied = {
  /** The strongest that are shown, in order; in all there are `total`. */
  ties: readonly TiedPlaces[]
  total: number
  untied: number
  /** Their types and states, where the database had to count them all. */
  rows: readonly Row[] | null
}
type Shown = { level: TieLevel; box: Bbox | null; most: number }

const liveliness: readonly RelationState[] = ['active', 'planned', 'dormant', 'suspended', 'ended']

/**
 * Flows between countries, regions or cities under a filter (decision 019 says how a relation of many parties counts),
 * the strongest `most` of those with an end in `box`; null = everywhere. A flow's count is the total of the list under
 * the same filter and its `between`. The filter's own `bbox`, `zoom`, order and page mean nothing here.
 */
export async function findFlows(
  { bbox: _bbox, zoom: _zoom, sort: _sort, after: _after, ...filter }: Filter,
  { level, box, most }: { level: TieLevel; box: Bbox | null; most: number },
): Promise<Flows> {
  const shown = { level, box, most }
  return keptPerVersion(`flows ${JSON.stringify([filter, shown])}`, async () => {
    const { ties, total, untied, rows } =
      (await tiesFromMemory(filter, shown)) ?? (await tiesFromDatabase(filter, shown))
    const counted = detailsOf(ties, rows ?? (await readTied(filter, shown, ties)))
    const towards = await readDirections(filter, level, counted)
    const flows = counted.map((flow) => flowSchema.parse({ ...flow, towards: towards.get(flow.between) ?? null }))
    return { level, flows, total, untied }
  })
}

const signsOf = (ties: Iterable<string>): string[] => [...new Set([...ties].flatMap((tie) => tie.split('~')))]

/** Ties with the places of their ends; without those that have no place. */
const placed = (ties: readonly CountedTie[], ends: ReadonlyMap<string, FlowEnd>): TiedPlaces[] =>
  ties.flatMap(({ between, count }) => {
    const [one, other] = between.split('~').map((sign) => ends.get(sign))
    return one === undefined || other === undefined ? [] : [{ between, count, ends: [one, other] }]
  })

async function tiesFromMemory(filter: Filter, { level, box, most }: Shown): Promise<Tied | null> {
  const areas = level === 'city' ? null : await areaEnds(level)
  const found = await tiesInMemory(filter, { level, box, most, at: (sign) => areas?.get(sign)?.at ?? null })
  if (found === null) return null
  const ends = areas ?? (await cityEnds(signsOf(found.ties.map(({ between }) => between))))
  return { ties: placed(found.ties, ends), total: found.total, untied: found.untied, rows: null }
}

async function askedTies(filter: Filter, level: TieLevel, box: Bbox | null): Promise<Row[]> {
  const rows = await db.$queryRaw<unknown[]>(sql.countByTie(await relationWhere(filter), level, box))
  return rows.map((raw) => rowSchema.parse(raw))
}

/** Of equals the first by their signs is told first: of cities, whose signs are numbers, by these. */
function isBefore(level: TieLevel, one: string, other: string): boolean {
  if (level !== 'city') return one < other
  const [a = 0, b = 0] = one.split('~').map(Number)
  const [c = 0, d = 0] = other.split('~').map(Number)
  return (a - c || b - d) < 0
}

async function tiesFromDatabase(filter: Filter, { level, box, most }: Shown): Promise<Tied> {
  // Countries and regions are few, and kept for all boxes at once; of cities only those in the box are read.
  const readBox = level === 'city' ? box : null
  const key = `ties ${level} ${JSON.stringify(filter)} ${readBox?.join() ?? ''}`
  const { ties, untied, rows } = await keptPerVersion(key, async () => {
    const asked = await askedTies(filter, level, readBox)
    const byTie = new Map<string, number>()
    let without = 0
    for (const { tie, relations } of asked)
      if (tie === null) without += relations
      else byTie.set(tie, (byTie.get(tie) ?? 0) + relations)
    const ends = level === 'city' ? await cityEnds(signsOf(byTie.keys())) : await areaEnds(level)
    const counted = placed(
      [...byTie].map(([between, count]) => ({ between, count })),
      ends,
    )
    counted.sort((a, b) => b.count - a.count || (isBefore(level, a.between, b.between) ? -1 : 1))
    return { ties: counted, untied: without, rows: asked }
  })
  const inView = box === null ? ties : ties.filter(({ ends }) => ends.some(({ at }) => isInBox(box, at)))
  return { ties: inView.slice(0, most), total: inView.length, untied, rows }
}

async function readTied(filter: Filter, { level, box }: Shown, ties: readonly TiedPlaces[]): Promise<Row[]> {
  const shown = ties.map(({ between }) => between)
  return (await tiedInMemory(filter, level, shown)) ?? askedTies(filter, level, level === 'city' ? box : null)
}

type ShownFlow = Counted & { ends: readonly [FlowEnd, FlowEnd] }

/** Ties with their types and states; the number of a flow is that of the relations these are read from. */
function detailsOf(ties: readonly TiedPlaces[], rows: readonly Row[]): ShownFlow[] {
  const byTie = new Map<string, Row[]>()
  const shown = new Set(ties.map(({ between }) => between))
  for (const row of rows)
    if (row.tie !== null && shown.has(row.tie)) byTie.set(row.tie, [...(byTie.get(row.tie) ?? []), row])
  return ties.flatMap(({ between, ends }): ShownFlow[] => {
    const [first, ...more] = byTie.get(between) ?? []
    if (first === undefined) return []
    const flow: ShownFlow = { between, ends, count: 0, group: 'other', byGroup: {}, byType: {}, state: first.state }
    for (const { type, state, relations } of [first, ...more]) {
      const group = groupOf(type)
      flow.count += relations
      flow.byGroup[group] = (flow.byGroup[group] ?? 0) + relations
      flow.byType[type] = (flow.byType[type] ?? 0) + relations
      if (liveliness.indexOf(state) < liveliness.indexOf(flow.state)) flow.state = state
    }
    return [{ ...flow, group: strongestOf(flow.byGroup) ?? flow.group }]
  })
}

const strongestOf = (byGroup: Flow['byGroup']): RelationGroup | undefined =>
  relationGroups.toSorted((a, b) => (byGroup[b] ?? 0) - (byGroup[a] ?? 0))[0]

/** Cities by their number, as a sign. */
async function cityEnds(signs: readonly string[]): Promise<ReadonlyMap<string, FlowEnd>> {
  const rows = await db.$queryRaw<unknown[]>(sql.citiesById(signs.map(Number)))
  return new Map(
    rows.map((raw) => {
      const { longitude, latitude, ...city } = citySchema.parse(raw)
      return [city.sign, { ...city, at: [longitude, latitude] }]
    }),
  )
}

/** Countries, and regions where these are asked for, by code. */
async function areaEnds(level: 'country' | 'region'): Promise<ReadonlyMap<string, FlowEnd>> {
  const [countries, regions] = await Promise.all([areasOf('country'), level === 'region' ? areasOf('nuts2') : null])
  return new Map(
    [...countries, ...(regions ?? [])].map(([sign, { name, country, at }]) => [
      sign,
      { sign, name, country, at: [...at] },
    ]),
  )
}

/** Where the relations of flows go to, for those of which all are of a type that flows, and flow the same way. */
async function readDirections(
  filter: Filter,
  level: TieLevel,
  flows: readonly Counted[],
): Promise<ReadonlyMap<string, string>> {
  const flowing = flows.filter(({ byType }) =>
    relationTypes.every((type) => byType[type] === undefined || flowingTypes.has(type)),
  )
  const ways = new Map<string, Set<string | null>>()
  if (flowing.length === 0) return new Map()
  const ties = flowing.map(({ between }) => between)
  const rows =
    (await directionsInMemory(filter, level, ties)) ??
    (await db.$queryRaw<unknown[]>(sql.directionsOfTies(await relationWhere(filter), level, ties))).map((raw) =>
      directionSchema.parse(raw),
    )
  for (const row of rows) {
    const other = row.tie.split('~').find((sign) => sign !== row.sign)
    const isEnd = row.sign !== null && row.tie.split('~').includes(row.sign)
    const towards = !isEnd || row.direction === 'none' ? null : row.direction === 'out' ? other : row.sign
    ways.set(row.tie, (ways.get(row.tie) ?? new Set()).add(towards ?? null))
  }
  return new Map(
    [...ways].flatMap(([tie, found]): [string, string][] => {
      const [only] = found
      return found.size === 1 && typeof only === 'string' ? [[tie, only]] : []
    }),
  )
}
