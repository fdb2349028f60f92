import { z } from 'zod'
import { type Bbox, isInBox } from '@/core/bbox'
import { directionsInMemory, tiedInMemory, tiesInMemory } from '@/modules/census/tie-count.queries'
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
  /** The strongest first. */
  ties: TiedPlaces[]
  untied: number
  /** Their types and states, where the database had to count them all. */
  rows: readonly Row[] | null
}

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
  // Countries and regions are few, and kept for all boxes at once; of cities only those in the box are read.
  const readBox = level === 'city' ? box : null
  const key = `${level} ${JSON.stringify(filter)} ${readBox === null ? '' : readBox.join()}`
  const { ties, untied, rows } = await keptPerVersion(`flows ${key}`, () => readTies(filter, level, readBox))
  const inView = box === null ? ties : ties.filter(({ ends }) => ends.some(({ at }) => isInBox(box, at)))
  const shown = inView.slice(0, most)
  const flows = await keptPerVersion(`flows-shown ${key} ${box?.join() ?? ''} ${String(most)}`, async () => {
    const counted = detailsOf(shown, rows ?? (await readTied(filter, level, readBox, shown)))
    const towards = await readDirections(filter, level, counted)
    return counted.map((flow) => flowSchema.parse({ ...flow, towards: towards.get(flow.between) ?? null }))
  })
  return { level, flows, total: inView.length, untied }
}

async function askedTies(filter: Filter, level: TieLevel, box: Bbox | null): Promise<Row[]> {
  const rows = await db.$queryRaw<unknown[]>(sql.countByTie(await relationWhere(filter), level, box))
  return rows.map((raw) => rowSchema.parse(raw))
}

async function readTies(filter: Filter, level: TieLevel, box: Bbox | null): Promise<Tied> {
  const known = await tiesInMemory(filter, level, box)
  const rows = known === null ? await askedTies(filter, level, box) : null
  const byTie = new Map(known?.byTie)
  let untied = known?.untied ?? 0
  for (const { tie, relations } of rows ?? [])
    if (tie === null) untied += relations
    else byTie.set(tie, (byTie.get(tie) ?? 0) + relations)
  const ends = await endsOf([...byTie.keys()], level)
  const ties = [...byTie].flatMap(([between, count]): TiedPlaces[] => {
    const [one, other] = between.split('~').map((sign) => ends.get(sign))
    return one === undefined || other === undefined ? [] : [{ between, count, ends: [one, other] }]
  })
  return { ties: ties.sort((a, b) => b.count - a.count || (a.between < b.between ? -1 : 1)), untied, rows }
}

async function readTied(filter: Filter, level: TieLevel, box: Bbox | null, ties: readonly TiedPlaces[]) {
  const known = await tiedInMemory(
    filter,
    level,
    ties.map(({ between }) => between),
  )
  return known ?? askedTies(filter, level, box)
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

/** The places of ties by sign; a code of NUTS that is no more has none. */
async function endsOf(ties: readonly string[], level: TieLevel): Promise<ReadonlyMap<string, FlowEnd>> {
  const signs = [...new Set(ties.flatMap((tie) => tie.split('~')))]
  if (level === 'city') {
    const rows = await db.$queryRaw<unknown[]>(sql.citiesById(signs.map(Number)))
    return new Map(
      rows.map((raw) => {
        const { longitude, latitude, ...city } = citySchema.parse(raw)
        return [city.sign, { ...city, at: [longitude, latitude] }]
      }),
    )
  }
  const [countries, regions] = await Promise.all([areasOf('country'), level === 'region' ? areasOf('nuts2') : null])
  return new Map(
    signs.flatMap((sign): [string, FlowEnd][] => {
      const area = regions?.get(sign) ?? countries.get(sign)
      if (area === undefined) return []
      const { name, country, at } = area
      return [[sign, { sign, name, country, at: [...at] }]]
    }),
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
