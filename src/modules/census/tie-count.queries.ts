import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, partsOf, strayed } from '@/modules/census/atlas.schema'
import { chooseRelations } from '@/modules/census/relation-choice.queries'
import { placesIn, type Ties, type TiesAsked, tiesOf } from '@/modules/census/tie.queries'
import type { Filter, TieLevel } from '@/modules/taxonomy/filter.schema'
import {
  direction,
  type Direction,
  type RelationState,
  relationState,
  type RelationType,
  relationType,
} from '@/modules/taxonomy/taxonomy.schema'

export type CountedTie = { between: string; count: number }
type TiedRelations = { tie: string; type: RelationType; state: RelationState; relations: number }
type TieDirection = { tie: string; sign: string | null; direction: Direction }

/** The strongest ties first. `total`: those with an end in the box; `untied`: relations that tie nothing. */
type StrongestTies = { ties: CountedTie[]; total: number; untied: number }

/** The `most` ties that most of these relations have, and how many there are. */
function strongest(
  { tieCounts }: Atlas,
  chosen: Int32Array,
  { count, items, first, end, isShown, isBefore }: Ties,
  most: number,
): { ties: [tie: number, count: number][]; total: number } {
  // Zero but for what is being counted: ties are millions, those of a filter may be few.
  tieCounts.reserve(count)
  const sums = tieCounts.data
  const met: number[] = []
  for (let n = 0; n < chosen.length; n++) {
    const row = chosen[n] ?? 0
    const last = end(row)
    for (let at = first(row); at < last; at++) {
      const tie = items[at] ?? 0
      const known = sums[tie] ?? 0
      if (known === 0) met.push(tie)
      sums[tie] = known + 1
    }
  }
  const shown = met.filter(isShown)
  // How many have each sum, up to one that few have more than.
  const mostTold = 4096
  const having = new Uint32Array(mostTold + 1)
  for (const tie of shown) {
    const sum = Math.min(sums[tie] ?? 0, mostTold)
    having[sum] = (having[sum] ?? 0) + 1
  }
  let least = mostTold
  for (let many = having[least] ?? 0; many < most && least > 1; many += having[least] ?? 0) least--
  const isStronger = (a: number, b: number) =>
    (sums[a] ?? 0) === (sums[b] ?? 0) ? isBefore(a, b) : (sums[a] ?? 0) > (sums[b] ?? 0)
  const best = firstOf(
    shown.filter((tie) => (sums[tie] ?? 0) >= least),
    most,
    isStronger,
  )
  const ties = best.map((tie): [number, number] => [tie, sums[tie] ?? 0])
  for (const tie of met) sums[tie] = 0
  return { ties, total: shown.length }
}

/** The first `most` in an order, sorted, without sorting those that come later. */
function firstOf(ties: readonly number[], most: number, isBefore: (a: number, b: number) => boolean): number[] {
  const found: number[] = []
  for (const tie of ties) {
    const last = found[found.length - 1]
    if (found.length === most && last !== undefined && !isBefore(tie, last)) continue
    let [low, high] = [0, found.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isBefore(tie, found[middle] ?? 0)) high = middle
      else low = middle + 1
    }
    found.splice(low, 0, tie)
    if (found.length > most) found.pop()
  }
  return found
}

/**
 * The strongest ties of public relations under a filter, from memory; null when the database must be asked. Of cities,
 * only relations with a party in one of those of the box are counted among the untied.
 */
export const tiesInMemory = (filter: Filter, asked: TiesAsked): Promise<StrongestTies | null> =>
  askAtlas(filter, (atlas, said) => {
    const chosen = chooseRelations(atlas, said)
    const found = tiesOf(atlas, asked)
    const { ties, total } = strongest(atlas, chosen, found, asked.most)
    return {
      ties: ties.map(([tie, count]) => ({ between: found.textOf(tie), count })),
      total,
      untied: countUntied(atlas, chosen, found, asked),
    }
  })

function countUntied(atlas: Atlas, chosen: Int32Array, { first, end }: Ties, { level, box }: TiesAsked): number {
  const { relations, actors } = atlas
  const near = level === 'city' ? placesIn(atlas, box) : null
  const nearSites = near && atlas.sites.map(({ place }) => place !== null && near[atlas.places.known(place) ?? 0] === 1)
  const [places, ends] = [actors.place.data, relations.parties.data]
  let untied = 0
  for (let n = 0; n < chosen.length; n++) {
    const row = chosen[n] ?? 0
    if (first(row) !== end(row)) continue
    if (near === null) {
      untied++
      continue
    }
    const start = relations.partyStart.data[row] ?? 0
    const last = start + (relations.partyCount.data[row] ?? 0)
    for (let at = start; at < last; at++) {
      const party = ends[at] ?? 0
      if (party >= 0 ? near[places[party] ?? 0] !== 1 : nearSites?.[-1 - party] !== true) continue
      untied++
      break
    }
  }
  return untied
}

function tieNumber({ relations, places }: Atlas, level: TieLevel, text: string): number {
  if (level === 'country') return relations.countryTieLists.codes.known(text) ?? -1
  if (level === 'region') return relations.regionTieLists.codes.known(text) ?? -1
  const [one, other] = text.split('~').map((id) => places.known(Number(id)))
  return one === undefined || other === undefined ? -1 : relations.cityTies.known(one, other)
}

/** Calls `met` for each of these ties that a row has: the place of the tie among them. */
function meet(
  atlas: Atlas,
  { chosen, level, ties }: { chosen: Int32Array; level: TieLevel; ties: readonly string[] },
  met: (row: number, tie: number) => void,
): void {
  const { count, items, first, end } = tiesOf(atlas, { level, box: null, most: 0, at: () => null })
  // The place of a tie among these + 1; 0 = none of them, as it is again afterwards.
  atlas.tieCounts.reserve(count)
  const among = atlas.tieCounts.data
  const numbers = ties.map((text) => tieNumber(atlas, level, text))
  numbers.forEach((tie, n) => {
    if (tie >= 0) among[tie] = n + 1
  })
  for (let n = 0; n < chosen.length; n++) {
    const row = chosen[n] ?? 0
    const last = end(row)
    for (let at = first(row); at < last; at++) {
      const place = among[items[at] ?? 0] ?? 0
      if (place > 0) met(row, place - 1)
    }
  }
  for (const tie of numbers) if (tie >= 0) among[tie] = 0
}

/** The relations of some ties by type and state, from memory; null when the database must be asked. */
export const tiedInMemory = (
  filter: Filter,
  level: TieLevel,
  ties: readonly string[],
): Promise<TiedRelations[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { relations } = atlas
    const width = relations.facts.texts.length
    const [counts, facts] = [new Uint32Array(ties.length * width), relations.class.data]
    meet(atlas, { chosen: chooseRelations(atlas, asked), level, ties }, (row, tie) => {
      const at = tie * width + (facts[row] ?? 0)
      counts[at] = (counts[at] ?? 0) + 1
    })
    const said = relations.facts.texts.map(partsOf)
    return ties.flatMap((tie, n) =>
      said.flatMap(([type, state], fact): TiedRelations[] => {
        const count = counts[n * width + fact] ?? 0
        return count === 0
          ? []
          : [{ tie, type: relationType.parse(type), state: relationState.parse(state), relations: count }]
      }),
    )
  })

/** Which way the relations of some ties go: the sign their first party stands at, and their direction seen from it. */
export const directionsInMemory = (
  filter: Filter,
  level: TieLevel,
  ties: readonly string[],
): Promise<TieDirection[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { relations } = atlas
    const found = new Map<string, TieDirection>()
    const towards = relations.facts.texts.map((text) => partsOf(text)[2] ?? '')
    meet(atlas, { chosen: chooseRelations(atlas, asked), level, ties }, (row, n) => {
      const sign = signOf(atlas, relations.parties.data[relations.partyStart.data[row] ?? 0] ?? 0, level)
      const way = towards[relations.class.data[row] ?? 0] ?? ''
      const key = `${String(n)} ${sign ?? ''} ${way}`
      if (!found.has(key)) found.set(key, { tie: ties[n] ?? '', sign, direction: direction.parse(way) })
    })
    return [...found.values()]
  })

/** Where a party is at a level of ties: a country, a NUTS 2 region (or a country that has none), a city. */
function signOf(atlas: Atlas, party: number, level: TieLevel): string | null {
  const { actors, places } = atlas
  const site = party < 0 ? atlas.sites[-1 - party] : undefined
  if (level === 'city') {
    const place = site === undefined ? (places.ids.data[actors.place.data[party] ?? 0] ?? 0) : (site.place ?? 0)
    return place === 0 ? null : String(place)
  }
  const country =
    site?.country ?? partsOf(actors.kinds.texts[(actors.class.data[party] ?? 0) & ~strayed] ?? '')[1] ?? ''
  if (level === 'country' || !atlas.divided.has(country)) return country
  const nuts = site === undefined ? (actors.nutsCodes.texts[actors.nuts.data[party] ?? 0] ?? '') : (site.nuts ?? '')
  return nuts === '' ? null : nuts.slice(0, 4)
}
