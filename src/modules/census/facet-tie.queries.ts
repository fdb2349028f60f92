import { type Atlas, type ChosenActors, partsOf } from '@/modules/census/atlas.schema'
import { type Reading, readingOf } from '@/modules/census/facet-reading.queries'
import type { FacetKey } from '@/modules/taxonomy/facet.schema'

export type CountedAnswer = { value: string; label: string | null; count: number }

/** Of holders, who are many, only the first so many are told. */
const mostHolders = 300

/** How a programme is written, in the first of its spellings by code. */
export function withLabels(
  answers: CountedAnswer[],
  { programmes }: Atlas['relations'],
  counts: Uint32Array,
): CountedAnswer[] {
  const labels = new Map<string, string>()
  programmes.texts.forEach((text, number) => {
    const [written = '', small = ''] = partsOf(text)
    const known = labels.get(small)
    if (
      (counts[number] ?? 0) > 0 &&
      (known === undefined || Buffer.compare(Buffer.from(written), Buffer.from(known)) < 0)
    )
      labels.set(small, written)
  })
  return answers.map((answer) => ({ ...answer, label: labels.get(answer.value) ?? null }))
}

export function strongestHolders({ actors }: Atlas, counts: Uint32Array): CountedAnswer[] {
  const held = counts.filter((count) => count > 0).sort()
  const least = Math.max(1, held.at(-mostHolders) ?? 1)
  const rows: number[] = []
  counts.forEach((count, row) => count >= least && rows.push(row))
  return rows
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (actors.ids.isBefore(a, b) ? -1 : 1))
    .slice(0, mostHolders)
    .map((row) => ({ value: actors.ids.textOf(row), label: null, count: counts[row] ?? 0 }))
}

/** Rows in the order of their numbers in a column: those of `number` are `rows[starts[number] … starts[number + 1]]`. */
function sorted(rows: Int32Array, numberOf: (row: number) => number, numbers: number) {
  const starts = new Uint32Array(numbers + 1)
  for (let n = 0; n < rows.length; n++) {
    const number = numberOf(rows[n] ?? 0)
    starts[number + 1] = (starts[number + 1] ?? 0) + 1
  }
  for (let number = 0; number < numbers; number++)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0)
  const next = starts.slice()
  const inOrder = new Int32Array(rows.length)
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] ?? 0
    const number = numberOf(row)
    const at = next[number] ?? 0
    inOrder[at] = row
    next[number] = at + 1
  }
  return { inOrder, starts }
}

/** Answers to a facet by number of its dictionary, as bits of one number each; null when there are too many. */
function bitsOf({ numbers, saysOf }: Reading): { answers: string[]; bits: Uint32Array } | null {
  const answers: string[] = []
  const bits = new Uint32Array(numbers)
  // Number 0: a relation that is public no more, or says nothing.
  for (let number = 1; number < bits.length; number++)
    for (const said of saysOf(number)) {
      if (!answers.includes(said) && answers.push(said) > 32) return null
      bits[number] = (bits[number] ?? 0) | (1 << answers.indexOf(said))
    }
  return { answers, bits }
}

/**
 * Actors with a relation that says so, each once an answer, where answers are few: what the relations of each actor answer
 * is kept, so that another choice of actors is counted without a look at any relation.
 * @param key of the ties
 */
export function countTiedByBits(
  atlas: Atlas,
  facet: FacetKey,
  { key, ties, among }: { key: string; ties: () => Int32Array; among: ChosenActors | null },
): CountedAnswer[] | null {
  const { relations, actors, kept } = atlas
  const reading = readingOf(atlas, facet)
  const known = reading && facet !== 'programme' ? bitsOf(reading) : null
  if (reading === null || known === null) return null
  const masks = kept.masks.get(`${facet} ${key}`, () => {
    const said = new Uint32Array(actors.count)
    const [starts, counts, ends] = [relations.partyStart.data, relations.partyCount.data, relations.parties.data]
    const rows = ties()
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n] ?? 0
      const bits = known.bits[reading.column[row] ?? 0] ?? 0
      const start = starts[row] ?? 0
      const end = start + (counts[row] ?? 0)
      for (let at = start; at < end; at++) {
        const party = ends[at] ?? -1
        if (party >= 0) said[party] = (said[party] ?? 0) | bits
      }
    }
    return said
  })
  const counts = new Uint32Array(32)
  const add = (mask: number) => {
    for (let left = mask; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left)
      counts[bit] = (counts[bit] ?? 0) + 1
    }
  }
  if (among === null) for (let row = 0; row < masks.length; row++) add(masks[row] ?? 0)
  else for (let n = 0; n < among.rows.length; n++) add(masks[among.rows[n] ?? 0] ?? 0)
  return known.answers
    .map((value, bit) => ({ value, label: null, count: counts[bit] ?? 0 }))
    .filter(({ value, count }) => value !== '' && count > 0)
}

/** The same, whatever there is to answer, from the relations. `among`: only these, 1 by row. */
export function countTied(atlas: Atlas, facet: FacetKey, all: Int32Array, among: Uint8Array | null): CountedAnswer[] {
  const { relations, actors } = atlas
  const { partyStart, partyCount, parties } = relations
  // Before they are put in order: those that have a party at all of those asked for, and say something.
  const isTold = (row: number): boolean => {
    if (facet === 'holder' && (relations.holder.data[row] ?? -1) < 0) return false
    if (among === null) return true
    const start = partyStart.data[row] ?? 0
    const end = start + (partyCount.data[row] ?? 0)
    for (let at = start; at < end; at++) if (among[parties.data[at] ?? -1] === 1) return true
    return false
  }
  const ties = all.filter(isTold)
  atlas.stamps.reserve(actors.count)
  const stamps = atlas.stamps.data.fill(0)
  /** Of these relations, those parties that have not got this stamp yet. */
  const stampedNew = (rows: Int32Array, stamp: number): number => {
    let count = 0
    const [starts, counts, ends] = [partyStart.data, partyCount.data, parties.data]
    for (let n = 0; n < rows.length; n++) {
      const start = starts[rows[n] ?? 0] ?? 0
      const end = start + (counts[rows[n] ?? 0] ?? 0)
      for (let at = start; at < end; at++) {
        const party = ends[at] ?? -1
        if (party < 0 || stamps[party] === stamp || (among !== null && among[party] !== 1)) continue
        stamps[party] = stamp
        count++
      }
    }
    return count
  }
  if (facet === 'holder') {
    const holders = relations.holder.data
    // Those that nobody holds come last.
    const { inOrder, starts } = sorted(
      ties,
      (row) => ((holders[row] ?? -1) < 0 ? actors.count : (holders[row] ?? 0)),
      actors.count + 1,
    )
    const counts = new Uint32Array(actors.count)
    for (let holder = 0; holder < actors.count; holder++) {
      const [start, end] = [starts[holder] ?? 0, starts[holder + 1] ?? 0]
      if (end > start) counts[holder] = stampedNew(inOrder.subarray(start, end), holder + 1)
    }
    return strongestHolders(atlas, counts)
  }
  const reading = readingOf(atlas, facet)
  if (reading === null) return []
  const { column, numbers, saysOf } = reading
  const { inOrder, starts } = sorted(ties, (row) => column[row] ?? 0, numbers)
  const saying = new Map<string, number[]>()
  for (let number = 0; number < numbers; number++) {
    if (starts[number] === starts[number + 1]) continue
    for (const value of saysOf(number)) {
      const saidBy = saying.get(value)
      if (saidBy === undefined) saying.set(value, [number])
      else saidBy.push(number)
    }
  }
  let stamp = 0
  const answers = [...saying].map(([value, saidBy]) => {
    stamp++
    const count = saidBy.reduce(
      (sum, number) => sum + stampedNew(inOrder.subarray(starts[number] ?? 0, starts[number + 1] ?? 0), stamp),
      0,
    )
    return { value, label: null, count }
  })
  const met = answers.filter(({ value, count }) => value !== '' && count > 0)
  if (facet !== 'programme') return met
  // A spelling counts where one of its relations has a party of those asked for.
  const spelt = starts.subarray(1).map((end, number) => {
    const rows = inOrder.subarray(starts[number] ?? 0, end)
    return rows.some((row) => {
      const start = partyStart.data[row] ?? 0
      const own = parties.data.subarray(start, start + (partyCount.data[row] ?? 0))
      return own.some((party) => party >= 0 && (among === null || among[party] === 1))
    })
      ? 1
      : 0
  })
  return withLabels(met, relations, spelt)
}
