/** Columns worked out once and asked for again, the longest unused go first. */
export class KeptColumns<Kind> {
  readonly #entries = new Map<string, { kept: Kind; bytes: number }>()
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
    return found.kept
  }

  get(key: string, make: () => Kind): Kind {
    const found = this.peek(key)
    if (found !== undefined) return found
    const made = make()
    const bytes = this.bytesOf(made)
    this.#entries.set(key, { kept: made, bytes })
    this.#bytes += bytes
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.mostBytes || oldest === key) break
      this.#entries.delete(oldest)
      this.#bytes -= entry.bytes
    }
    return made
  }

  values(): Kind[] {
    return Array.from(this.#entries.values(), ({ kept }) => kept)
  }

  clear(): void {
    this.#entries.clear()
    this.#bytes = 0
  }
}
