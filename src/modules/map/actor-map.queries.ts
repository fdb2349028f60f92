import { z } from 'zod'
import type { Bbox } from '@/core/bbox'
import { type Circle, joinNear } from '@/core/cluster'
import { freshnessOf } from '@/core/curated'
import { latitudeAt, longitudeAt } from '@/core/mercator'
import type { Prisma } from '@/generated/prisma/client'
import { actorWhere, countActors } from '@/modules/actors/actor.queries'
import { type Cluster, clusterSchema, type Mark, markSchema } from '@/modules/map/map.schema'
import * as sql from '@/modules/map/map.sql'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import type { TerritorySummary } from '@/modules/territories/territory.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

/** A cell is 64 pixels wide: a quarter of a tile's side, so two levels below the zoom. */
const cellLevel = (zoom: number) => Math.min(30, Math.floor(zoom) + 2)
/** Centres of donuts stay this far apart, in pixels of a world 256 × 2^zoom wide. */
const apart = 52
const side = 2 ** 30

const cellSchema = z.object({
  kind: z.string(),
  home: z.string().nullable(),
  actors: z.number(),
  mx: z.number(),
  my: z.number(),
  west: z.number(),
  east: z.number(),
  north: z.number(),
  south: z.number(),
  one: z.string(),
})
type Cell = Omit<z.output<typeof cellSchema>, 'kind' | 'home'> & {
  byKind: Record<string, number>
  byHome: Record<string, number>
}

const summed = (a: Record<string, number>, b: Record<string, number>): Record<string, number> => {
  const sums = { ...a }
  for (const [key, actors] of Object.entries(b)) sums[key] = (sums[key] ?? 0) + actors
  return sums
}

const addCells = (a: Cell, b: Cell): Cell => {
  return {
    actors: a.actors + b.actors,
    mx: a.mx + b.mx,
    my: a.my + b.my,
    west: Math.min(a.west, b.west),
    east: Math.max(a.east, b.east),
    north: Math.min(a.north, b.north),
    south: Math.max(a.south, b.south),
    one: a.one,
    byKind: summed(a.byKind, b.byKind),
    byHome: summed(a.byHome, b.byHome),
  }
}

const placed = (cell: Cell): [number, number] => [
  longitudeAt(cell.mx / cell.actors / side),
  latitudeAt(cell.my / cell.actors / side),
]

/** The innermost territory that, with those below it, is home to more than half of a cell; null when none is. */
function homeOf({ byHome, actors }: Cell, territories: readonly TerritorySummary[]): string | null {
  const byId = new Map(territories.map((territory) => [territory.id, territory]))
  const within = new Map<string, number>()
  const depths = new Map<string, number>()
  for (const [home, count] of Object.entries(byHome)) {
    const line: string[] = []
    for (let id: string | null = home; id !== null; id = byId.get(id)?.parentId ?? null) line.push(id)
    line.forEach((id, index) => {
      within.set(id, (within.get(id) ?? 0) + count)
      depths.set(id, line.length - index)
    })
  }
  const most = [...within].filter(([, count]) => count > actors / 2).map(([id]) => id)
  const innermost = most.sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0))[0]
  return (innermost && byId.get(innermost)?.name) ?? null
}

const clusterOf = (cell: Cell, territories: readonly TerritorySummary[]): Cluster =>
  clusterSchema.parse({
    at: placed(cell),
    count: cell.actors,
    byKind: cell.byKind,
    territory: homeOf(cell, territories),
    bounds: [
      longitudeAt(cell.west / side),
      latitudeAt((cell.south + 1) / side),
      longitudeAt((cell.east + 1) / side),
      latitudeAt(cell.north / side),
    ],
  })

export type ActorMap = {
  clusters: Cluster[]
  marks: Mark[]
  /** All actors under the filter; the counts of clusters and marks and `withoutPoint` add up to it. */
  total: number
  withoutPoint: number
}

const nameSchema = z.object({
  id: z.string(),
  slug: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  name: z.string(),
  language: z.string(),
  verified_at: z.date().nullable(),
})

/**
 * Public actors under a filter as clusters and single marks for a zoom. With `bbox` in the filter, only those inside;
 * then nobody is without a point.
 */
export async function findActorMap(filter: Filter, zoom: number, locale: string): Promise<ActorMap> {
  const level = cellLevel(zoom)
  const { sort: _sort, after: _after, zoom: _zoom, ...selection } = filter
  return keptPerVersion(`actor-map ${level} ${locale} ${JSON.stringify(selection)}`, async () => {
    const where = await actorWhere(filter)
    const [rows, { total, withoutPoint }, territories] = await Promise.all([
      db.$queryRaw<{ cell: string }[]>(sql.countByCell(where, level)),
      countActors(filter),
      findTerritories({}, { locale }),
    ])
    const cells = new Map<string, Cell>()
    for (const row of rows) {
      const { kind, home, ...cell } = cellSchema.parse(row)
      const byHome = home === null ? {} : { [home]: cell.actors }
      const part = { ...cell, byKind: { [kind]: cell.actors }, byHome }
      const found = cells.get(row.cell)
      cells.set(row.cell, found === undefined ? part : addCells(found, part))
    }
    const circles = [...cells.values()].map((cell): Circle<Cell> => ({
      x: cell.mx / cell.actors / side,
      y: cell.my / cell.actors / side,
      weight: cell.actors,
      content: cell,
    }))
    const joined = joinNear(circles, apart / (256 * 2 ** zoom), addCells).map((circle) => circle.content)
    const singles = joined.filter((cell) => cell.actors === 1)
    const names = await db.$queryRaw<unknown[]>(
      sql.namesOfActors(
        singles.map((cell) => cell.one),
        locale,
      ),
    )
    const byId = new Map(names.map((raw) => nameSchema.parse(raw)).map((row) => [row.id, row]))
    return {
      clusters: joined.filter((cell) => cell.actors > 1).map((cell) => clusterOf(cell, territories.rows)),
      marks: singles.flatMap((cell) => {
        const named = byId.get(cell.one)
        if (named === undefined) return []
        const { longitude, latitude, verified_at: verifiedAt, ...rest } = named
        const freshness = freshnessOf(verifiedAt, new Date())
        const kind = Object.keys(cell.byKind)[0]
        return [markSchema.parse({ ...rest, at: [longitude, latitude], kind, freshness })]
      }),
      total,
      withoutPoint,
    }
  })
}

const extentSchema = z.tuple([
  z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }).nullable().catch(null),
])

/**
 * The box around public actors under a filter, without one around those of the territories (their counterparts abroad
 * are all over the world); null when none has a point.
 */
export async function extentOfActors(filter: Filter): Promise<Bbox | null> {
  const { sort: _sort, after: _after, zoom: _zoom, ...selection } = filter
  return keptPerVersion(`actor-extent ${JSON.stringify(selection)}`, async () => {
    const boxAround = async (where: Prisma.Sql): Promise<Bbox | null> => {
      const [box] = extentSchema.parse(await db.$queryRaw<unknown[]>(sql.extentOfActors(where)))
      return box && [box.west, box.south, box.east, box.north]
    }
    const isFiltered = Object.keys(selection).length > 0
    return (isFiltered ? null : await boxAround(sql.isAtHome)) ?? boxAround(await actorWhere(filter))
  })
}
