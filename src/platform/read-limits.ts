// How often one visitor may ask, in the memory of this instance (9-decisions, Limits): reading costs us time, so that the
// count must cost less than what it refuses. Deeds are counted in PostgreSQL (limits.ts).
import { networkOf } from '@/core/network'

type ReadClass = 'pages' | 'api' | 'map' | 'exports'

// Health is asked by monitors, files of the build by every page; both answer from memory.
const classes: readonly (readonly [RegExp, ReadClass | null])[] = [
  [/^\/(_next\/|base\/|[^/]+\.[a-z0-9]+$|api\/health(\/|$))/, null],
  [/^\/(api\/map|tiles)(\/|$)/, 'map'],
  [/^\/export(\/|$)/, 'exports'],
  [/^\/(api(?!\/auth\/)|ogc|files|reconcile)(\/|$)|^\/sitemap[^/]*\.xml$/, 'api'],
]

/** What kind of reading an address is; null is not counted. */
export function readClassOf(path: string): ReadClass | null {
  const found = classes.find(([pattern]) => pattern.test(path))
  return found === undefined ? 'pages' : found[1]
}

const seconds: Record<ReadClass, number> = { pages: 60, api: 60, map: 60, exports: 3600 }
const mostVisitors = 50_000

type Count = { window: number; before: number; now: number }

/**
 * Counts in windows; the one before weighs in with the part of it that a sliding window would still see, so that nobody
 * gets twice the limit around the turn of a minute. `most` of a class: requests in its window, 0 = as many as they like.
 */
export class ReadLimits {
  // Two generations: whoever was not seen for fifty thousand others is forgotten, with one whole map at a time.
  #counts = new Map<string, Count>()
  #older = new Map<string, Count>()

  constructor(
    readonly most: Readonly<Record<ReadClass, number>>,
    readonly clock: () => number = () => performance.now() / 1000,
  ) {}

  /** Counts one request of this address; 0, or the seconds to wait when there were too many. */
  take(kind: ReadClass, address: string): number {
    const most = this.most[kind]
    if (most === 0) return 0
    const length = seconds[kind]
    const time = this.clock()
    const window = Math.floor(time / length)
    const rest = 1 - (time / length - window)
    const count = this.#countOf(`${kind} ${networkOf(address)}`, window)
    if (count.before * rest + count.now + 1 > most) {
      // In this window once the one before weighs little enough, else in the next once this one does.
      const parts =
        count.now + 1 > most ? rest + 1 - (most - 1) / count.now : rest - (most - count.now - 1) / count.before
      return Math.max(1, Math.ceil(parts * length))
    }
    count.now += 1
    return 0
  }

  #countOf(key: string, window: number): Count {
    const found = this.#counts.get(key) ?? this.#older.get(key)
    const isPresent = found?.window === window
    const before = found?.window === window - 1 ? found.now : 0
    const count = isPresent ? found : { window, before, now: 0 }
    if (!isPresent || !this.#counts.has(key)) this.#counts.set(key, count)
    if (this.#counts.size > mostVisitors) {
      this.#older = this.#counts
      this.#counts = new Map()
    }
    return count
  }
}
