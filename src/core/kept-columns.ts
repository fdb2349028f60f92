/** Columns worked out once and asked for again, the longest unused go first. */
export class KeptColumns<Kind> {
  readonly #entries = new Map<string, Kind>()
  #bytes = 0

  /** Together they weigh no more than `mostBytes`, unless one alone does. */
  constructor(
    readonly mostBytes: number,
    readonly bytesOf: (kept: Kind) => number,
  ) {}

  peek(key: string): Kind | undefined {
    const found = this.#entries.get(key)
    if (found === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, found)
    return found
  }

  get(key: string, make: () => Kind): Kind {
    const found = this.peek(key)
    if (found !== undefined) return found
    const made = make()
    this.#entries.set(key, made)
    this.#bytes += this.bytesOf(made)
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.mostBytes || oldest === key) break
      this.#entries.delete(oldest)
      this.#bytes -= this.bytesOf(entry)
    }
    return made
  }

  clear(): void {
    this.#entries.clear()
    this.#bytes = 0
  }
}
