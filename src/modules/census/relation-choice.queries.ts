import type { ListDictionary } from '@/core/code-lists'
import { narrow } from '@/core/columns'
import { keepRows, type RowBits, writeRows } from '@/core/row-bits'
import { type Atlas, gone, partsOf, strayed } from '@/modules/census/atlas.schema'
import type { Asked } from '@/modules/census/asked.queries'
import { relationsHeldBy, relationsWith, rowOfActor } from '@/modules/census/party.queries'
import { type Filter, tieText } from '@/modules/taxonomy/filter.schema'
import { typesOf, withDivisions } from '@/modules/taxonomy/taxonomy.schema'

/** Relations of whose facts (a type, a state, a scope) one is this, or one of whose countries or themes is. */
function bitsOf({ relations, relationBits }: Atlas, what: 'type' | 'state' | 'scope', value: string): RowBits {
  const place = { type: 0, state: 1, scope: 3 }[what]
  const passes = (number: number) => number !== gone && partsOf(relations.facts.texts[number] ?? '')[place] === value
  return relationBits.get(`${what} ${value}`, relations.count, {
    ...{ column: relations.class, passes },
    table: () => relations.facts.table((_, number) => passes(number)),
  })
}

function bitsOfList({ relations, relationBits }: Atlas, what: 'countries' | 'themes', code: string): RowBits {
  const lists = what === 'countries' ? relations.countryLists : relations.themeLists
  return relationBits.get(`${what} ${code}`, relations.count, {
    column: relations[what],
    passes: (number) => lists.codesAt(number).includes(code),
    table: () => lists.tableOfAny((one) => one === code),
  })
}

const anyRelation = ({ relations, relationBits }: Atlas): RowBits =>
  relationBits.get('any', relations.count, {
    ...{ column: relations.class, passes: (number) => number !== gone },
    table: () => relations.facts.table((_, number) => number !== gone),
  })

/**
 * What a filter says of a relation by itself (relationConditions and scopeCondition of actor.sql say the same). `beside`:
 * only those in one of each of these sets. The rows hold until the next choice.
 */
export function chooseTies(
  atlas: Atlas,
  asked: Asked,
  scope: Filter['scope'],
  beside: readonly RowBits[][] = [],
): Int32Array {
  const { relations } = atlas
  const { filter } = asked
  atlas.chosenRelations.reserve(relations.count)
  const list = atlas.chosenRelations.data
  const sets = [...beside, [anyRelation(atlas)]]
  if (filter.type) sets.push(filter.type.map((type) => bitsOf(atlas, 'type', type)))
  if (filter.group) sets.push(filter.group.flatMap(typesOf).map((type) => bitsOf(atlas, 'type', type)))
  if (filter.state) sets.push(filter.state.map((state) => bitsOf(atlas, 'state', state)))
  if (scope !== undefined && scope !== 'all') sets.push([bitsOf(atlas, 'scope', String(scope === 'international'))])
  if (filter.theme) sets.push(filter.theme.map((theme) => bitsOfList(atlas, 'themes', theme)))
  const few = fewRelations(atlas, asked)
  if (few !== null) list.set(few)
  let count = few === null ? writeRows(list, relations.count, sets) : keepRows(list, few.length, sets)
  if (filter.programme !== undefined) {
    const table = relations.programmes.table((text, number) => number > 0 && partsOf(text)[1] === asked.programme)
    count = narrow(list, count, relations.programme.data, table)
  }
  const { since, until } = filter
  if (since !== undefined || until !== undefined) {
    const table = relations.yearLists.table((text) => {
      const [begun = '', , ended = ''] = text.split('\u001e')
      return (
        (since === undefined || ended === '' || Number(ended) >= since) &&
        (until === undefined || begun === '' || Number(begun) <= until)
      )
    })
    count = narrow(list, count, relations.years.data, table)
  }
  if (filter.between) count = narrowByTie(atlas, count, filter.between)
  return list.subarray(0, count)
}

/** In ascending order, the relations of the actor asked for as a party or as the holder; null when none is asked for. */
function fewRelations(atlas: Atlas, { party, holder }: Asked): Int32Array | null {
  if (holder === undefined) return party === undefined ? null : Int32Array.from(relationsWith(atlas, party)).sort()
  const row = holder === null ? null : rowOfActor(atlas, holder)
  if (row === null) return new Int32Array()
  const rows = Int32Array.from(party === undefined ? relationsHeldBy(atlas, row) : relationsWith(atlas, party)).sort()
  const holders = atlas.relations.holder.data
  return rows.subarray(
    0,
    keep(rows, rows.length, (relation) => holders[relation] === row),
  )
}

/** All that a filter says of relations (relationWhere says the same in SQL). */
export function chooseRelations(atlas: Atlas, asked: Asked): Int32Array {
  const { sort: _sort, after: _after, zoom: _zoom, ...filter } = asked.filter
  // Of one actor they are soon found again.
  if (asked.party !== undefined) return readRelations(atlas, asked).slice()
  const key = `${today(filter)} ${JSON.stringify(filter)}`
  return atlas.kept.relations.get(key, () => ({ rows: readRelations(atlas, asked) })).rows
}

/** What is fresh or old changes with the month. */
export const today = ({ verified }: Filter): string =>
  verified === undefined ? '' : new Date().toISOString().slice(0, 7)

function readRelations(atlas: Atlas, asked: Asked): Int32Array {
  const { relations, actors } = atlas
  const { filter, territoryIds } = asked
  const beside: RowBits[][] = []
  for (const countries of [filter.country, filter.region?.length === 2 ? [filter.region] : undefined])
    if (countries !== undefined) beside.push(countries.map((country) => bitsOfList(atlas, 'countries', country)))
  let count = chooseTies(atlas, asked, filter.scope ?? 'international', beside).length
  const list = atlas.chosenRelations.data
  if (filter.region !== undefined && filter.region.length > 2)
    count = narrow(list, count, relations.regions.data, tableOf(relations.regionLists, [filter.region]))
  if (filter.sector) {
    const table = tableOf(relations.sectorLists, filter.sector.flatMap(withDivisions))
    count = narrow(list, count, relations.sectors.data, table)
  }
  if (filter.verified !== undefined) count = narrow(list, count, relations.month.data, monthTable(filter.verified))
  const starts = relations.partyStart.data
  const counts = relations.partyCount.data
  const parties = relations.parties.data
  const some = (passes: (party: number, at: number) => boolean) => (row: number) => {
    const start = starts[row] ?? 0
    const end = start + (counts[row] ?? 0)
    for (let at = start; at < end; at++) if (passes(parties[at] ?? 0, at)) return true
    return false
  }
  /** Keeps those some party of which passes; where most are asked, all are, and it is remembered. */
  const narrowed = (key: string, passes: (party: number, at: number) => boolean) => {
    const hasSome = some(passes)
    const all = () => {
      const found = new Uint8Array(relations.count)
      for (let row = 0; row < found.length; row++) if (hasSome(row)) found[row] = 1
      return found
    }
    const marks = count * 4 > relations.count ? atlas.kept.marks.get(key, all) : atlas.kept.marks.peek(key)
    return keep(list, count, marks === undefined ? hasSome : (row) => marks[row] === 1)
  }
  if (filter.kind) {
    const table = kindTable(atlas, new Set(filter.kind))
    const classes = actors.class.data
    const passes = (party: number) => party >= 0 && table[classes[party] ?? 0] === 1
    count = narrowed(`relations with ${filter.kind.toSorted().join()}`, passes)
  }
  if (territoryIds !== null) {
    const table = atlas.homes.table((id) => territoryIds.has(id))
    const [homes, own] = [actors.home.data, relations.partyHome.data]
    const passes = (party: number, at: number) => table[(party >= 0 && homes[party]) || (own[at] ?? 0)] === 1
    count = narrowed(`relations of ${filter.territory ?? ''}`, passes)
  }
  if (filter.bbox) {
    const [west, south, east, north] = filter.bbox
    const inside = (longitude: number, latitude: number) =>
      latitude >= south &&
      latitude <= north &&
      (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east)
    const [longitudes, latitudes] = [actors.longitude.data, actors.latitude.data]
    const passes = some((party) => {
      if (party >= 0) return inside(longitudes[party] ?? Number.NaN, latitudes[party] ?? Number.NaN)
      const site = atlas.sites[-1 - party]
      return site !== undefined && inside(site.longitude ?? Number.NaN, site.latitude ?? Number.NaN)
    })
    count = keep(list, count, passes)
  }
  return list.subarray(0, count)
}

/** Lists with one of these codes. */
function tableOf(lists: ListDictionary, codes: readonly string[]): Uint8Array {
  const wanted = new Set(codes)
  return lists.tableOfAny((code) => wanted.has(code))
}

function keep(list: Int32Array, count: number, passes: (row: number) => boolean): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = list[at] ?? 0
    if (passes(row)) list[kept++] = row
  }
  return kept
}

function narrowByTie(atlas: Atlas, count: number, tie: NonNullable<Filter['between']>): number {
  const { relations } = atlas
  const list = atlas.chosenRelations.data
  const wanted = [tieText(tie)]
  switch (tie.level) {
    case 'country':
      return narrow(list, count, relations.countryTies.data, tableOf(relations.countryTieLists, wanted))
    case 'region':
      return narrow(list, count, relations.regionTies.data, tableOf(relations.regionTieLists, wanted))
    case 'city': {
      const [one, other] = tie.signs.map((sign) => atlas.places.known(Number(sign)))
      const number = one === undefined || other === undefined ? -1 : relations.cityTies.known(one, other)
      const [starts, counts, cities] = [relations.cityStart.data, relations.cityCount.data, relations.cities.data]
      return keep(list, count, (row) => {
        const start = starts[row] ?? 0
        for (let at = start; at < start + (counts[row] ?? 0); at++) if (cities[at] === number) return true
        return false
      })
    }
  }
}

/** Classes of actors (strayed ones too) of some kinds. */
function kindTable({ actors }: Atlas, kinds: ReadonlySet<string>): Uint8Array {
  const table = new Uint8Array(2 * strayed)
  actors.kinds.texts.forEach((text, number) => {
    if (number !== gone && kinds.has(partsOf(text)[0] ?? '')) table[number] = table[number | strayed] = 1
  })
  return table
}

/** Months of a confirmation by how fresh it is today (core/curated, freshnessOf). */
export function monthTable(verified: NonNullable<Filter['verified']>): Uint8Array {
  const table = new Uint8Array(2 ** 16)
  const today = new Date()
  const now = today.getUTCFullYear() * 12 + today.getUTCMonth() + 1
  const [first, last] = {
    never: [0, 0],
    fresh: [now - 12, table.length - 1],
    ageing: [now - 36, now - 13],
    old: [1, now - 37],
  }[verified]
  return table.fill(1, first, (last ?? 0) + 1)
}
