import { z } from 'zod'
import type { UnitBox } from '@/core/grid'
import { type ActorCell, findActorCells } from '@/modules/actors/cell.queries'
import * as sql from '@/modules/map/map.sql'
import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'

/** The actors of one cell, or of some that were joined. Sums and edges in units of the grid (core/grid). */
export type Cell = {
  actors: number
  mx: number
  my: number
  west: number
  east: number
  north: number
  south: number
  one: string
  byKind: Partial<Record<ActorKind, number>>
  byHome: Partial<Record<string, number>>
}

type Sums = Partial<Record<string, number>>
const summed = <Of extends Sums>(a: Of, b: Of): Of => {
  const sums: Sums = { ...b }
  for (const key in a) sums[key] = (sums[key] ?? 0) + (a[key] ?? 0)
  return { ...a, ...sums }
}

export const addCells = (a: Cell, b: Cell): Cell => ({
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
})

function addPart(cell: Cell, [, kind, home, actors, mx, my, west, east, north, south, one]: ActorCell): void {
  cell.actors += actors
  cell.mx += mx
  cell.my += my
  cell.west = Math.min(cell.west, west)
  cell.east = Math.max(cell.east, east)
  cell.north = Math.min(cell.north, north)
  cell.south = Math.max(cell.south, south)
  cell.one = one
  cell.byKind[kind] = (cell.byKind[kind] ?? 0) + actors
  if (home !== null) cell.byHome[home] = (cell.byHome[home] ?? 0) + actors
}

/** Cells of a level with their public actors under a filter, inside boxes of units or everywhere. */
export async function findGrid(filter: Filter, level: number, within: readonly UnitBox[] | null): Promise<Cell[]> {
  const cells = new Map<string, Cell>()
  for (const part of await findActorCells(filter, level, within)) {
    let cell = cells.get(part[0])
    if (cell === undefined) {
      cell = {
        actors: 0,
        mx: 0,
        my: 0,
        west: Infinity,
        east: 0,
        north: Infinity,
        south: 0,
        one: '',
        byKind: {},
        byHome: {},
      }
      cells.set(part[0], cell)
    }
    addPart(cell, part)
  }
  return [...cells.values()]
}

type Named = ReadonlyMap<string, { name: string; line: readonly string[] }>

/** Names of territories, each with its line upwards, itself first. */
async function territories(locale: string): Promise<Named> {
  return keptPerVersion(`territory-lines ${locale}`, async () => {
    const { rows } = await findTerritories({}, { locale })
    const byId = new Map(rows.map((territory) => [territory.id, territory]))
    return new Map(
      rows.map(({ id, name }) => {
        const line: string[] = []
        for (let at: string | null = id; at !== null; at = byId.get(at)?.parentId ?? null) line.push(at)
        return [id, { name, line }]
      }),
    )
  })
}

/**
 * Names the innermost territory that, with those below it, is home to more than half of a cell; null when none is.
 */
export async function homeNamer(locale: string): Promise<(cell: Cell) => string | null> {
  const named = await territories(locale)
  return ({ byHome, actors }) => {
    const within = new Map<string, number>()
    for (const home in byHome)
      for (const id of named.get(home)?.line ?? []) within.set(id, (within.get(id) ?? 0) + (byHome[home] ?? 0))
    let found: string | null = null
    let depth = 0
    for (const [id, count] of within) {
      const territory = named.get(id)
      if (count * 2 <= actors || territory === undefined || territory.line.length <= depth) continue
      found = territory.name
      depth = territory.line.length
    }
    return found
  }
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
export type NamedActor = z.output<typeof nameSchema>

/** Names and places of actors that stand alone, by id. */
export async function findNames(ids: readonly string[], locale: string): Promise<Map<string, NamedActor>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<unknown[]>(sql.namesOfActors(ids, locale))
  return new Map(rows.map((raw) => nameSchema.parse(raw)).map((row) => [row.id, row]))
}
