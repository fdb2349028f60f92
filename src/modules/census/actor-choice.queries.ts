import type { Bbox } from '@/core/bbox'
import { narrow } from '@/core/columns'
import { coverOf, isPolar, type UnitBox, unitBoxesOf } from '@/core/grid'
import { type RowBits, writeRows } from '@/core/row-bits'
import { type ActorColumns, type Atlas, type ChosenActors, gone, partsOf, strayed } from '@/modules/census/atlas.schema'
import type { Asked } from '@/modules/census/asked.queries'
import { chooseTies, monthTable, today } from '@/modules/census/relation-choice.queries'
import { asksOfRelations, type Filter, tieKeys } from '@/modules/taxonomy/filter.schema'

/** What of a filter is asked of relations, as a key. */
export const tieKey = (filter: Filter): string => JSON.stringify(tieKeys.map((name) => filter[name] ?? null))

/** Rows `from` to `to`; of a cut cell only what is in its box. */
type Run = { from: number; to: number; cut: UnitBox | null }

const partsOfChoice = ({ filter }: Asked) => {
  const { bbox, sort: _sort, after: _after, zoom: _zoom, ...shared } = filter
  return { shared, polar: bbox !== undefined && isPolar(bbox) ? bbox : null }
}

/** What of a filter chooses actors, as a key; a box only where it ends beyond the edge of the map. */
export function choiceKey(asked: Asked): string {
  const { shared, polar } = partsOfChoice(asked)
  return `${today(shared)} ${JSON.stringify([shared, polar])}`
}

/**
 * Public actors under a filter (actorConditions says the same in SQL). `boxes`: only those with a point in one of these;
 * the box of the filter must be among what they say. Of those where they belong only the ones in `looked`, which are
 * parts of the boxes. Whom a filter leaves is kept: a map is moved under one filter.
 */
export function chooseActors(
  atlas: Atlas,
  asked: Asked,
  boxes: readonly UnitBox[] | null,
  looked: readonly UnitBox[] | null = boxes,
): ChosenActors {
  const { actors, kept } = atlas
  const { shared, polar } = partsOfChoice(asked)
  const key = choiceKey(asked)
  const everywhere = () => narrowed(atlas, asked, polar, all(atlas, shared))
  if (boxes === null || looked === null) return kept.actors.get(key, everywhere)
  const runs = runsOf(actors, looked)
  const count = runs.reduce((sum, { from, to }) => sum + to - from, 0)
  // Where few are looked at, it is not worth the while to look at all.
  if (kept.actors.peek(key) === undefined && count * 16 < actors.sorted)
    return narrowed(atlas, asked, polar, some(atlas, classTable(actors, shared), runs, boxes))
  return within(atlas, kept.actors.get(key, everywhere), runs, boxes)
}

/** The same with the box of the filter alone. */
export const chooseAllActors = (atlas: Atlas, asked: Asked): ChosenActors =>
  chooseActors(atlas, asked, asked.filter.bbox === undefined ? null : unitBoxesOf(asked.filter.bbox))

const isInside = ({ mx, my }: ActorColumns, row: number, { west, east, north, south }: UnitBox): boolean => {
  const [x, y] = [mx.data[row] ?? -1, my.data[row] ?? -1]
  return x >= west && x <= east && y >= north && y <= south
}

/** What a filter says beyond classes and boxes; the rows hold until the next choice. */
function narrowed(atlas: Atlas, asked: Asked, polar: Bbox | null, { rows: list, ordered }: ChosenActors): ChosenActors {
  const { actors } = atlas
  const { filter, territoryIds } = asked
  let chosen = { count: list.length, ordered }
  const keep = (column: Uint16Array | Uint32Array | null, table: Uint8Array) => {
    const inOrder = narrow(list, chosen.ordered, column, table)
    const strays = list.subarray(chosen.ordered, chosen.count)
    const rest = strays.subarray(0, narrow(strays, strays.length, column, table))
    list.set(rest, inOrder)
    chosen = { count: inOrder + rest.length, ordered: inOrder }
  }
  if (territoryIds !== null)
    keep(
      actors.home.data,
      atlas.homes.table((id) => territoryIds.has(id)),
    )
  const { region, sector, verified } = filter
  if (region !== undefined && region.length > 2)
    keep(
      actors.nuts.data,
      actors.nutsCodes.table((code) => code.startsWith(region)),
    )
  if (sector) {
    const wanted = new Set<string>(sector)
    keep(
      actors.sectors.data,
      actors.sectorLists.tableOfAny((code) => wanted.has(code)),
    )
  }
  if (verified !== undefined) keep(actors.month.data, monthTable(verified))
  if (asksOfRelations(filter)) keep(null, tiedActors(atlas, asked))
  if (polar !== null) keep(null, inLatitudes(actors, polar))
  return { rows: list.subarray(0, chosen.count), ordered: chosen.ordered }
}
function inLatitudes({ latitude, count }: ActorColumns, [, south, , north]: Bbox): Uint8Array {
  const passes = new Uint8Array(count)
  for (let row = 0; row < count; row++) {
    const degrees = latitude.data[row] ?? Number.NaN
    if (degrees >= south && degrees <= north) passes[row] = 1
  }
  return passes
}

/** Which actors have a public relation of those a filter asks for: 1 by row. */
const tiedActors = (atlas: Atlas, asked: Asked): Uint8Array =>
  atlas.kept.marks.get(`tied ${tieKey(asked.filter)}`, () => {
    const tied = new Uint8Array(atlas.actors.count)
    const { partyStart, partyCount, parties } = atlas.relations
    const [starts, counts, ends] = [partyStart.data, partyCount.data, parties.data]
    const chosen = chooseTies(atlas, asked, asked.filter.scope)
    for (let n = 0; n < chosen.length; n++) {
      const row = chosen[n] ?? 0
      const start = starts[row] ?? 0
      const end = start + (counts[row] ?? 0)
      for (let at = start; at < end; at++) {
        const party = ends[at] ?? -1
        if (party >= 0) tied[party] = 1
      }
    }
    return tied
  })

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

/** Those where they belong who are of a kind or at home in a country. */
function bitsOf({ actors, actorBits }: Atlas, what: 'kind' | 'country', value: string): RowBits {
  const place = what === 'kind' ? 0 : 1
  const passes = (number: number) => number < strayed && partsOf(actors.kinds.texts[number] ?? '')[place] === value
  return actorBits.get(`${what} ${value}`, actors.count, { column: actors.class, passes, table: () => tableOf(passes) })
}

const anyActor = ({ actors, actorBits }: Atlas): RowBits => {
  const passes = (number: number) => number < strayed && number !== gone
  return actorBits.get('any', actors.count, { column: actors.class, passes, table: () => tableOf(passes) })
}

function tableOf(passes: (number: number) => boolean): Uint8Array {
  const table = new Uint8Array(2 * strayed)
  for (let number = 0; number < strayed; number++) if (passes(number)) table[number] = 1
  return table
}

/** All of some kinds and countries; strays are told by their class, and come after the others. */
function all(atlas: Atlas, filter: Filter): ChosenActors {
  const { actors, chosenActors } = atlas
  chosenActors.reserve(actors.count)
  const [list, classes] = [chosenActors.data, actors.class.data]
  const sets: RowBits[][] = []
  if (filter.kind) sets.push(filter.kind.map((kind) => bitsOf(atlas, 'kind', kind)))
  for (const countries of [filter.country, filter.region?.length === 2 ? [filter.region] : undefined])
    if (countries !== undefined) sets.push(countries.map((country) => bitsOf(atlas, 'country', country)))
  // Whoever is of some kind or country is there.
  if (sets.length === 0) sets.push([anyActor(atlas)])
  let count = writeRows(list, actors.sorted, sets)
  const ordered = count
  const table = actors.strays.length === 0 ? null : classTable(actors, filter)
  if (table !== null) for (const row of actors.strays) if (table[classes[row] ?? 0] === 1) list[count++] = row
  return { rows: list.subarray(0, count), ordered }
}

/** The same in some runs of rows, and strays in boxes. */
function some(atlas: Atlas, table: Uint8Array, runs: readonly Run[], boxes: readonly UnitBox[]): ChosenActors {
  const { actors, chosenActors } = atlas
  chosenActors.reserve(actors.count)
  const [list, classes] = [chosenActors.data, actors.class.data]
  let count = 0
  for (const { from, to, cut } of runs)
    for (let row = from; row < to; row++) {
      const is = classes[row] ?? 0
      if (is < strayed && table[is] === 1 && (cut === null || isInside(actors, row, cut))) list[count++] = row
    }
  const ordered = count
  for (const row of actors.strays)
    if (table[classes[row] ?? 0] === 1 && boxes.some((box) => isInside(actors, row, box))) list[count++] = row
  return { rows: list.subarray(0, count), ordered }
}

/** Of those chosen everywhere, those in some runs of rows, and strays in boxes; they hold until the next choice. */
function within(
  atlas: Atlas,
  { rows, ordered }: ChosenActors,
  runs: readonly Run[],
  boxes: readonly UnitBox[],
): ChosenActors {
  const { actors, chosenActors } = atlas
  chosenActors.reserve(actors.count)
  const list = chosenActors.data
  const inOrder = rows.subarray(0, ordered)
  let count = 0
  for (const { from, to, cut } of runs)
    for (let at = firstFrom(inOrder, ordered, from); at < ordered; at++) {
      const row = rows[at] ?? 0
      if (row >= to) break
      if (cut === null || isInside(actors, row, cut)) list[count++] = row
    }
  const found = count
  for (let at = ordered; at < rows.length; at++) {
    const row = rows[at] ?? 0
    if (boxes.some((box) => isInside(actors, row, box))) list[count++] = row
  }
  return { rows: list.subarray(0, count), ordered: found }
}

/** Where those in some boxes stand, in order. */
function runsOf({ keys, sorted }: ActorColumns, boxes: readonly UnitBox[]): Run[] {
  return coverOf(boxes, 26)
    .map(({ level, cell, box, isWhole }) => {
      const size = 2 ** (52 - 2 * level)
      const [from, to] = [cell * size, (cell + 1) * size].map((key) => firstFrom(keys.data, sorted, key))
      return { from: from ?? 0, to: to ?? 0, cut: isWhole ? null : box }
    })
    .filter(({ from, to }) => to > from)
}

/** The first of `count` ascending values that is not below this one. */
function firstFrom(values: Float64Array | Int32Array, count: number, least: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
