import { cellsIn, isPolar, type UnitBox, worldUnits } from '@/core/grid'
import { choiceKey, chooseActors, chooseAllActors } from '@/modules/census/actor-choice.queries'
import { type Asked, askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, type ChosenActors, partsOf, strayed } from '@/modules/census/atlas.schema'
import type { Cell } from '@/modules/census/cell.schema'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'

/**
 * Public actors under a filter by cell of a level, from memory; null when the database must be asked. `boxes`: where the
 * filter's box and the view both are; null = everywhere.
 */
export const cellsInMemory = (
  filter: Filter,
  level: number,
  boxes: readonly UnitBox[] | null,
): Promise<Cell[] | null> =>
  askAtlas(filter, (atlas, asked) =>
    boxes === null || cellsIn(boxes, level) > mostOfView || (filter.bbox !== undefined && isPolar(filter.bbox))
      ? countCells(atlas, chooseActors(atlas, asked, boxes), level)
      : cellsOfView(atlas, asked, boxes, level),
  )

/** More cells than any screen has are not kept. */
const mostOfView = 2 ** 14

/** Cells are kept by squares of this many levels above theirs: a map is moved, and most of what it shows stays. */
const keptAbove = 2

/** Cells in boxes: whole ones as they are kept, what the edges of boxes cut and strays counted anew. */
function cellsOfView(atlas: Atlas, asked: Asked, boxes: readonly UnitBox[], level: number): Cell[] {
  const size = 2 ** (30 - level)
  const cuts: UnitBox[] = []
  const wholes: UnitBox[] = []
  for (const box of boxes) {
    const [west, north] = [Math.ceil(box.west / size) * size, Math.ceil(box.north / size) * size]
    const [east, south] = [Math.floor((box.east + 1) / size) * size - 1, Math.floor((box.south + 1) / size) * size - 1]
    if (west > east || north > south) {
      cuts.push(box)
      continue
    }
    wholes.push({ west, east, north, south })
    const sides = [
      { ...box, south: north - 1 },
      { ...box, north: south + 1 },
      { west: box.west, east: west - 1, north, south },
      { west: east + 1, east: box.east, north, south },
    ]
    cuts.push(...sides.filter((side) => side.west <= side.east && side.north <= side.south))
  }
  const cells = keptCells(atlas, asked, wholes, level)
  return countCells(atlas, chooseActors(atlas, asked, boxes, cuts), level, cells)
}

/** Of those where they belong, the cells in boxes that no cell is cut by. */
function keptCells(atlas: Atlas, asked: Asked, wholes: readonly UnitBox[], level: number): Cell[] {
  const kept = atlas.kept.cells
  const key = `${choiceKey(asked)} ${String(level)}`
  const size = 2 ** (30 - level + keptAbove)
  const squares = new Map<string, { box: UnitBox; cells: readonly Cell[] | undefined }>()
  for (const { west, east, north, south } of wholes)
    for (let y = Math.floor(north / size); y * size <= south; y++)
      for (let x = Math.floor(west / size); x * size <= east; x++) {
        const square = `${key} ${String(x)} ${String(y)}`
        const box = { west: x * size, east: (x + 1) * size - 1, north: y * size, south: (y + 1) * size - 1 }
        if (!squares.has(square)) squares.set(square, { box, cells: kept.peek(square) })
      }
  const missing = [...squares].filter(([, { cells }]) => cells === undefined)
  if (missing.length > 0) {
    const everywhere: Asked = { ...asked, filter: { ...asked.filter, bbox: undefined } }
    const { rows, ordered } = chooseActors(
      atlas,
      everywhere,
      missing.map(([, { box }]) => box),
    )
    const counted = countCells(atlas, { rows: rows.subarray(0, ordered), ordered }, level)
    for (const [square, found] of missing) {
      const cells = counted.filter((cell) => isIn(cell, found.box))
      found.cells = kept.get(square, () => cells)
    }
  }
  return [...squares.values()].flatMap(({ cells = [] }) =>
    cells.filter((cell) => wholes.some((whole) => isIn(cell, whole))),
  )
}

const isIn = (cell: Cell, { west, east, north, south }: UnitBox): boolean =>
  cell.west >= west && cell.west <= east && cell.north >= north && cell.north <= south

function countCells(
  atlas: Atlas,
  { rows, ordered }: ChosenActors,
  level: number,
  before: readonly Cell[] = [],
): Cell[] {
  const { actors } = atlas
  const [mx, my] = [actors.mx.data, actors.my.data]
  const shift = 30 - level
  const count = counterOf(atlas)
  const cells = [...before]
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
const addTo = (sums: Sums, more: Sums): void => {
  for (const key in more) sums[key] = (sums[key] ?? 0) + (more[key] ?? 0)
}
const summed = <Of extends Sums>(a: Of, b: Of): Of => {
  const sums = { ...a }
  addTo(sums, b)
  return sums
}

const kindNames: readonly string[] = actorKinds

const kindsByClass = new WeakMap<Atlas, Int32Array>()

/** Places of `actorKinds` by class: classes only become more. */
function kindNumbers(atlas: Atlas): Int32Array {
  const { texts } = atlas.actors.kinds
  const known = kindsByClass.get(atlas)
  if (known?.length === texts.length) return known
  const made = Int32Array.from(texts, (text) => kindNames.indexOf(partsOf(text)[0] ?? ''))
  kindsByClass.set(atlas, made)
  return made
}

type CountedKind = { kind: string; actors: number; without_point: number }

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
