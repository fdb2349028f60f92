/**
 * Lists of numbers, one row each: `items[starts[row] … starts[row] + counts[row]]`. Without starts each row has one item:
 * `items[row]`.
 */
export type RowItems = { rows: number; items: ArrayLike<number> } & (
  { starts: ArrayLike<number>; counts: ArrayLike<number> } | { starts?: undefined; counts?: undefined }
)

/**
 * Which rows have a thing in their list, as compressed rows: the lists turned around. Read once for all (24 bytes for a
 * thing with five rows), then followed: rows that are written later stand beside, and whoever asks looks whether a row
 * still has the thing.
 */
export class Incidence {
  #starts = new Uint32Array(1)
  #rows = new Uint32Array(0)
  readonly #later = new Map<number, number[]>()
  #laterCount = 0

  /** `thingOf`: the number of the thing an item names, below 0 for none that is of this sort. */
  constructor(readonly thingOf: (item: number) => number) {}

  /** Rows that stand beside: when they are many, all is better read anew. */
  get later(): number {
    return this.#laterCount
  }

  /** Bytes of the compressed rows. */
  get bytes(): number {
    return this.#starts.byteLength + this.#rows.byteLength
  }

  /**
   * Reads all rows; of each thing they ascend, each once. Yields after every `step` rows, so that others get their turn;
   * nothing may be written meanwhile.
   */
  *read(lists: RowItems, things: number, step = 50_000): Generator<void> {
    const starts = new Uint32Array(things + 1)
    yield* this.#walk(lists, step, (thing) => {
      starts[thing + 1] = (starts[thing + 1] ?? 0) + 1
    })
    for (let thing = 0; thing < things; thing++) starts[thing + 1] = (starts[thing + 1] ?? 0) + (starts[thing] ?? 0)
    yield
    const rows = new Uint32Array(starts[things] ?? 0)
    const next = starts.slice()
    yield* this.#walk(lists, step, (thing, row) => {
      const at = next[thing] ?? 0
      rows[at] = row
      next[thing] = at + 1
    })
    this.#starts = starts
    this.#rows = rows
    this.#later.clear()
    this.#laterCount = 0
  }

  *#walk(
    { rows, starts, counts, items }: RowItems,
    step: number,
    meet: (thing: number, row: number) => void,
  ): Generator<void> {
    for (let row = 0; row < rows; row++) {
      const start = starts === undefined ? row : (starts[row] ?? 0)
      const end = start + (counts === undefined ? 1 : (counts[row] ?? 0))
      for (let at = start; at < end; at++) {
        const item = items[at] ?? 0
        const thing = this.thingOf(item)
        if (thing >= 0 && !isAmong(items, start, at, item)) meet(thing, row)
      }
      if (row % step === step - 1) yield
    }
  }

  /** A row has this item from now on. */
  follow(item: number, row: number): void {
    const thing = this.thingOf(item)
    if (thing < 0 || this.#has(thing, row)) return
    const later = this.#later.get(thing)
    if (later === undefined) this.#later.set(thing, [row])
    else if (!later.includes(row)) later.push(row)
    else return
    this.#laterCount++
  }

  #has(thing: number, row: number): boolean {
    let [low, high] = [this.#starts[thing] ?? 0, this.#starts[thing + 1] ?? 0]
    while (low < high) {
      const middle = (low + high) >>> 1
      const found = this.#rows[middle] ?? 0
      if (found === row) return true
      if (found < row) low = middle + 1
      else high = middle
    }
    return false
  }

  /** Rows that have a thing, or had it; those read at once ascend, later ones come after them. */
  rowsOf(thing: number): Iterable<number> {
    const read = this.#rows.subarray(this.#starts[thing] ?? 0, this.#starts[thing + 1] ?? this.#starts[thing] ?? 0)
    const later = this.#later.get(thing)
    return later === undefined ? read : [...read, ...later]
  }
}

function isAmong(items: ArrayLike<number>, from: number, to: number, item: number): boolean {
  for (let at = from; at < to; at++) if (items[at] === item) return true
  return false
}
