/**
 * Lists of rows worked out once and asked for again, in one block of memory: the newest is written over the oldest. With
 * an array of its own for each, the collector would hold everybody up again and again.
 */
export class KeptRows<Chosen extends { rows: Int32Array }> {
  readonly #block: Int32Array
  /** In the order of their places in the block, from the oldest. */
  readonly #entries = new Map<string, { kept: Chosen; start: number }>()
  #end = 0
  /** The last one that was longer than a quarter of the block. */
  #long: { key: string; kept: Chosen } | null = null

  /** `mostRows` of all lists together. */
  constructor(mostRows: number) {
    this.#block = new Int32Array(mostRows)
  }

  /** What is kept; its rows hold as long as no three others are made. */
  peek(key: string): Chosen | undefined {
    return this.#long?.key === key ? this.#long.kept : this.#entries.get(key)?.kept
  }

  /** The same, made when it is not there; the rows that `make` hands over are copied. */
  get(key: string, make: () => Chosen): Chosen {
    const found = this.peek(key)
    if (found !== undefined) return found
    const made = make()
    if (made.rows.length * 4 > this.#block.length) {
      const kept = { ...made, rows: made.rows.slice() }
      this.#long = { key, kept }
      return kept
    }
    const start = this.#makeRoom(made.rows.length)
    const rows = this.#block.subarray(start, start + made.rows.length)
    rows.set(made.rows)
    const kept = { ...made, rows }
    this.#entries.set(key, { kept, start })
    return kept
  }

  /** Where so many rows have room; the lists that stood there are gone. */
  #makeRoom(rows: number): number {
    // An empty list takes room, too: there are not more of them than fit.
    const taken = Math.max(rows, 16)
    if (this.#end + taken > this.#block.length) {
      this.#forgetOldest(this.#end, this.#block.length)
      this.#end = 0
    }
    const start = this.#end
    this.#end += taken
    this.#forgetOldest(start, this.#end)
    return start
  }

  /** The oldest, as far as they begin between two places. */
  #forgetOldest(from: number, to: number): void {
    for (const [key, { start }] of this.#entries) {
      if (start < from || start >= to) return
      this.#entries.delete(key)
    }
  }

  clear(): void {
    this.#entries.clear()
    this.#end = 0
    this.#long = null
  }
}
