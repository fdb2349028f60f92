import { Dictionary, integers, words } from './columns'

/** Lists of codes by number (0 is the empty one): each list is taken apart once, its codes are numbers of their own. */
export class ListDictionary extends Dictionary {
  readonly codes = new Dictionary()
  /** The codes of a list, each once: `items[starts[number] … starts[number + 1]]`. */
  readonly starts = words()
  readonly items = words()

  /** `codesOf`: what is in a list, from its text. */
  constructor(readonly codesOf: (text: string) => Iterable<string>) {
    super()
    this.starts.reserve(2)
  }

  override numberOf(text: string): number {
    const known = this.texts.length
    const number = super.numberOf(text)
    if (number < known) return number
    const start = this.starts.data[number] ?? 0
    let end = start
    for (const code of new Set(this.codesOf(text))) {
      this.items.reserve(end + 1)
      this.items.data[end++] = this.codes.numberOf(code)
    }
    this.starts.reserve(number + 2)
    this.starts.data[number + 1] = end
    return number
  }

  /** The codes of a list. */
  codesAt(number: number): string[] {
    const own = this.items.data.subarray(this.starts.data[number] ?? 0, this.starts.data[number + 1] ?? 0)
    return Array.from(own, (code) => this.codes.texts[code] ?? '')
  }

  /** For each list whether one of its codes passes: 1 or 0. */
  tableOfAny(passes: (code: string) => boolean): Uint8Array {
    const passing = this.codes.table(passes)
    const table = new Uint8Array(this.texts.length)
    const [starts, items] = [this.starts.data, this.items.data]
    for (let number = 1; number < table.length; number++) {
      const end = starts[number + 1] ?? 0
      for (let at = starts[number] ?? 0; at < end; at++)
        if (passing[items[at] ?? 0] === 1) {
          table[number] = 1
          break
        }
    }
    return table
  }

  /** Sums by number of a code of what is counted by number of a list. */
  sumsOf(counts: Uint32Array): Uint32Array {
    const sums = new Uint32Array(this.codes.texts.length)
    const [starts, items] = [this.starts.data, this.items.data]
    for (let number = 1; number < this.texts.length; number++) {
      const count = counts[number] ?? 0
      if (count === 0) continue
      const end = starts[number + 1] ?? 0
      for (let at = starts[number] ?? 0; at < end; at++) {
        const code = items[at] ?? 0
        sums[code] = (sums[code] ?? 0) + count
      }
    }
    return sums
  }
}

/** Sums by number of a code of rows with a list each: by row, or by list where these are fewer. */
export function sumsOfRows(rows: Int32Array, column: Uint32Array, lists: ListDictionary): Uint32Array {
  if (rows.length > lists.texts.length) {
    const counts = new Uint32Array(lists.texts.length)
    for (let n = 0; n < rows.length; n++) {
      const list = column[rows[n] ?? 0] ?? 0
      counts[list] = (counts[list] ?? 0) + 1
    }
    return lists.sumsOf(counts)
  }
  const sums = new Uint32Array(lists.codes.texts.length)
  const [starts, items] = [lists.starts.data, lists.items.data]
  for (let n = 0; n < rows.length; n++) {
    const list = column[rows[n] ?? 0] ?? 0
    const end = starts[list + 1] ?? 0
    for (let at = starts[list] ?? 0; at < end; at++) {
      const code = items[at] ?? 0
      sums[code] = (sums[code] ?? 0) + 1
    }
  }
  return sums
}

/** Pairs of numbers by a number of their own, from 0 in the order they were met. */
export class PairTable {
  readonly one = integers()
  readonly other = integers()
  count = 0
  #places = new Int32Array(1024).fill(-1)

  numberOf(one: number, other: number): number {
    const mask = this.#places.length - 1
    let place = spread(one, other) & mask
    for (let known = this.#places[place] ?? -1; known !== -1; known = this.#places[place] ?? -1) {
      if (this.one.data[known] === one && this.other.data[known] === other) return known
      place = (place + 1) & mask
    }
    this.#places[place] = this.count
    return this.#add(one, other)
  }

  /** Its number, without making it known; −1 when nobody has met it. */
  known(one: number, other: number): number {
    const mask = this.#places.length - 1
    for (let place = spread(one, other) & mask; ; place = (place + 1) & mask) {
      const known = this.#places[place] ?? -1
      if (known === -1 || (this.one.data[known] === one && this.other.data[known] === other)) return known
    }
  }

  #add(one: number, other: number): number {
    const number = this.count++
    this.one.reserve(this.count)
    this.other.reserve(this.count)
    this.one.data[number] = one
    this.other.data[number] = other
    if (this.count * 2 > this.#places.length) this.#rehash(this.#places.length * 2)
    return number
  }

  #rehash(places: number): void {
    this.#places = new Int32Array(places).fill(-1)
    for (let number = 0; number < this.count; number++) {
      let place = spread(this.one.data[number] ?? 0, this.other.data[number] ?? 0) & (places - 1)
      while (this.#places[place] !== -1) place = (place + 1) & (places - 1)
      this.#places[place] = number
    }
  }
}

const spread = (one: number, other: number): number => {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
