import type { ListDictionary } from '@/core/code-lists'
import type { Dictionary } from '@/core/columns'
import { type Atlas, partsOf } from '@/modules/census/atlas.schema'
import { codesIn, histogram } from '@/modules/census/relation-count.queries'
import type { FacetKey } from '@/modules/taxonomy/facet.schema'
import { groupOf, relationType } from '@/modules/taxonomy/taxonomy.schema'

export type Reading = {
  column: Uint16Array | Uint32Array
  /** How many numbers there are in it. */
  numbers: number
  /** How many rows answer what, where answers are lists. */
  sums: ((rows: Int32Array) => [string, number][]) | null
  /** What a relation answers whose number this is. */
  saysOf: (number: number) => Iterable<string>
}

/** Where a relation says what a facet asks of it. */
export function readingOf({ relations }: Atlas, facet: FacetKey): Reading | null {
  const texts = (column: Reading['column'], dictionary: Dictionary, saysOf: (text: string) => string[]): Reading => ({
    ...{ column, numbers: dictionary.texts.length, sums: null },
    saysOf: (number) => saysOf(dictionary.texts[number] ?? ''),
  })
  const facts = (saysOf: (text: string) => string[]) => texts(relations.class.data, relations.facts, saysOf)
  const lists = (column: Uint32Array, dictionary: ListDictionary): Reading => ({
    ...{ column, numbers: dictionary.count, sums: (rows) => codesIn(rows, column, dictionary) },
    saysOf: (number) => dictionary.codesAt(number),
  })
  switch (facet) {
    case 'type':
      return facts((text) => partsOf(text).slice(0, 1))
    case 'group':
      return facts((text) => [groupOf(relationType.parse(partsOf(text)[0]))])
    case 'state':
      return facts((text) => partsOf(text).slice(1, 2))
    case 'scope':
      return facts((text) => [partsOf(text)[3] === 'true' ? 'international' : 'domestic'])
    case 'country':
      return lists(relations.countries.data, relations.countryLists)
    case 'sector':
      return lists(relations.sectors.data, relations.sectorLists)
    case 'theme':
      return lists(relations.themes.data, relations.themeLists)
    case 'programme':
      return texts(relations.programme.data, relations.programmes, (text) => partsOf(text).slice(1))
    default:
      return null
  }
}

/** How many of these relations answer what. */
export function sumsOf({ column, numbers, sums: known, saysOf }: Reading, rows: Int32Array): Map<string, number> {
  if (known !== null) return new Map(known(rows))
  const counts = histogram(rows, column, numbers)
  const sums = new Map<string, number>()
  for (let number = 0; number < numbers; number++) {
    const count = counts[number] ?? 0
    if (count > 0) for (const said of saysOf(number)) sums.set(said, (sums.get(said) ?? 0) + count)
  }
  return sums
}
