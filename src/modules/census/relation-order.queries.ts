import { askRelations } from '@/modules/census/asked.queries'
import { type Atlas, type RelationColumns, unknownDay } from '@/modules/census/atlas.schema'
import { chooseRelations } from '@/modules/census/relation-choice.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'

/**
 * Which come first when relations stand in the order of the day they may have begun at, then of their ids: from the first
 * (not known is last), or from the latest backwards (not known is last, too).
 */
type Order = 'first' | 'latest'

/** Rows that were there from the start ascend by their ids, as they were read; of who came later ids are compared. */
export const isBefore = ({ ids, sorted }: RelationColumns, one: number, other: number): boolean =>
  one < sorted && other < sorted ? one < other : ids.isBefore(one, other)

/** The first `most` of these rows in an order; `rows` ascend, as those that were chosen do. */
export function firstByDay(
  { relations }: Pick<Atlas, 'relations'>,
  rows: Int32Array,
  order: Order,
  most: number,
): number[] {
  const { started, sorted } = relations
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
  const byId = (one: number, other: number) => (isBefore(relations, one, other) === isBackwards ? 1 : -1)
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
  askRelations(filter, (atlas, asked) =>
    firstByDay(atlas, chooseRelations(atlas, asked), order, most).map((row) => atlas.relations.ids.textOf(row)),
  )
