import { z } from 'zod'
import type { Bbox } from '@/core/bbox'
import { type Circle, joinNear } from '@/core/cluster'
import { freshnessOf } from '@/core/curated'
import { cellsIn, decimalsAt, unitBoxesOf, worldUnits } from '@/core/grid'
import { latitudeAt, longitudeAt } from '@/core/mercator'
import type { Prisma } from '@/generated/prisma/client'
import { actorWhere, countActors } from '@/modules/actors/actor.queries'
import { findActorCells } from '@/modules/actors/cell.queries'
import { addCells } from '@/modules/census/cell-count.queries'
import type { Cell } from '@/modules/census/cell.schema'
import { findNames, homeNamer } from '@/modules/map/actor-grid.queries'
import type { Cluster, Mark } from '@/modules/map/map.schema'
import * as sql from '@/modules/map/map.sql'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

/** A cell is 64 pixels wide: a quarter of a tile's side, so two levels below the zoom. */
const levelOf = (zoom: number) => Math.min(30, Math.floor(zoom) + 2)
/** Centres of donuts stay this far apart, in pixels of a world 256 × 2^zoom wide. */
const apart = 52
/** A map of more cells than this (7,680 × 4,320 pixels) is drawn for a lower zoom. */
const mostCells = 2 ** 13

/** The zoom a map is drawn for: the one asked for, unless that many cells are no view of a screen. */
function drawnZoom(bbox: Bbox | undefined, zoom: number): number {
  const boxes = unitBoxesOf(bbox ?? [-180, -90, 180, 90])
  let level = levelOf(zoom)
  while (cellsIn(boxes, level) > mostCells) level--
  return Math.min(zoom, level - 2)
}

/** Degrees in no more decimals than a tenth of a pixel shows. */
function rounders(zoom: number) {
  const scale = 10 ** decimalsAt(zoom)
  return {
    near: (degrees: number) => Math.round(degrees * scale) / scale,
    /** Outwards: what lies in the box still does. */
    down: (degrees: number, least: number) => Math.max(least, Math.floor(degrees * scale) / scale),
    up: (degrees: number, most: number) => Math.min(most, Math.ceil(degrees * scale) / scale),
  }
}

function clusterOf(cell: Cell, territory: string | null, { near, down, up }: ReturnType<typeof rounders>): Cluster {
  const [west, east] = [longitudeAt(cell.west / worldUnits), longitudeAt((cell.east + 1) / worldUnits)]
  const [south, north] = [latitudeAt((cell.south + 1) / worldUnits), latitudeAt(cell.north / worldUnits)]
  return {
    at: [near(longitudeAt(cell.mx / cell.actors / worldUnits)), near(latitudeAt(cell.my / cell.actors / worldUnits))],
    count: cell.actors,
    byKind: cell.byKind,
    territory,
    bounds: [down(west, -180), down(south, -90), up(east, 180), up(north, 90)],
  }
}

type ActorMap = {
  clusters: Cluster[]
  marks: Mark[]
  /** All actors under the filter; the counts of clusters and marks and `withoutPoint` add up to it. */
  total: number
  withoutPoint: number
  /** The zoom it is drawn for: lower than the one asked for when that would be too much for any screen. */
  zoom: number
}

/**
 * Public actors under a filter as clusters and single marks for a zoom. With `bbox` in the filter, only those inside;
 * then nobody is without a point.
 */
export async function findActorMap(filter: Filter, asked: number, locale: string): Promise<ActorMap> {
  const zoom = drawnZoom(filter.bbox, asked)
  const [cells, withoutPoint, nameHome] = await Promise.all([
    findActorCells(filter, levelOf(zoom), null),
    filter.bbox === undefined ? countActors(filter).then((counts) => counts.withoutPoint) : 0,
    homeNamer(locale),
  ])
  const circles = cells.map((cell): Circle<Cell> => ({
    x: cell.mx / cell.actors / worldUnits,
    y: cell.my / cell.actors / worldUnits,
    weight: cell.actors,
    content: cell,
  }))
  const joined = joinNear(circles, apart / (256 * 2 ** zoom), addCells).map((circle) => circle.content)
  const alone = joined.filter((cell) => cell.actors === 1)
  const names = await findNames(
    alone.map((cell) => cell.one),
    locale,
  )
  const round = rounders(zoom)
  const now = new Date()
  return {
    clusters: joined.filter((cell) => cell.actors > 1).map((cell) => clusterOf(cell, nameHome(cell), round)),
    marks: alone.flatMap((cell): Mark[] => {
      const named = names.get(cell.one)
      const kind = actorKinds.find((one) => cell.byKind[one] !== undefined)
      if (named === undefined || kind === undefined) return []
      const { id, slug, name, language, longitude, latitude } = named
      const freshness = freshnessOf(named.verified_at, now)
      return [{ id, slug, kind, name, language, freshness, at: [round.near(longitude), round.near(latitude)] }]
    }),
    total: cells.reduce((sum, { actors }) => sum + actors, withoutPoint),
    withoutPoint,
    zoom,
  }
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
