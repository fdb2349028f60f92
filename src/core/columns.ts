// Registers of a million rows in memory: a column is one typed array, a text is the number it has in a dictionary, an id
// four words. Rows are numbered from 0 and never move.

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

/** A typed array that grows. `data` is another one after `reserve`. */
class Column<Kind extends Numbers> {
  data: Kind

  constructor(readonly make: (length: number) => Kind) {
    this.data = make(0)
  }

  /** Room for `length` values. */
  reserve(length: number): void {
    if (length <= this.data.length) return
    const larger = this.make(Math.max(length, Math.ceil(this.data.length * 1.25)))
    larger.set(this.data)
    this.data = larger
  }
}

export const bytes = () => new Column((length) => new Uint8Array(length))
export const shorts = () => new Column((length) => new Uint16Array(length))
export const words = () => new Column((length) => new Uint32Array(length))
export const integers = () => new Column((length) => new Int32Array(length))
export const doubles = () => new Column((length) => new Float64Array(length))

/** Texts by number, in the order they were met; 0 is the empty text. */
export class Dictionary {
  readonly texts: string[] = ['']
  readonly #numbers = new Map([['', 0]])

  numberOf(text: string): number {
    const found = this.#numbers.get(text)
    if (found !== undefined) return found
    this.#numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  /** Its number, without making it known; undefined when nobody has met it. */
  known(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  /** For each number whether its text passes: 1 or 0. */
  table(passes: (text: string, number: number) => boolean): Uint8Array {
    return Uint8Array.from(this.texts, (text, number) => (passes(text, number) ? 1 : 0))
  }
}

type Id = readonly [number, number, number, number]

/** The four words of a UUID. */
function idWords(id: string): Id {
  const hex = id.replaceAll('-', '')
  const word = (at: number) => Number.parseInt(hex.slice(at, at + 8), 16)
  return [word(0), word(8), word(16), word(24)]
}

/** Ids of rows, found by open addressing: 16 bytes and two places of a table for each. */
export class IdTable {
  readonly words = words()
  count = 0
  #places = new Int32Array(1024).fill(-1)

  reserve(rows: number): void {
    this.words.reserve(rows * 4)
    if (rows * 2 > this.#places.length) this.#rehash(2 ** Math.ceil(Math.log2(rows * 2)))
  }

  /** The next row gets this id. */
  add(a: number, b: number, c: number, d: number): number {
    const row = this.count++
    this.reserve(this.count)
    this.words.data.set([a, b, c, d], row * 4)
    this.#place(row)
    return row
  }

  /** The row of an id, −1 when there is none. */
  rowOf(a: number, b: number, c: number, d: number): number {
    const mask = this.#places.length - 1
    const data = this.words.data
    for (let place = spread(c, d) & mask; ; place = (place + 1) & mask) {
      const row = this.#places[place] ?? -1
      if (row === -1) return -1
      const at = row * 4
      if (data[at + 3] === d && data[at + 2] === c && data[at + 1] === b && data[at] === a) return row
    }
  }

  rowOfText(id: string): number {
    return this.rowOf(...idWords(id))
  }

  textOf(row: number): string {
    const [data, at] = [this.words.data, row * 4]
    const [a = 0, b = 0, c = 0, d = 0] = [data[at], data[at + 1], data[at + 2], data[at + 3]]
    const [start, end] = [`${high(a)}${low(a)}`, `${low(c)}${high(d)}${low(d)}`]
    return `${start}-${high(b)}-${low(b)}-${high(c)}-${end}`
  }

  /** Is the id of one row before that of another? */
  isBefore(one: number, other: number): boolean {
    const data = this.words.data
    for (let word = 0; word < 4; word++) {
      const [mine, theirs] = [data[one * 4 + word] ?? 0, data[other * 4 + word] ?? 0]
      if (mine !== theirs) return mine < theirs
    }
    return false
  }

  #place(row: number): void {
    const mask = this.#places.length - 1
    const data = this.words.data
    let place = spread(data[row * 4 + 2] ?? 0, data[row * 4 + 3] ?? 0) & mask
    while (this.#places[place] !== -1) place = (place + 1) & mask
    this.#places[place] = row
  }

  #rehash(places: number): void {
    this.#places = new Int32Array(places).fill(-1)
    for (let row = 0; row < this.count; row++) this.#place(row)
  }
}

/** Four digits each: writing a number above 2^31 in hexadecimal takes a microsecond. */
const digits = Array.from({ length: 2 ** 16 }, (_, number) => number.toString(16).padStart(4, '0'))
const high = (word: number): string => digits[word >>> 16] ?? ''
const low = (word: number): string => digits[word & 0xffff] ?? ''

/** The last words of a UUID are its random ones. */
const spread = (c: number, d: number): number => (Math.imul(c, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b)) >>> 3

/**
 * Keeps of the first `count` rows of a list those whose value in a column passes (without a column: the row itself);
 * answers how many there are.
 */
export function narrow(
  list: Int32Array,
  count: number,
  column: Uint8Array | Uint16Array | Uint32Array | null,
  table: Uint8Array,
): number {
  let kept = 0
  if (column === null)
    for (let at = 0; at < count; at++) {
      const row = list[at] ?? 0
      if (table[row] === 1) list[kept++] = row
    }
  else
    for (let at = 0; at < count; at++) {
      const row = list[at] ?? 0
      if (table[column[row] ?? 0] === 1) list[kept++] = row
    }
  return kept
}
