import { dataVersion } from './list'
import { log } from './log'

/** How a copy is read, and brought up to a later moment. */
type CopyMaker<Copy, Changes> = {
  readAll: () => Promise<Copy>
  /** What was committed since the copy was read; null when it cannot be told, or is too much. */
  readChanges: (copy: Copy) => Promise<Changes | null>
  /** Is it more than can be written at once? */
  isLong: (changes: Changes) => boolean
  /** Writes them, in one go unless they are many: then with breaths in which nobody may see the copy. */
  apply: (copy: Copy, changes: Changes) => Promise<void>
  /** Is it in such disorder that all should be read anew? */
  isUntidy: (copy: Copy) => boolean
  /** Forgets what nobody needs of the log of changes. */
  prune: () => Promise<unknown>
}

/** A copy of public records in memory, and what keeps it true: it is as new as the request that asks for it. */
export class FollowedCopy<Copy extends { version: string }, Changes> {
  #copy: Copy | null = null
  #loading: Promise<void> | null = null
  #loadingSince = 0
  #running: Promise<boolean> | null = null
  #waiting: Promise<boolean> | null = null
  #prunedAt = 0
  #failedAt = Number.NEGATIVE_INFINITY

  constructor(readonly maker: CopyMaker<Copy, Changes>) {}

  /** Reads everything, unless that is being done; after a fault not again for ten seconds. */
  load(): Promise<void> {
    if (performance.now() - this.#failedAt < 10_000) return Promise.resolve()
    if (this.#loading === null) {
      this.#loadingSince = performance.now()
      this.#loading = this.maker
        .readAll()
        .then(
          (copy) => {
            this.#copy = copy
            log.debug({ ms: Math.round(performance.now() - this.#loadingSince) }, 'public records in memory')
          },
          (error: unknown) => {
            this.#failedAt = performance.now()
            log.warn({ err: error }, 'public records not in memory; the database answers')
          },
        )
        .finally(() => {
          this.#loading = null
        })
    }
    return this.#loading
  }

  /**
   * The copy as of now or later, null when it is not to be had in `patience` milliseconds; one that is there and only has
   * to catch up is waited for longer, `catchUpPatience`.
   */
  async current(patience: number, catchUpPatience: number = patience): Promise<Copy | null> {
    const version = await dataVersion()
    if (this.#copy?.version === version) return this.#copy
    const isThere = this.#copy !== null
    const since = this.#loading === null || isThere ? performance.now() : this.#loadingSince
    const left = (isThere ? Math.max(patience, catchUpPatience) : patience) - (performance.now() - since)
    if (left <= 0) return null
    let timer: NodeJS.Timeout | undefined
    const isCaughtUp = await Promise.race([
      this.#renew(),
      new Promise<false>((done) => (timer = setTimeout(() => done(false), left))),
    ])
    clearTimeout(timer)
    return isCaughtUp ? this.#copy : null
  }

  /** Catches up, in a reading that begins after whoever asks for it. */
  #renew(): Promise<boolean> {
    if (this.#running === null) return this.#begin()
    this.#waiting ??= this.#running.then(() => this.#begin())
    return this.#waiting
  }

  #begin(): Promise<boolean> {
    this.#waiting = null
    const mine = this.#catchUp().finally(() => {
      if (this.#running === mine) this.#running = null
    })
    this.#running = mine
    return mine
  }

  /** Is there a copy as of now? */
  async #catchUp(): Promise<boolean> {
    for (;;) {
      const copy = this.#copy
      if (copy === null) {
        // What is being read already may be older than the question.
        const isOlder = this.#loading !== null
        await this.load()
        if (isOlder && this.#copy !== null) continue
        return this.#copy !== null
      }
      let changes: Changes | null
      try {
        changes = await this.maker.readChanges(copy)
      } catch (error) {
        // Nothing was written: it is as true as it was, of its version, and whoever asks next tries again.
        log.warn({ err: error }, 'what changed in public records could not be read')
        return false
      }
      if (this.#copy !== copy) continue
      if (changes === null) {
        this.#copy = null
        continue
      }
      try {
        const isLong = this.maker.isLong(changes)
        if (isLong) this.#copy = null
        await this.maker.apply(copy, changes)
      } catch (error) {
        // Perhaps half written: not to be believed any more.
        if (this.#copy === copy) this.#copy = null
        log.warn({ err: error }, 'public records in memory given up')
        return false
      }
      this.#copy ??= copy
      if (this.#copy !== copy) continue
      this.#tidy(copy)
      return true
    }
  }

  /** Forgets an old log, and reads everything anew, while the old goes on, when much of it is in no order any more. */
  #tidy(copy: Copy): void {
    if (performance.now() - this.#prunedAt > 600_000) {
      this.#prunedAt = performance.now()
      this.maker.prune().catch((error: unknown) => log.warn({ err: error }, 'log of changes not pruned'))
    }
    if (this.maker.isUntidy(copy) && this.#loading === null) void this.load()
  }
}
