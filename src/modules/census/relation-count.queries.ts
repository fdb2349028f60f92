import { type ListDictionary, sumsOfRows } from '@/core/code-lists'
import type { Dictionary } from '@/core/columns'
import { askAtlas, askRelations } from '@/modules/census/asked.queries'
import { partsOf } from '@/modules/census/atlas.schema'
import { chooseRelations } from '@/modules/census/relation-choice.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'

type RelationFilter = Filter & { partyId?: string }

/** How many rows have each number of a column. */
export function histogram(rows: Int32Array, column: Uint16Array | Uint32Array, numbers: number): Uint32Array {
  const counts = new Uint32Array(numbers)
  for (let n = 0; n < rows.length; n++) {
    const value = column[rows[n] ?? 0] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/** Sums of the counts of a dictionary by what `saysOf` reads in each text. */
export function sumBy(
  counts: Uint32Array,
  { texts }: Dictionary,
  saysOf: (text: string) => Iterable<string>,
): Map<string, number> {
  const sums = new Map<string, number>()
  counts.forEach((count, number) => {
    if (count > 0) for (const said of saysOf(texts[number] ?? '')) sums.set(said, (sums.get(said) ?? 0) + count)
  })
  return sums
}

/** How many rows have each code in their list: those that any has. */
export function codesIn(rows: Int32Array, column: Uint32Array, lists: ListDictionary): [code: string, count: number][] {
  const sums = sumsOfRows(rows, column, lists)
  return lists.codes.texts.flatMap((code, number): [string, number][] => {
    const sum = sums[number] ?? 0
    return sum === 0 ? [] : [[code, sum]]
  })
}

/** Public relations by type and state, from memory; null when the database must be asked. */
export const statesInMemory = (
  filter: RelationFilter,
): Promise<{ type: string; state: string; relations: number }[] | null> =>
  askRelations(filter, (atlas, asked) => {
    const { relations } = atlas
    const counts = histogram(chooseRelations(atlas, asked), relations.class.data, relations.facts.texts.length)
    const sums = sumBy(counts, relations.facts, (text) => [partsOf(text).slice(0, 2).join('\u001e')])
    return [...sums].map(([said, count]) => {
      const [type = '', state = ''] = partsOf(said)
      return { type, state, relations: count }
    })
  })

/** Most first, then by sign. */
export const byNumber = ([one, many]: [string, number], [other, more]: [string, number]) =>
  more - many || (one < other ? -1 : 1)

/** Countries that public relations touch, from memory; null when the database must be asked. */
export const relationCountriesInMemory = (
  filter: RelationFilter,
): Promise<{ country: string; relations: number }[] | null> =>
  askRelations(filter, (atlas, asked) => {
    const { relations } = atlas
    return codesIn(chooseRelations(atlas, asked), relations.countries.data, relations.countryLists)
      .sort(byNumber)
      .map(([country, count]) => ({ country, relations: count }))
  })

/** Public relations by the years they began, were renewed and ended in, from memory; null when the database must be asked. */
export const yearsInMemory = (
  filter: RelationFilter,
): Promise<{ what: 'begun' | 'renewed' | 'ended'; year: number; count: number }[] | null> =>
  askRelations(filter, (atlas, asked) => {
    const { relations } = atlas
    const counts = histogram(chooseRelations(atlas, asked), relations.years.data, relations.yearLists.texts.length)
    const said = (['begun', 'renewed', 'ended'] as const).flatMap((what, at) =>
      [...sumBy(counts, relations.yearLists, (text) => [text.split('\u001e')[at] ?? ''])]
        .filter(([year]) => year !== '')
        .map(([year, count]) => ({ what, year: Number(year), count })),
    )
    return said.sort((a, b) => a.year - b.year)
  })

/** Public relations by NUTS region of a level, each once a region; null are those with none known. */
export const relationRegionsInMemory = (filter: RelationFilter, letters: number): Promise<CountedRegion[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { relations, kept } = atlas
    const [chosen, column, lists] = [chooseRelations(atlas, asked), relations.regions.data, relations.regionLists]
    const isPlaced = kept.marks.get(`regions of ${String(letters)}`, () =>
      lists.tableOfAny((code) => code.length === letters),
    )
    let unplaced = 0
    for (let n = 0; n < chosen.length; n++) if (isPlaced[column[chosen[n] ?? 0] ?? 0] !== 1) unplaced++
    const found = codesIn(chosen, column, lists).filter(([code]) => code.length === letters)
    return regionsOf(new Map(unplaced === 0 ? found : [...found, ['', unplaced]]))
  })

export type CountedRegion = { code: string | null; records: number }
export const regionsOf = (sums: ReadonlyMap<string, number>): CountedRegion[] =>
  [...sums].map(([code, records]) => ({ code: code === '' ? null : code, records }))
