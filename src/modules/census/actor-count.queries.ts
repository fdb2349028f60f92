import { chooseAllActors } from '@/modules/census/actor-choice.queries'
import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, partsOf, strayed } from '@/modules/census/atlas.schema'
import { byNumber, type CountedRegion, histogram, regionsOf, sumBy } from '@/modules/census/relation-count.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'

/** How many of these actors are of each kind and country. */
export function countClasses({ actors }: Atlas, rows: Int32Array): Uint32Array {
  const classes = actors.class.data
  const counts = new Uint32Array(actors.kinds.texts.length)
  for (let n = 0; n < rows.length; n++) {
    const number = (classes[rows[n] ?? 0] ?? 0) & ~strayed
    counts[number] = (counts[number] ?? 0) + 1
  }
  return counts
}

/** Countries of public actors, from memory; null when the database must be asked. */
export const actorCountriesInMemory = (filter: Filter): Promise<{ country: string; actors: number }[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const counts = countClasses(atlas, chooseAllActors(atlas, asked).rows)
    return [...sumBy(counts, atlas.actors.kinds, (text) => partsOf(text).slice(1))]
      .sort(byNumber)
      .map(([country, actors]) => ({ country, actors }))
  })

/** Public actors under a filter, from memory: their ids where there are no more than `most`; null as above. */
export const actorIdsInMemory = (filter: Filter, most: number): Promise<{ ids: string[] | null } | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { rows } = chooseAllActors(atlas, asked)
    return { ids: rows.length > most ? null : Array.from(rows, (row) => atlas.actors.ids.textOf(row)) }
  })

/** Public actors by NUTS region of a level; null are those whose region is not known. */
export const actorRegionsInMemory = (filter: Filter, letters: number): Promise<CountedRegion[] | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { nuts, nutsCodes } = atlas.actors
    const counts = histogram(chooseAllActors(atlas, asked).rows, nuts.data, nutsCodes.texts.length)
    return regionsOf(sumBy(counts, nutsCodes, (code) => [code.slice(0, letters)]))
  })
