import { decided } from '@/core/decision'
import type { Atlas } from '@/modules/census/atlas.schema'
import * as sql from '@/modules/census/census.sql'
import { apply, readAll, readChanges } from '@/modules/census/reading.queries'
import { pool } from '@/platform/db'
import { dataVersion } from '@/platform/list'
import { log } from '@/platform/log'

/** Milliseconds that a request waits for memory; then the database answers it. */
const usualPatience = 100

/** The atlas of this process, and what keeps it true. */
class Keeper {
  atlas: Atlas | null = null
  #loading: Promise<void> | null = null
  #loadingSince = 0
  #running: Promise<void> | null = null
  #waiting: Promise<void> | null = null
  #prunedAt = 0
  #failedAt = Number.NEGATIVE_INFINITY

  /** Reads everything, unless that is being done; after a fault not again for ten seconds. */
  load(): Promise<void> {
    if (performance.now() - this.#failedAt < 10_000) return Promise.resolve()
    if (this.#loading === null) {
      this.#loadingSince = performance.now()
      this.#loading = readAll()
        .then(
          (atlas) => {
            this.atlas = atlas
            const { actors, relations } = atlas
            const ms = Math.round(performance.now() - this.#loadingSince)
            log.debug({ actors: actors.count, relations: relations.count, ms }, 'atlas in memory')
          },
          (error: unknown) => {
            this.#failedAt = performance.now()
            log.warn({ error }, 'atlas not in memory; the database answers')
          },
        )
        .finally(() => {
          this.#loading = null
        })
    }
    return this.#loading
  }

  /** The atlas as of now or later, null when it is not to be had in `patience` milliseconds. */
  async current(patience: number): Promise<Atlas | null> {
    const version = await dataVersion()
    if (this.atlas?.version === version) return this.atlas
    const since = this.#loading === null || this.atlas !== null ? performance.now() : this.#loadingSince
    const left = patience - (performance.now() - since)
    if (left <= 0) return null
    let timer: NodeJS.Timeout | undefined
    const isCaughtUp = await Promise.race([
      this.#renew().then(() => true),
      new Promise<false>((done) => (timer = setTimeout(() => done(false), left))),
    ])
    clearTimeout(timer)
    return isCaughtUp ? this.atlas : null
  }

  /** Catches up, in a reading that begins after whoever asks for it. */
  #renew(): Promise<void> {
    if (this.#running === null) return this.#begin()
    this.#waiting ??= this.#running.then(() => this.#begin())
    return this.#waiting
  }

  #begin(): Promise<void> {
    this.#waiting = null
    const mine = this.#catchUp().finally(() => {
      if (this.#running === mine) this.#running = null
    })
    this.#running = mine
    return mine
  }

  async #catchUp(): Promise<void> {
    try {
      for (;;) {
        const atlas = this.atlas
        if (atlas === null) {
          // What is being read already may be older than the question.
          const isOlder = this.#loading !== null
          await this.load()
          if (isOlder && this.atlas !== null) continue
          return
        }
        const changes = await readChanges(atlas)
        if (this.atlas !== atlas) continue
        if (changes === null) {
          this.atlas = null
          continue
        }
        const isLong = changes.actors.length + changes.relations.length > 2
        if (isLong) this.atlas = null
        await apply(atlas, changes, isLong)
        this.atlas ??= atlas
        if (this.atlas !== atlas) continue
        this.#tidy(atlas)
        return
      }
    } catch (error) {
      // Perhaps half written: not to be believed any more.
      this.atlas = null
      log.warn({ error }, 'atlas in memory given up')
    }
  }

  /** Forgets an old log, and reads everything anew, while the old goes on, when much of it is in no order any more. */
  #tidy(atlas: Atlas): void {
    if (performance.now() - this.#prunedAt > 600_000) {
      this.#prunedAt = performance.now()
      const { text, values } = sql.pruneLog()
      pool
        .query({ text, values: [...values] })
        .catch((error: unknown) => log.warn({ error }, 'log of changes not pruned'))
    }
    const { actors, relations } = atlas
    const isUntidy =
      actors.strays.length > 20_000 + actors.count / 50 || atlas.garbage > 50_000 + relations.partiesUsed / 10
    if (isUntidy && this.#loading === null) void this.load()
  }
}

declare global {
  // Next's bundle and the server's bundle each hold a copy of this module; the atlas must be one.
  var atlasKeeper: Keeper | undefined
  /** Does this process keep one? Said once, when it starts (census.jobs). */
  var isAtlasKept: boolean | undefined
}

function keeper(): Keeper | null {
  if (globalThis.isAtlasKept !== true) return null
  return (globalThis.atlasKeeper ??= new Keeper())
}

/**
 * The public atlas as of this request, to be read before anything else is awaited; null when this process keeps none or
 * it is not there in time: then the database is asked. Holds public records only.
 */
export async function currentAtlas(patience: number = usualPatience): Promise<Atlas | null> {
  decided() // public data only: for everybody
  return (await keeper()?.current(patience)) ?? null
}
