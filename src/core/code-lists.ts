import { Dictionary, integers, words } from './columns'

/** Lists that were met lately are known by their texts. */
const mostRecent = 4096

/**
 * Lists of codes by number (0 is the empty one): each list is taken apart once, its codes are numbers of their own. Texts
 * of lists are not kept: a million of them would be most of what there is to be cleared up.
 */
export class ListDictionary {
  readonly codes = new Dictionary()
  /** The codes of a list, each once: `items[starts[number] … starts[number + 1]]`. */
  readonly starts = words()
  readonly items = words()
  count = 1
  readonly #hashes = words()
  readonly #recent = new Map<string, number>()
  #places = new Int32Array(1024).fill(-1)

  /** `codesOf`: what is in a list, from its text. */
  constructor(readonly codesOf: (text: string) => Iterable<string>) {
    this.starts.reserve(2)
  }

  /** The number of a list, said as its text. */
  numberOf(text: string): number {
    if (text === '') return 0
    const recent = this.#recent.get(text)
    if (recent !== undefined) return recent
    const number = this.#numberOfCodes(this.codesOf(text))
    if (this.#recent.size >= mostRecent) this.#recent.clear()
    this.#recent.set(text, number)
    return number
  }

  /** Written behind the last list; it stays there when nobody has met it. */
  #numberOfCodes(codes: Iterable<string>): number {
    const start = this.starts.data[this.count] ?? 0
    let [end, hash] = [start, 0]
    for (const code of new Set(codes)) {
      const number = this.codes.numberOf(code)
      this.items.reserve(end + 1)
      this.items.data[end++] = number
      hash = Math.imul(hash ^ number, 0x9e3779b1)
      hash = (hash ^ (hash >>> 15)) >>> 0
    }
    const mask = this.#places.length - 1
    let place = hash & mask
    for (let known = this.#places[place] ?? -1; known !== -1; known = this.#places[place] ?? -1) {
      if (this.#hashes.data[known] === hash && this.#isSame(known, start, end)) return known
      place = (place + 1) & mask
    }
    this.#places[place] = this.count
    const number = this.count++
    this.#hashes.reserve(this.count)
    this.#hashes.data[number] = hash
    this.starts.reserve(this.count + 1)
    this.starts.data[this.count] = end
    if (this.count * 2 > this.#places.length) this.#rehash(this.#places.length * 2)
    return number
  }

  #isSame(list: number, start: number, end: number): boolean {
    const own = this.starts.data[list] ?? 0
    if ((this.starts.data[list + 1] ?? 0) - own !== end - start) return false
    for (let at = start; at < end; at++) if (this.items.data[own + at - start] !== this.items.data[at]) return false
    return true
  }

  #rehash(places: number): void {
    this.#places = new Int32Array(places).fill(-1)
    for (let number = 1; number < this.count; number++) {
      let place = (this.#hashes.data[number] ?? 0) & (places - 1)
      while (this.#places[place] !== -1) place = (place + 1) & (places - 1)
      this.#places[place] = number
    }
  }

  /** The codes of a list. */
  codesAt(number: number): string[] {
    const own = this.items.data.subarray(this.starts.data[number] ?? 0, this.starts.data[number + 1] ?? 0)
    return Array.from(own, (code) => this.codes.texts[code] ?? '')
  }

  /** For each list whether one of its codes passes: 1 or 0. */
  tableOfAny(passes: (code: string) => boolean): Uint8Array {
    const passing = this.codes.table(passes)
    const table = new Uint8Array(this.count)
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
    for (let number = 1; number < this.count; number++) {
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
  if (rows.length > lists.count) {
    const counts = new Uint32Array(lists.count)
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

  /** Room for so many pairs, made at once. */
  reserve(pairs: number): void {
    this.one.reserve(pairs)
    this.other.reserve(pairs)
    if (pairs * 2 > this.#places.length) this.#rehash(2 ** Math.ceil(Math.log2(pairs * 2)))
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
