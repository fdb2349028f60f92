import { askAtlas } from '@/modules/census/asked.queries'
import { type Atlas, partsOf, unknownDay } from '@/modules/census/atlas.schema'
import { chooseRelations } from '@/modules/census/relation-choice.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { type RelationType, relationType } from '@/modules/taxonomy/taxonomy.schema'

/**
 * Which come first when relations stand in the order of the day they may have begun at, then of their ids: from the first
 * (not known is last), or from the latest backwards (not known is last, too).
 */
type Order = 'first' | 'latest'

/** The first `most` of these rows in an order; `rows` ascend, as those that were chosen do. */
function firstByDay({ relations }: Atlas, rows: Int32Array, order: Order, most: number): number[] {
  const { started, ids, sorted } = relations
  const isBackwards = order === 'latest'
  // Grows towards what comes last; whoever is not known has no day.
  const placeOf = (row: number): number => {
    const day = started.data[row] ?? unknownDay
    return day === unknownDay ? Number.POSITIVE_INFINITY : isBackwards ? -day : day
  }
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let n = 0; n < rows.length; n++) {
    const place = placeOf(rows[n] ?? 0)
    if (place === Number.POSITIVE_INFINITY) continue
    if (place < least) least = place
    if (place > largest) largest = place
  }
  // How many begin at each day; the last of all are those that are not known.
  const days = least > largest ? 1 : largest - least + 2
  const binOf = (row: number): number => Math.min(days - 1, placeOf(row) - least)
  const having = new Uint32Array(days)
  for (let n = 0; n < rows.length; n++) {
    const bin = least > largest ? 0 : binOf(rows[n] ?? 0)
    having[bin] = (having[bin] ?? 0) + 1
  }
  let [edge, before] = [0, 0]
  while (edge < days - 1 && before + (having[edge] ?? 0) < most) before += having[edge++] ?? 0
  // Rows that were there from the start ascend by their ids, as they were read; who came later is put in by comparing.
  const isBefore = (one: number, other: number) =>
    one < sorted && other < sorted ? one < other : ids.isBefore(one, other)
  const byId = (one: number, other: number) => (isBefore(one, other) === isBackwards ? 1 : -1)
  const [clear, atEdge] = [new Int32Array(before), new Int32Array(having[edge] ?? 0)]
  const next = new Uint32Array(edge + 1)
  for (let bin = 0; bin < edge; bin++) next[bin + 1] = (next[bin] ?? 0) + (having[bin] ?? 0)
  let met = 0
  for (let n = 0; n < rows.length; n++) {
    const row = rows[isBackwards ? rows.length - 1 - n : n] ?? 0
    const bin = least > largest ? 0 : binOf(row)
    if (bin === edge) atEdge[met++] = row
    if (bin >= edge) continue
    const place = next[bin] ?? 0
    clear[place] = row
    next[bin] = place + 1
  }
  if ((rows.at(-1) ?? 0) >= sorted) {
    clear.sort((one, other) => placeOf(one) - placeOf(other) || byId(one, other))
    atEdge.sort(byId)
  }
  return [...clear, ...atEdge.subarray(0, Math.max(0, most - clear.length))]
}

/**
 * Ids of the public relations under a filter that began first, or last, in order, from memory; null when the database
 * must be asked.
 */
export const orderedInMemory = (
  filter: Filter & { partyId?: string },
  order: Order,
  most: number,
): Promise<string[] | null> =>
  askAtlas(filter, (atlas, asked) =>
    firstByDay(atlas, chooseRelations(atlas, asked), order, most).map((row) => atlas.relations.ids.textOf(row)),
  )

/** A relation with its parties: ids of actors, `p` and the number of a place, or `c:`, a country and what is called there. */
export type MetRelation = {
  /** One of its own among these, not that of the database. */ id: string
  type: RelationType
  holder: string | null
  parties: string[]
}

/**
 * Shows the `most` public relations under a filter that began last to `take`, one after the other until it refuses one;
 * answers how many there are, null when the database must be asked.
 */
export const latestInMemory = (
  filter: Filter,
  most: number,
  take: (relation: MetRelation) => boolean,
): Promise<number | null> =>
  askAtlas(filter, (atlas, asked) => {
    const { relations, actors } = atlas
    const chosen = chooseRelations(atlas, asked)
    const types = relations.facts.texts.map((text) => relationType.safeParse(partsOf(text)[0]).data)
    const known = new Map<number, string>()
    const keyOf = (party: number): string => {
      const found = known.get(party)
      if (found !== undefined) return found
      const key = party >= 0 ? actors.ids.textOf(party) : siteKey(atlas, -1 - party)
      known.set(party, key)
      return key
    }
    for (const row of firstByDay(atlas, chosen, 'latest', most)) {
      const start = relations.partyStart.data[row] ?? 0
      const parties = relations.parties.data.subarray(start, start + (relations.partyCount.data[row] ?? 0))
      const holder = relations.holder.data[row] ?? -1
      const type = types[relations.class.data[row] ?? 0]
      if (type === undefined) throw new Error('a relation without a type')
      const isTaken = take({
        id: String(row),
        type,
        holder: holder < 0 ? null : keyOf(holder),
        parties: Array.from(parties, keyOf),
      })
      if (!isTaken) break
    }
    return chosen.length
  })

function siteKey({ sites }: Atlas, number: number): string {
  const site = sites[number]
  if (site === undefined) return 'c:'
  return site.place === null
    ? `c:${site.country}${site.name === null ? '' : `:${site.name}`}`
    : `p${String(site.place)}`
}
