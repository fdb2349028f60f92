import type { UnitBox } from '@/core/grid'
import { chooseActors, chooseAllActors } from '@/modules/census/actor-choice.queries'
import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, partsOf, strayed } from '@/modules/census/atlas.schema'
import { actorKind, type ActorKind } from '@/modules/taxonomy/taxonomy.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'

/** Actors of one kind and home in one cell, in units of the grid. */
export type CountedCell = [
  cell: string,
  kind: ActorKind,
  home: string | null,
  actors: number,
  mx: number,
  my: number,
  west: number,
  east: number,
  north: number,
  south: number,
  lowestId: string,
]

/**
 * Public actors under a filter by cell of a level, kind and home, from memory; null when the database must be asked.
 * `boxes`: where the filter's box and the view both are; null = everywhere.
 */
export const cellsInMemory = (
  filter: Filter,
  level: number,
  boxes: readonly UnitBox[] | null,
): Promise<CountedCell[] | null> =>
  askAtlas(filter, (atlas, asked) => countCells(atlas, chooseActors(atlas, asked, boxes), level))

type Part = {
  cell: string
  kind: number
  home: number
  actors: number
  x: number
  y: number
  west: number
  east: number
  north: number
  south: number
  first: number
}

function countCells(atlas: Atlas, chosen: Int32Array, level: number): CountedCell[] {
  const { actors } = atlas
  const [mx, my, classes, homes] = [actors.mx.data, actors.my.data, actors.class.data, actors.home.data]
  const kinds = kindNumbers(atlas)
  const shift = 30 - level
  const parts: Part[] = []
  // By kind and home: the part of the present cell, if it is one of this cell. Neighbours in the list share a cell.
  const width = atlas.homes.texts.length
  const places = new Int32Array(kindNames.length * width).fill(-1)
  let first = 0
  let [column, line, cell] = [-1, -1, '']
  for (let n = 0; n < chosen.length; n++) {
    const row = chosen[n] ?? 0
    const [x, y] = [mx[row] ?? -1, my[row] ?? -1]
    if (x < 0) continue
    if (x >> shift !== column || y >> shift !== line) {
      column = x >> shift
      line = y >> shift
      cell = cellNumber(level, column, line)
      first = parts.length
    }
    const kind = kinds[(classes[row] ?? 0) & ~strayed] ?? 0
    const home = homes[row] ?? 0
    const place = kind * width + home
    const part = (places[place] ?? -1) >= first ? parts[places[place] ?? -1] : undefined
    if (part === undefined) {
      places[place] = parts.length
      parts.push({ cell, kind, home, actors: 1, x, y, west: x, east: x, north: y, south: y, first: row })
      continue
    }
    part.actors++
    part.x += x
    part.y += y
    if (x < part.west) part.west = x
    if (x > part.east) part.east = x
    if (y < part.north) part.north = y
    if (y > part.south) part.south = y
    if (actors.ids.isBefore(row, part.first)) part.first = row
  }
  return joined(atlas, parts).map(({ cell: at, kind, home, ...part }) => [
    ...([at, actorKind.parse(kindNames[kind]), home === 0 ? null : (atlas.homes.texts[home] ?? null)] as const),
    ...([part.actors, part.x, part.y, part.west, part.east, part.north, part.south] as const),
    actors.ids.textOf(part.first),
  ])
}

/** Parts of one cell may lie apart when somebody has strayed. */
function joined({ actors }: Atlas, parts: readonly Part[]): readonly Part[] {
  if (actors.strays.length === 0) return parts
  const found = new Map<string, Part>()
  for (const part of parts) {
    const key = `${part.cell} ${String(part.kind)} ${String(part.home)}`
    const other = found.get(key)
    if (other === undefined) {
      found.set(key, part)
      continue
    }
    other.actors += part.actors
    other.x += part.x
    other.y += part.y
    other.west = Math.min(other.west, part.west)
    other.east = Math.max(other.east, part.east)
    other.north = Math.min(other.north, part.north)
    other.south = Math.max(other.south, part.south)
    if (actors.ids.isBefore(part.first, other.first)) other.first = part.first
  }
  return [...found.values()]
}

/** The number of a cell: bits of line and column interleaved, the line's first. */
function cellNumber(level: number, column: number, line: number): string {
  if (level <= 26) {
    let number = 0
    for (let bit = level - 1; bit >= 0; bit--) number = number * 4 + ((line >> bit) & 1) * 2 + ((column >> bit) & 1)
    return String(number)
  }
  let number = 0n
  for (let bit = level - 1; bit >= 0; bit--)
    number = number * 4n + BigInt(((line >> bit) & 1) * 2 + ((column >> bit) & 1))
  return String(number)
}

const kindNames: readonly string[] = actorKind.options

/** Places of `actorKinds` by class. */
const kindNumbers = ({ actors }: Atlas): Int32Array =>
  Int32Array.from(actors.kinds.texts, (text) => kindNames.indexOf(partsOf(text)[0] ?? ''))

export type CountedKind = { kind: string; actors: number; without_point: number }

/** Numbers of public actors under a filter by kind, from memory; null when the database must be asked. */
export const kindsInMemory = (filter: Filter): Promise<CountedKind[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const chosen = chooseAllActors(atlas, asked)
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
