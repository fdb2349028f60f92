import { z } from 'zod'
import type { Freshness } from '@/core/curated'
import { numeric } from '@/core/number'
import { type ActorKind, relationGroup, relationState, type RelationType } from '@/modules/taxonomy/taxonomy.schema'

/** Degrees east and north, as in GeoJSON (RFC 7946 §3.1.1). */
const position = z.tuple([z.number(), z.number()])
type Position = z.output<typeof position>

/** What the map draws for one cell: a cluster, or the one actor in it. */
export type Cluster = {
  at: Position
  /** Two at the least. */
  count: number
  byKind: Partial<Record<ActorKind, number>>
  /** The innermost territory that is home to most of them; null when no territory is. */
  territory: string | null
  /** West, south, east, north of the actors in it: where to zoom. */
  bounds: [number, number, number, number]
}

export type Mark = {
  at: Position
  id: string
  slug: string
  kind: ActorKind
  name: string
  language: string
  /** What nobody confirmed for long carries its seal on the map, too. */
  freshness: Freshness
}

/** A square of the usual pyramid of map tiles: x from the west, y from the north. */
export type Tile = { z: number; x: number; y: number }

const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,7})$/)
  .transform(Number)
/** What an address says of a tile, read part by part: zoom 0 to 22, column and row inside of the pyramid. */
export const tileParams = z
  .object({ z: whole.pipe(z.number().max(22)), x: whole, y: whole })
  .superRefine((tile, context) => {
    for (const key of ['x', 'y'] as const)
      if (tile[key] >= 2 ** tile.z) context.addIssue({ code: 'custom', path: [key], message: 'outOfRange' })
  })

/** Units along a side of a tile. */
export const tileExtent = 4096
/** So far beyond its edges a tile shows what is drawn over them: the radius of the largest donut, and some more. */
export const tileBuffer = 256

/** What a vector tile shows, its place in units of the tile. */
export type TileCluster = Omit<Cluster, 'bounds'>
export type TileActor = Mark

/** One end of the lines of a selection, seen from its centre: all its relations of one group with one place. */
export const lineSchema = z.object({
  from: position,
  to: position,
  group: relationGroup,
  /** Which way goods, people or money flow, seen from `from`; null when that means nothing or the relations differ. */
  flow: z.enum(['out', 'in']).nullable(),
  /** The liveliest state among its relations. */
  state: relationState,
  count: z.number().int(),
  name: z.string(),
  language: z.string().nullable(),
  country: z.string(),
  /** Year the first of them began. */
  since: z.string().nullable(),
  relations: z.array(z.object({ slug: z.string(), type: z.string() })),
})
export type Line = z.output<typeof lineSchema>

/** An id or a slug. */
const recordKey = z.string().regex(/^[a-z0-9-]{1,100}$/i)

/** What a selection's lines start from. */
export const selectionSchema = z.union([z.object({ actor: recordKey }), z.object({ relation: recordKey })])
export type Selection = z.output<typeof selectionSchema>

export const zoomParam = numeric.pipe(z.number().min(0).max(22))

/** What `/api/map/actors` answers, read: clusters and marks under `properties`' numbers. */
export type ActorMapAnswer = {
  properties: { total: number; withoutPoint: number }
  features: (Cluster | Mark)[]
}

/** Types whose lines carry an arrow: something flows (LOOK §7). */
export const flowingTypes: ReadonlySet<RelationType> = new Set<RelationType>([
  'export',
  'import',
  'supply',
  'student_mobility',
  'staff_mobility',
  'inward_investment',
  'outward_investment',
])
