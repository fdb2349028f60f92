import { type UnitBox, worldUnits } from '@/core/grid'
import { chooseActors, chooseAllActors } from '@/modules/census/actor-choice.queries'
import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, type ChosenActors, partsOf, strayed } from '@/modules/census/atlas.schema'
import { type ActorKind, actorKinds } from '@/modules/taxonomy/taxonomy.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'

/** Public actors of one cell of the grid. Sums and edges in its units (core/grid). */
export type Cell = {
  actors: number
  mx: number
  my: number
  west: number
  east: number
  north: number
  south: number
  /** The id of who is there alone; empty when they are several. */
  one: string
  byKind: Partial<Record<ActorKind, number>>
  byHome: Partial<Record<string, number>>
}

/**
 * Public actors under a filter by cell of a level, from memory; null when the database must be asked. `boxes`: where the
 * filter's box and the view both are; null = everywhere.
 */
export const cellsInMemory = (
  filter: Filter,
  level: number,
  boxes: readonly UnitBox[] | null,
): Promise<Cell[] | null> =>
  askAtlas(filter, (atlas, asked) => countCells(atlas, chooseActors(atlas, asked, boxes), level))

function countCells(atlas: Atlas, { rows, ordered }: ChosenActors, level: number): Cell[] {
  const { actors } = atlas
  const [mx, my] = [actors.mx.data, actors.my.data]
  const shift = 30 - level
  const count = counterOf(atlas)
  const cells: Cell[] = []
  // Those where they belong come cell by cell; those without a point come last.
  for (let from = 0; from < ordered;) {
    const first = rows[from] ?? 0
    if ((mx[first] ?? -1) < 0) break
    const [column, line] = [(mx[first] ?? 0) >> shift, (my[first] ?? 0) >> shift]
    let to = from + 1
    for (; to < ordered; to++) {
      const row = rows[to] ?? 0
      if ((mx[row] ?? 0) >> shift !== column || (my[row] ?? 0) >> shift !== line) break
    }
    cells.push(count(rows, from, to))
    from = to
  }
  if (ordered === rows.length) return cells
  const keyOf = (x: number, y: number) => `${String(x >> shift)} ${String(y >> shift)}`
  const places = new Map(cells.map(({ west, north }, at) => [keyOf(west, north), at]))
  for (let at = ordered; at < rows.length; at++) {
    const [x, y] = [mx[rows[at] ?? 0] ?? -1, my[rows[at] ?? 0] ?? -1]
    if (x < 0) continue
    const stray = count(rows, at, at + 1)
    const place = places.get(keyOf(x, y))
    const there = place === undefined ? undefined : cells[place]
    if (place !== undefined && there !== undefined) cells[place] = addCells(there, stray)
    else {
      places.set(keyOf(x, y), cells.length)
      cells.push(stray)
    }
  }
  return cells
}

/** Counts the rows of a list from one place to another as one cell. */
function counterOf(atlas: Atlas): (rows: Int32Array, from: number, to: number) => Cell {
  const { actors } = atlas
  const [mx, my, classes, homes] = [actors.mx.data, actors.my.data, actors.class.data, actors.home.data]
  const kinds = kindNumbers(atlas)
  const byKind = new Uint32Array(kindNames.length)
  const byHome = new Uint32Array(atlas.homes.texts.length)
  return (rows, from, to) => {
    let [sumX, sumY, west, east, north, south] = [0, 0, worldUnits, 0, worldUnits, 0]
    const met: number[] = []
    byKind.fill(0)
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0
      const [x, y] = [mx[row] ?? 0, my[row] ?? 0]
      sumX += x
      sumY += y
      if (x < west) west = x
      if (x > east) east = x
      if (y < north) north = y
      if (y > south) south = y
      const kind = kinds[(classes[row] ?? 0) & ~strayed] ?? 0
      byKind[kind] = (byKind[kind] ?? 0) + 1
      const home = homes[row] ?? 0
      if (home === 0) continue
      const known = byHome[home] ?? 0
      if (known === 0) met.push(home)
      byHome[home] = known + 1
    }
    const cell: Cell = {
      ...{ actors: to - from, mx: sumX, my: sumY, west, east, north, south },
      one: to - from === 1 ? actors.ids.textOf(rows[from] ?? 0) : '',
      ...{ byKind: {}, byHome: {} },
    }
    actorKinds.forEach((kind, number) => {
      const many = byKind[number] ?? 0
      if (many > 0) cell.byKind[kind] = many
    })
    for (const home of met) {
      cell.byHome[atlas.homes.texts[home] ?? ''] = byHome[home] ?? 0
      byHome[home] = 0
    }
    return cell
  }
}

/** Two cells as one. */
export const addCells = (a: Cell, b: Cell): Cell => ({
  actors: a.actors + b.actors,
  mx: a.mx + b.mx,
  my: a.my + b.my,
  west: Math.min(a.west, b.west),
  east: Math.max(a.east, b.east),
  north: Math.min(a.north, b.north),
  south: Math.max(a.south, b.south),
  one: '',
  byKind: summed(a.byKind, b.byKind),
  byHome: summed(a.byHome, b.byHome),
})

type Sums = Partial<Record<string, number>>
const summed = <Of extends Sums>(a: Of, b: Of): Of => {
  const sums: Sums = { ...b }
  for (const key in a) sums[key] = (sums[key] ?? 0) + (a[key] ?? 0)
  return { ...a, ...sums }
}

const kindNames: readonly string[] = actorKinds

/** Places of `actorKinds` by class. */
const kindNumbers = ({ actors }: Atlas): Int32Array =>
  Int32Array.from(actors.kinds.texts, (text) => kindNames.indexOf(partsOf(text)[0] ?? ''))

export type CountedKind = { kind: string; actors: number; without_point: number }

/** Numbers of public actors under a filter by kind, from memory; null when the database must be asked. */
export const kindsInMemory = (filter: Filter): Promise<CountedKind[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const chosen = chooseAllActors(atlas, asked).rows
    const [classes, mx] = [atlas.actors.class.data, atlas.actors.mx.data]
    const kinds = kindNumbers(atlas)
    const [all, pointless] = [new Int32Array(kindNames.length), new Int32Array(kindNames.length)]
    for (let n = 0; n < chosen.length; n++) {
      const row = chosen[n] ?? 0
      const kind = kinds[(classes[row] ?? 0) & ~strayed] ?? 0
      all[kind] = (all[kind] ?? 0) + 1
      if ((mx[row] ?? -1) < 0) pointless[kind] = (pointless[kind] ?? 0) + 1
    }
    return kindNames
      .map((kind, n) => ({ kind, actors: all[n] ?? 0, without_point: pointless[n] ?? 0 }))
      .filter(({ actors }) => actors > 0)
  })
