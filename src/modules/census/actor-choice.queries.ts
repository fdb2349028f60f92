import { narrow } from '@/core/columns'
import { coverOf, isPolar, type UnitBox, unitBoxesOf } from '@/core/grid'
import { type ActorColumns, type Atlas, gone, partsOf, strayed } from '@/modules/census/atlas.schema'
import type { Asked } from '@/modules/census/asked.queries'
import { chooseTies, monthTable } from '@/modules/census/relation-choice.queries'
import { type Filter, tieKeys } from '@/modules/taxonomy/filter.schema'

/** Answers about ties that are kept until something changes: a map is moved under one filter. */
const mostKept = 16

const asksOfRelations = ({ scope, ...filter }: Filter): boolean =>
  tieKeys.some((key) => (key === 'scope' ? scope !== undefined && scope !== 'all' : filter[key] !== undefined))

/**
 * Rows of public actors under a filter (actorConditions says the same in SQL). `boxes`: only those with a point in one of
 * these; the box of the filter must be among what they say. Those where they belong come in the order of the grid.
 */
export function chooseActors(atlas: Atlas, asked: Asked, boxes: readonly UnitBox[] | null): Int32Array {
  const { actors } = atlas
  const { filter, territoryIds } = asked
  atlas.chosenActors.reserve(actors.count)
  const list = atlas.chosenActors.data
  let count = chooseClasses(actors, list, classTable(actors, filter), boxes)
  if (territoryIds !== null)
    count = narrow(
      list,
      count,
      actors.home.data,
      atlas.homes.table((id) => territoryIds.has(id)),
    )
  const { region, bbox } = filter
  if (region !== undefined && region.length > 2)
    count = narrow(
      list,
      count,
      actors.nuts.data,
      actors.nutsCodes.table((code) => code.startsWith(region)),
    )
  if (filter.sector) {
    const wanted = new Set(filter.sector)
    const table = actors.sectorLists.table((text) =>
      partsOf(text).some((code) => wanted.has(code) || wanted.has(code.slice(0, 1))),
    )
    count = narrow(list, count, actors.sectors.data, table)
  }
  if (filter.verified !== undefined) count = narrow(list, count, actors.month.data, monthTable(filter.verified))
  if (bbox !== undefined && isPolar(bbox)) {
    const [latitudes, , south, , north] = [actors.latitude.data, ...bbox]
    let kept = 0
    for (let at = 0; at < count; at++) {
      const row = list[at] ?? 0
      const latitude = latitudes[row] ?? Number.NaN
      if (latitude >= south && latitude <= north) list[kept++] = row
    }
    count = kept
  }
  if (asksOfRelations(filter)) {
    const tied = tiedActors(atlas, asked)
    let kept = 0
    for (let at = 0; at < count; at++) {
      const row = list[at] ?? 0
      if (tied[row] === 1) list[kept++] = row
    }
    count = kept
  }
  return list.subarray(0, count)
}

/** The same with the box of the filter alone. */
export const chooseAllActors = (atlas: Atlas, asked: Asked): Int32Array =>
  chooseActors(atlas, asked, asked.filter.bbox === undefined ? null : unitBoxesOf(asked.filter.bbox))

/** Which actors have a public relation of those a filter asks for: 1 by row. */
function tiedActors(atlas: Atlas, asked: Asked): Uint8Array {
  const { filter } = asked
  const key = JSON.stringify(tieKeys.map((name) => filter[name] ?? null))
  const known = atlas.kept.get(key)
  if (known !== undefined) return known
  const tied = new Uint8Array(atlas.actors.count)
  const { partyStart, partyCount, parties } = atlas.relations
  const [starts, counts, ends] = [partyStart.data, partyCount.data, parties.data]
  const chosen = chooseTies(atlas, asked, filter.scope)
  for (let n = 0; n < chosen.length; n++) {
    const row = chosen[n] ?? 0
    const start = starts[row] ?? 0
    const end = start + (counts[row] ?? 0)
    for (let at = start; at < end; at++) {
      const party = ends[at] ?? -1
      if (party >= 0) tied[party] = 1
    }
  }
  const [oldest] = atlas.kept.keys()
  if (atlas.kept.size >= mostKept && oldest !== undefined) atlas.kept.delete(oldest)
  atlas.kept.set(key, tied)
  return tied
}

/** Classes of the kinds and countries of a filter: strayed ones too, but none that is gone. */
function classTable({ kinds }: ActorColumns, { kind, country, region }: Filter): Uint8Array {
  const table = new Uint8Array(2 * strayed)
  const wantedKinds = kind && new Set<string>(kind)
  const wantedCountries = country && new Set(country)
  kinds.texts.forEach((text, number) => {
    const [is = '', at = ''] = partsOf(text)
    const passes =
      number !== gone &&
      (wantedKinds === undefined || wantedKinds.has(is)) &&
      (wantedCountries === undefined || wantedCountries.has(at)) &&
      (region?.length !== 2 || at === region)
    if (passes) table[number] = table[number | strayed] = 1
  })
  return table
}

function chooseClasses(
  actors: ActorColumns,
  list: Int32Array,
  table: Uint8Array,
  boxes: readonly UnitBox[] | null,
): number {
  const classes = actors.class.data
  const [mx, my] = [actors.mx.data, actors.my.data]
  let count = 0
  // Strays are told by their class, and come after the others.
  if (boxes === null) {
    for (let row = 0; row < actors.sorted; row++) {
      const is = classes[row] ?? 0
      if (is < strayed && table[is] === 1) list[count++] = row
    }
    for (const row of actors.strays) if (table[classes[row] ?? 0] === 1) list[count++] = row
    return count
  }
  for (const { level, cell, box, isWhole } of coverOf(boxes, 26)) {
    const size = 2 ** (52 - 2 * level)
    const end = firstFrom(actors, (cell + 1) * size)
    for (let row = firstFrom(actors, cell * size); row < end; row++) {
      const is = classes[row] ?? 0
      if (is >= strayed || table[is] !== 1) continue
      if (!isWhole) {
        const [x, y] = [mx[row] ?? -1, my[row] ?? -1]
        if (x < box.west || x > box.east || y < box.north || y > box.south) continue
      }
      list[count++] = row
    }
  }
  for (const row of actors.strays) {
    if (table[classes[row] ?? 0] !== 1) continue
    const [x, y] = [mx[row] ?? -1, my[row] ?? -1]
    const isInside = boxes.some(({ west, east, north, south }) => x >= west && x <= east && y >= north && y <= south)
    if (isInside) list[count++] = row
  }
  return count
}

/** The first sorted row whose key is not below this one. */
function firstFrom({ keys, sorted }: ActorColumns, key: number): number {
  let [low, high] = [0, sorted]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys.data[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low
}
