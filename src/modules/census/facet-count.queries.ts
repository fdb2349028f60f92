import type { Freshness } from '@/core/curated'
import { countClasses } from '@/modules/census/actor-count.queries'
import { chooseAllActors, tieKey } from '@/modules/census/actor-choice.queries'
import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, type ChosenActors, partsOf, strayed } from '@/modules/census/atlas.schema'
import { chooseRelations, chooseTies, monthTable } from '@/modules/census/relation-choice.queries'
import {
  type CountedAnswer,
  countTied,
  countTiedByBits,
  strongestHolders,
  withLabels,
} from '@/modules/census/facet-tie.queries'
import { readingOf, sumsOf } from '@/modules/census/facet-reading.queries'
import { codesIn, histogram, sumBy } from '@/modules/census/relation-count.queries'
import type { FacetKey, Subject } from '@/modules/taxonomy/facet.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { actorKinds } from '@/modules/taxonomy/taxonomy.schema'

type FacetAsked = {
  facet: FacetKey
  of: Subject
  /** All other filters, and of these what they ask of an actor itself. */
  beside: Filter & { partyId?: string }
  own: Filter
  /** Each territory with itself and all above it. */
  within: ReadonlyMap<string, readonly string[]>
}

/** Rows of the list for each answer to a facet, from memory; null when the database must be asked. */
export function facetInMemory(asked: FacetAsked): Promise<CountedAnswer[] | null> {
  const { facet, of, beside, own } = asked
  return askAtlas(beside, (atlas, said) => {
    if (of === 'relations') return countAmongRelations(atlas, asked, chooseRelations(atlas, said))
    const isOwn = facet === 'kind' || facet === 'country' || facet === 'territory' || facet === 'sector'
    if (isOwn || facet === 'verified') return countAmongActors(atlas, asked, chooseAllActors(atlas, said).rows)
    const isAnybody = Object.keys(own).length === 0
    const among = isAnybody ? null : chooseAllActors(atlas, { ...said, filter: own })
    const ties = () => chooseTies(atlas, said, beside.scope)
    return (
      countTiedByBits(atlas, facet, { key: tieKey(beside), ties, among }) ??
      countTied(atlas, facet, ties(), among && marked(atlas, among))
    )
  })
}

/** These actors: 1 by row. */
function marked(atlas: Atlas, { rows }: ChosenActors): Uint8Array {
  atlas.marks.reserve(atlas.actors.count)
  const marks = atlas.marks.data.fill(0)
  for (let n = 0; n < rows.length; n++) marks[rows[n] ?? 0] = 1
  return marks
}

const answersOf = (sums: ReadonlyMap<string, number>): CountedAnswer[] =>
  [...sums].filter(([value]) => value !== '').map(([value, count]) => ({ value, label: null, count }))

/** Sums by seal of the months of these rows. */
function seals(rows: Int32Array, months: Uint16Array): CountedAnswer[] {
  const counts = new Uint32Array(2 ** 16)
  for (let n = 0; n < rows.length; n++) {
    const month = months[rows[n] ?? 0] ?? 0
    counts[month] = (counts[month] ?? 0) + 1
  }
  const of = (seal: Freshness) => {
    const table = monthTable(seal)
    return counts.reduce((sum, count, month) => (table[month] === 1 ? sum + count : sum), 0)
  }
  return (['fresh', 'ageing', 'old', 'never'] as const)
    .map((value) => ({ value, label: null, count: of(value) }))
    .filter(({ count }) => count > 0)
}

function countAmongActors(atlas: Atlas, { facet, within }: FacetAsked, rows: Int32Array): CountedAnswer[] {
  const { actors, homes } = atlas
  switch (facet) {
    case 'kind':
      return answersOf(sumBy(countClasses(atlas, rows), actors.kinds, (text) => partsOf(text).slice(0, 1)))
    case 'country':
      return answersOf(sumBy(countClasses(atlas, rows), actors.kinds, (text) => partsOf(text).slice(1)))
    case 'territory':
      return answersOf(
        sumBy(histogram(rows, actors.home.data, homes.texts.length), homes, (home) => within.get(home) ?? []),
      )
    case 'sector':
      return answersOf(new Map(codesIn(rows, actors.sectors.data, actors.sectorLists)))
    default:
      return seals(rows, actors.month.data)
  }
}

function countAmongRelations(atlas: Atlas, { facet, within }: FacetAsked, rows: Int32Array): CountedAnswer[] {
  const { relations, actors, homes } = atlas
  const reading = readingOf(atlas, facet)
  if (reading !== null) {
    const answers = answersOf(sumsOf(reading, rows))
    if (facet !== 'programme') return answers
    return withLabels(answers, relations, histogram(rows, reading.column, reading.numbers))
  }
  if (facet === 'verified') return seals(rows, relations.month.data)
  if (facet === 'holder') {
    const held = new Uint32Array(actors.count)
    for (let n = 0; n < rows.length; n++) {
      const holder = relations.holder.data[rows[n] ?? 0] ?? -1
      if (holder >= 0) held[holder] = (held[holder] ?? 0) + 1
    }
    return strongestHolders(atlas, held)
  }
  // What the parties say: each answer once a relation.
  const [classes, home, own] = [actors.class.data, actors.home.data, relations.partyHome.data]
  const values: readonly string[] = facet === 'kind' ? actorKinds : [...new Set([...within.values()].flat())]
  const numbers = new Map(values.map((value, number) => [value, number]))
  const dictionary = facet === 'kind' ? actors.kinds : homes
  const said = dictionary.texts.map((text) => {
    const all = facet === 'kind' ? partsOf(text).slice(0, 1) : (within.get(text) ?? [])
    return all.flatMap((value) => numbers.get(value) ?? [])
  })
  const [counts, last] = [new Uint32Array(values.length), new Int32Array(values.length).fill(-1)]
  const ends = relations.parties.data
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0
    const start = relations.partyStart.data[row] ?? 0
    const end = start + (relations.partyCount.data[row] ?? 0)
    for (let at = start; at < end; at++) {
      const party = ends[at] ?? -1
      const number =
        facet === 'kind'
          ? party >= 0
            ? (classes[party] ?? 0) & ~strayed
            : 0
          : (party >= 0 ? (home[party] ?? 0) : 0) || (own[at] ?? 0)
      for (const value of said[number] ?? []) {
        if (last[value] === n) continue
        last[value] = n
        counts[value] = (counts[value] ?? 0) + 1
      }
    }
  }
  return values
    .map((value, number) => ({ value, label: null, count: counts[number] ?? 0 }))
    .filter(({ count }) => count > 0)
}
