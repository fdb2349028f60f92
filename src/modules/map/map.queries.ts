import { z } from 'zod'
import type { Bbox } from '@/core/bbox'
import type { Prisma } from '@/generated/prisma/client'
import { type Circle, joinNear } from '@/core/cluster'
import { latitudeAt, longitudeAt } from '@/core/mercator'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { actorWhere, countActors } from '@/modules/actors/actor.queries'
import {
  type Cluster,
  clusterSchema,
  flowingTypes,
  type Line,
  lineSchema,
  type Mark,
  markSchema,
  type Selection,
} from '@/modules/map/map.schema'
import * as sql from '@/modules/map/map.sql'
import { relationWhere } from '@/modules/relations/relation.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { direction, groupOf, relationStates, relationType } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

/** A cell is 64 pixels wide: a quarter of a tile's side, so two levels below the zoom. */
const cellLevel = (zoom: number) => Math.min(30, Math.floor(zoom) + 2)
/** Centres of donuts stay this far apart, in pixels of a world 256 × 2^zoom wide. */
const apart = 52
const side = 2 ** 30

const cellSchema = z.object({
  kind: z.string(),
  actors: z.number(),
  mx: z.number(),
  my: z.number(),
  west: z.number(),
  east: z.number(),
  north: z.number(),
  south: z.number(),
  one: z.string(),
})
type Cell = Omit<z.output<typeof cellSchema>, 'kind'> & { byKind: Record<string, number> }

const addCells = (a: Cell, b: Cell): Cell => {
  const byKind = { ...a.byKind }
  for (const [kind, actors] of Object.entries(b.byKind)) byKind[kind] = (byKind[kind] ?? 0) + actors
  return {
    actors: a.actors + b.actors,
    mx: a.mx + b.mx,
    my: a.my + b.my,
    west: Math.min(a.west, b.west),
    east: Math.max(a.east, b.east),
    north: Math.min(a.north, b.north),
    south: Math.max(a.south, b.south),
    one: a.one,
    byKind,
  }
}

const placed = (cell: Cell): [number, number] => [
  longitudeAt(cell.mx / cell.actors / side),
  latitudeAt(cell.my / cell.actors / side),
]

const clusterOf = (cell: Cell): Cluster =>
  clusterSchema.parse({
    at: placed(cell),
    count: cell.actors,
    byKind: cell.byKind,
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
    const [rows, { total, withoutPoint }] = await Promise.all([
      db.$queryRaw<{ cell: string }[]>(sql.countByCell(where, level)),
      countActors(filter),
    ])
    const cells = new Map<string, Cell>()
    for (const row of rows) {
      const { kind, ...cell } = cellSchema.parse(row)
      const part = { ...cell, byKind: { [kind]: cell.actors } }
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
      clusters: joined.filter((cell) => cell.actors > 1).map(clusterOf),
      marks: singles.flatMap((cell) => {
        const named = byId.get(cell.one)
        if (named === undefined) return []
        const { longitude, latitude, ...rest } = named
        return [markSchema.parse({ ...rest, at: [longitude, latitude], kind: Object.keys(cell.byKind)[0] })]
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

const farEnd = z.object({
  slug: z.string(),
  type: relationType,
  direction,
  from_position: z.number(),
  position: z.number(),
  state: z.enum(relationStates),
  started: z.string().nullable(),
  from_longitude: z.number(),
  from_latitude: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  country: z.string(),
  name: z.string(),
  language: z.string().nullable(),
})

/** The direction of a relation is told from its first party (2-domain). */
function flowOf(end: z.output<typeof farEnd>): Line['flow'] {
  if (!flowingTypes.has(end.type) || end.direction === 'none') return null
  if (end.from_position === 0) return end.direction
  return end.position === 0 ? (end.direction === 'out' ? 'in' : 'out') : null
}

const mostEnds = 3000
const liveliness = ['active', 'planned', 'dormant', 'suspended', 'ended']

/**
 * The lines of a selected actor (to the other ends of its public relations) or of a selected relation (from its holder,
 * else its first party with a point). One line per far place and group; the filters of the list hold for lines too.
 */
export async function findLines(selection: Selection, filter: Filter, locale: string): Promise<Line[]> {
  const { bbox: _bbox, kind: _kind, ...shared } = filter
  const ends = await ('actor' in selection
    ? linesOfActor((await getActor(null, selection.actor, locale)).id, shared, locale)
    : db.$queryRaw<unknown[]>(sql.farEnds(sql.isRelation(selection.relation), sql.isHolder, locale, mostEnds)))
  const lines = new Map<string, Line>()
  for (const raw of ends) {
    const end = farEnd.parse(raw)
    // In the same town: a tie, but no line.
    if (end.from_longitude === end.longitude && end.from_latitude === end.latitude) continue
    const group = groupOf(end.type)
    const key = `${group} ${end.longitude.toFixed(3)} ${end.latitude.toFixed(3)}`
    const line = lines.get(key)
    const record = { slug: end.slug, type: end.type }
    if (line === undefined) {
      lines.set(
        key,
        lineSchema.parse({
          from: [end.from_longitude, end.from_latitude],
          to: [end.longitude, end.latitude],
          group,
          flow: flowOf(end),
          state: end.state,
          count: 1,
          name: end.name,
          language: end.language,
          country: end.country,
          since: end.started?.slice(0, 4) ?? null,
          relations: [record],
        }),
      )
      continue
    }
    if (line.flow !== flowOf(end)) line.flow = null
    const isNew = !line.relations.some(({ slug }) => slug === record.slug)
    if (isNew) line.relations.push(record)
    line.count = line.relations.length
    if (liveliness.indexOf(end.state) < liveliness.indexOf(line.state)) line.state = end.state
    const since = end.started?.slice(0, 4)
    if (since !== undefined && (line.since === null || since < line.since)) line.since = since
  }
  return [...lines.values()].sort((a, b) => b.count - a.count)
}

async function linesOfActor(id: string, filter: Filter, locale: string): Promise<unknown[]> {
  const where = await relationWhere({ ...filter, scope: filter.scope ?? 'all', partyId: id })
  return db.$queryRaw<unknown[]>(sql.farEnds(where, sql.isActor(id), locale, mostEnds))
}
