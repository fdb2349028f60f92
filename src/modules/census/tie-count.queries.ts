import { type Bbox, isInBox } from '@/core/bbox'
import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, partsOf } from '@/modules/census/atlas.schema'
import { chooseRelations } from '@/modules/census/relation-choice.queries'
import { histogram, sumBy } from '@/modules/census/relation-count.queries'
import type { Filter, TieLevel } from '@/modules/taxonomy/filter.schema'
import {
  direction,
  type Direction,
  type RelationState,
  relationState,
  type RelationType,
  relationType,
} from '@/modules/taxonomy/taxonomy.schema'

export type CountedTies = { byTie: ReadonlyMap<string, number>; untied: number }
export type TiedRelations = { tie: string; type: RelationType; state: RelationState; relations: number }
export type TieDirection = { tie: string; sign: string | null; direction: Direction }

/** Lists of ties of a level and the column that names them. */
const listsOf = ({ relations }: Atlas, level: 'country' | 'region') =>
  level === 'country'
    ? ({ column: relations.countryTies.data, dictionary: relations.countryTieLists } as const)
    : ({ column: relations.regionTies.data, dictionary: relations.regionTieLists } as const)

/** Two numbers of the gazetteer as one. */
const paired = (one: number, other: number): number => one * 2 ** 26 + other
const tieOf = (pair: number): string => `${String(Math.floor(pair / 2 ** 26))}~${String(pair % 2 ** 26)}`
const pairOf = (tie: string): number => {
  const [one, other] = tie.split('~').map(Number)
  return paired(one ?? 0, other ?? 0)
}

/** Of these relations, those with a party in a city of a box. */
function reachingCities(atlas: Atlas, rows: Int32Array, box: Bbox): Int32Array {
  const { relations, actors } = atlas
  const near = atlas.places.table((text) => {
    const [, longitude = '', latitude = ''] = partsOf(text)
    return longitude !== '' && isInBox(box, [Number(longitude), Number(latitude)])
  })
  const nearSites = atlas.sites.map(
    ({ place, longitude, latitude }) =>
      place !== null && longitude !== null && latitude !== null && isInBox(box, [longitude, latitude]),
  )
  const [places, ends] = [actors.place.data, relations.parties.data]
  return rows.filter((row) => {
    const start = relations.partyStart.data[row] ?? 0
    const end = start + (relations.partyCount.data[row] ?? 0)
    for (let at = start; at < end; at++) {
      const party = ends[at] ?? 0
      if (party >= 0 ? near[places[party] ?? 0] === 1 : nearSites[-1 - party] === true) return true
    }
    return false
  })
}

/**
 * Numbers of public relations by tie, from memory; null when the database must be asked. Of cities only relations with a
 * party in one of those of the box are counted.
 */
export const tiesInMemory = (filter: Filter, level: TieLevel, box: Bbox | null): Promise<CountedTies | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { relations } = atlas
    const chosen = chooseRelations(atlas, asked)
    if (level !== 'city') {
      const { column, dictionary } = listsOf(atlas, level)
      const counts = histogram(chosen, column, dictionary)
      return { byTie: sumBy(counts, dictionary, partsOf), untied: counts[0] ?? 0 }
    }
    const sums = new Map<number, number>()
    let untied = 0
    for (const row of box === null ? chosen : reachingCities(atlas, chosen, box)) {
      const start = relations.cityStart.data[row] ?? 0
      const count = relations.cityCount.data[row] ?? 0
      if (count === 0) untied++
      for (let at = start; at < start + count * 2; at += 2) {
        const pair = paired(relations.cities.data[at] ?? 0, relations.cities.data[at + 1] ?? 0)
        sums.set(pair, (sums.get(pair) ?? 0) + 1)
      }
    }
    return { byTie: new Map([...sums].map(([pair, count]) => [tieOf(pair), count])), untied }
  })

/** Which of some ties a relation has, by row. */
function tiesByRow(atlas: Atlas, level: TieLevel, ties: readonly string[]): (row: number) => readonly string[] {
  const none: readonly string[] = []
  const { relations } = atlas
  if (level !== 'city') {
    const wanted = new Set(ties)
    const { column, dictionary } = listsOf(atlas, level)
    const said = dictionary.texts.map((text) => {
      const found = partsOf(text).filter((tie) => wanted.has(tie))
      return found.length === 0 ? none : found
    })
    return (row) => said[column[row] ?? 0] ?? none
  }
  const wanted = new Set(ties.map(pairOf))
  const [starts, counts, cities] = [relations.cityStart.data, relations.cityCount.data, relations.cities.data]
  return (row) => {
    const start = starts[row] ?? 0
    let found: string[] | null = null
    for (let at = start; at < start + (counts[row] ?? 0) * 2; at += 2) {
      const pair = paired(cities[at] ?? 0, cities[at + 1] ?? 0)
      if (wanted.has(pair)) (found ??= []).push(tieOf(pair))
    }
    return found ?? none
  }
}

/** The relations of some ties by type and state, from memory; null when the database must be asked. */
export const tiedInMemory = (
  filter: Filter,
  level: TieLevel,
  ties: readonly string[],
): Promise<TiedRelations[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { relations } = atlas
    const tiesOf = tiesByRow(atlas, level, ties)
    const counts = new Map<string, Uint32Array>()
    for (const row of chooseRelations(atlas, asked))
      for (const tie of tiesOf(row)) {
        const ofTie = counts.get(tie) ?? new Uint32Array(relations.facts.texts.length)
        const fact = relations.class.data[row] ?? 0
        ofTie[fact] = (ofTie[fact] ?? 0) + 1
        counts.set(tie, ofTie)
      }
    return [...counts].flatMap(([tie, ofTie]) =>
      [...ofTie].flatMap((count, fact): TiedRelations[] => {
        const [type, state] = partsOf(relations.facts.texts[fact] ?? '')
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
    const tiesOf = tiesByRow(atlas, level, ties)
    const found = new Map<string, TieDirection>()
    for (const row of chooseRelations(atlas, asked)) {
      const own = tiesOf(row)
      if (own.length === 0) continue
      const sign = signOf(atlas, relations.parties.data[relations.partyStart.data[row] ?? 0] ?? 0, level)
      const towards = partsOf(relations.facts.texts[relations.class.data[row] ?? 0] ?? '')[2]
      for (const tie of own) {
        const key = `${tie} ${sign ?? ''} ${towards ?? ''}`
        if (!found.has(key)) found.set(key, { tie, sign, direction: direction.parse(towards) })
      }
    }
    return [...found.values()]
  })

/** Where a party is at a level of ties: a country, a NUTS 2 region (or a country that has none), a city. */
function signOf(atlas: Atlas, party: number, level: TieLevel): string | null {
  const { actors } = atlas
  const site = party < 0 ? atlas.sites[-1 - party] : undefined
  if (level === 'city') {
    const place = site === undefined ? partsOf(atlas.places.texts[actors.place.data[party] ?? 0] ?? '')[0] : site.place
    return place === undefined || place === null ? null : String(place)
  }
  const country = site?.country ?? partsOf(actors.kinds.texts[(actors.class.data[party] ?? 0) & 0x7fff] ?? '')[1] ?? ''
  if (level === 'country' || !atlas.divided.has(country)) return country
  const nuts = site === undefined ? (actors.nutsCodes.texts[actors.nuts.data[party] ?? 0] ?? '') : (site.nuts ?? '')
  return nuts === '' ? null : nuts.slice(0, 4)
}
