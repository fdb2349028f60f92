/** A territory, and the one it lies in. */
export type TreeNode = { id: string; parentId: string | null; country: string }

/** What is counted of a territory: by the numbers that the columns of the atlas have for it. */
export const profileParts = ['kind', 'sector', 'theme', 'type', 'country'] as const
export type ProfilePart = (typeof profileParts)[number]

/** Sums by territory (its place in the tree) and number of a value. */
export class ProfileSums {
  #width = 0
  #sums = new Uint32Array()

  constructor(readonly territories: number) {}

  /** Room for numbers below `width`. */
  reserve(width: number): void {
    if (width <= this.#width) return
    const wider = Math.ceil(width * 1.25)
    const sums = new Uint32Array(this.territories * wider)
    for (let place = 0; place < this.territories; place++) sums.set(this.of(place), place * wider)
    this.#width = wider
    this.#sums = sums
  }

  /** `by`: 1 or −1. */
  add(place: number, number: number, by: number): void {
    const at = place * this.#width + number
    this.#sums[at] = (this.#sums[at] ?? 0) + by
  }

  of(place: number): Uint32Array {
    return this.#sums.subarray(place * this.#width, (place + 1) * this.#width)
  }
}

/**
 * How often each value of each part occurs among the public records of each territory with all within it. Rows below
 * `counted` are in it, and all when it is whole; who changes one of these takes it out before and puts it in again.
 */
export class ProfileCounts {
  readonly counted = { actors: 0, relations: 0 }
  isWhole = false
  /** Settled when it is whole. */
  ready: Promise<void> = Promise.resolve()
  readonly sums: Readonly<Record<ProfilePart, ProfileSums>>
  /** By number of a list: its sectors, a section only where none of its divisions is said. */
  readonly sectors: (readonly number[] | undefined)[] = []
  /** By number of facts: do such relations count? */
  readonly counts: (boolean | undefined)[] = []
  readonly #places: ReadonlyMap<string, number>
  readonly #above: (readonly number[] | undefined)[] = []
  /** The last relation each territory was met for. */
  readonly #met: Int32Array
  #meeting = 0

  constructor(readonly tree: readonly TreeNode[]) {
    this.#places = new Map(tree.map(({ id }, place) => [id, place]))
    this.#met = new Int32Array(tree.length)
    const none = () => new ProfileSums(tree.length)
    this.sums = { kind: none(), sector: none(), theme: none(), type: none(), country: none() }
  }

  /** Is it of this tree? */
  isOf(tree: readonly TreeNode[]): boolean {
    return (
      tree.length === this.tree.length &&
      tree.every(({ id, parentId, country }) => {
        const own = this.tree[this.#places.get(id) ?? -1]
        return own?.parentId === parentId && own.country === country
      })
    )
  }

  has(kind: 'actors' | 'relations', row: number): boolean {
    return this.isWhole || row < this.counted[kind]
  }

  /** Places in the tree of a home (by its number, and the texts of homes) and of all that it lies in. */
  above(home: number, homes: readonly string[]): readonly number[] {
    const known = this.#above[home]
    if (known !== undefined) return known
    const places: number[] = []
    for (let id = homes[home] ?? null; id !== null;) {
      const place: number | undefined = this.#places.get(id)
      if (place === undefined || places.includes(place)) break
      places.push(place)
      id = this.tree[place]?.parentId ?? null
    }
    this.#above[home] = places
    return places
  }

  /** Begins a relation: territories are met for it anew. */
  begin(): void {
    this.#meeting = (this.#meeting + 1) | 0
  }

  /** Is a territory met for the first time since? */
  isFirst(place: number): boolean {
    if (this.#met[place] === this.#meeting) return false
    this.#met[place] = this.#meeting
    return true
  }
}
