import { KeptColumns } from './kept-columns'

/** Rows as bits, 32 to a word: what a value of a filter leaves. Sets of rows are joined and met a word at a time. */
export class RowBits {
  words: Uint32Array

  constructor(rows: number) {
    this.words = new Uint32Array(Math.ceil(rows / 32))
  }

  has(row: number): boolean {
    return (((this.words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1
  }

  /** Is a row in it or not, from now on; makes room for it. */
  set(row: number, isIn: boolean): void {
    const at = row >>> 5
    if (at >= this.words.length) {
      const larger = new Uint32Array(Math.ceil((at + 1) * 1.02))
      larger.set(this.words)
      this.words = larger
    }
    const bit = 1 << (row & 31)
    this.words[at] = isIn ? (this.words[at] ?? 0) | bit : (this.words[at] ?? 0) & ~bit
  }
}

/** The rows below `rows` whose number in a column passes. */
export function bitsWhere(rows: number, column: Uint8Array | Uint16Array | Uint32Array, table: Uint8Array): RowBits {
  const bits = new RowBits(rows)
  const { words } = bits
  for (let at = 0; at < words.length; at++) {
    const [first, end] = [at * 32, Math.min(rows, at * 32 + 32)]
    let word = 0
    for (let row = first; row < end; row++) word |= (table[column[row] ?? 0] ?? 0) << (row - first)
    words[at] = word
  }
  return bits
}

/**
 * Writes the rows below `rows` that are in one of each of these sets to a list, in order; without sets all of them.
 * @returns how many there are
 */
export function writeRows(list: Int32Array, rows: number, sets: readonly (readonly RowBits[])[]): number {
  let count = 0
  const ored = sets.map((set) => set.map(({ words }) => words))
  for (let at = 0; at * 32 < rows; at++) {
    let word = -1
    for (const set of ored) {
      let some = 0
      for (const words of set) some |= words[at] ?? 0
      word &= some
      if (word === 0) break
    }
    if ((at + 1) * 32 > rows) word &= (1 << (rows - at * 32)) - 1
    for (let left = word; left !== 0; left &= left - 1) list[count++] = at * 32 + 31 - Math.clz32(left & -left)
  }
  return count
}

/**
 * The same of a few rows alone, which are in the list already, in order: keeps those that are in one of each set.
 * @returns how many there are
 */
export function keepRows(list: Int32Array, count: number, sets: readonly (readonly RowBits[])[]): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = list[at] ?? 0
    if (sets.every((set) => set.some((bits) => bits.has(row)))) list[kept++] = row
  }
  return kept
}

/** A set of rows with what it was read from: whether a row is in it is told by its number in a column. */
type Followed = {
  bits: RowBits
  column: { readonly data: Uint16Array | Uint32Array }
  passes: (number: number) => boolean
}

/** Sets of rows that were asked for, each true to its column as long as every written row is followed. */
export class FollowedBits {
  readonly #kept: KeptColumns<Followed>

  constructor(mostBytes: number) {
    this.#kept = new KeptColumns(mostBytes, ({ bits }) => bits.words.byteLength)
  }

  /** The set of this key, of the rows below `rows`; `table`: for each number of the column whether it passes. */
  get(
    key: string,
    rows: number,
    { column, table, passes }: Omit<Followed, 'bits'> & { table: () => Uint8Array },
  ): RowBits {
    return this.#kept.get(key, () => ({ bits: bitsWhere(rows, column.data, table()), column, passes })).bits
  }

  /** Rows that were written anew; when they are many, the sets are read again by whoever asks next. */
  follow(rows: Iterable<number> & { readonly length: number }): void {
    if (rows.length > 500) this.#kept.clear()
    for (const { bits, column, passes } of this.#kept.values())
      for (const row of rows) bits.set(row, passes(column.data[row] ?? 0))
  }
}
