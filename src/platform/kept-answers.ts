// Whole answers of programs' doors in memory: written and compressed once, sent to everybody as long as nothing public
// changes (9-decisions, Caching: keyed by the version of the data read in the same request).
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { decided } from '@/core/decision'
import { dataVersion } from '@/platform/list'

const compressBeside = promisify(gzip)
/** Bytes that are compressed at once in less time than it takes to hand them to another thread. */
const fewBytes = 16_000
const compress = async (plain: Buffer): Promise<Buffer<ArrayBuffer>> =>
  plain.length < fewBytes ? gzipSync(plain) : compressBeside(plain)

export type KeptAnswer = {
  /** Weak: compressed or not, it is the same answer. Made of its bytes: what nobody may see changes no etag. */
  etag: string
  type: string
  plain: Uint8Array<ArrayBuffer>
  /** Null when it would save nothing. */
  gzip: Uint8Array<ArrayBuffer> | null
}

export type Made = { type: string; body: Buffer<ArrayBuffer> }
type Entry = { answer: Promise<KeptAnswer>; bytes: number }

/**
 * `mostBytes` of answers, the longest unused go first. Public data only. They hold for one version of the data and one
 * day, for what is fresh or old changes with the calendar.
 */
export class KeptAnswers {
  #heldFor = ''
  #entries = new Map<string, Entry>()
  #bytes = 0

  constructor(readonly mostBytes: number) {}

  /** Forgets the answers of another version or day. */
  async #renew(): Promise<void> {
    const now = `${await dataVersion()} ${new Date().toISOString().slice(0, 10)}`
    if (now === this.#heldFor) return
    this.#heldFor = now
    this.#entries = new Map()
    this.#bytes = 0
  }

  /** The answer to `key`, made by `make` when it is not there. Whoever asks for what is being made waits for that. */
  async get(key: string, make: () => Promise<Made>): Promise<KeptAnswer> {
    decided() // public data only: for everybody
    await this.#renew()
    const found = this.#used(key)
    if (found !== undefined) return found.answer
    const entries = this.#entries
    const entry: Entry = { answer: make().then(finished), bytes: 0 }
    entries.set(key, entry)
    try {
      const { plain, gzip: small } = await entry.answer
      if (entries === this.#entries && entries.get(key) === entry) {
        entry.bytes = key.length + plain.length + (small?.length ?? 0)
        this.#bytes += entry.bytes
        this.#makeRoom()
      }
    } catch {
      if (entries.get(key) === entry) entries.delete(key)
    }
    return entry.answer
  }

  /** The answer to `key` if it is in memory and still true. */
  async peek(key: string): Promise<KeptAnswer | null> {
    decided()
    await this.#renew()
    // What is being made may fail: then it is made anew by whoever asks for it.
    return (await this.#used(key)?.answer.catch(() => null)) ?? null
  }

  /** An entry, from now on the last one to go. */
  #used(key: string): Entry | undefined {
    const found = this.#entries.get(key)
    if (found !== undefined) {
      this.#entries.delete(key)
      this.#entries.set(key, found)
    }
    return found
  }

  #makeRoom(): void {
    for (const [key, { bytes }] of this.#entries) {
      if (this.#bytes <= this.mostBytes) return
      this.#entries.delete(key)
      this.#bytes -= bytes
    }
  }
}

async function finished({ type, body: plain }: Made): Promise<KeptAnswer> {
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const small = plain.length < 500 ? null : await compress(plain)
  return { etag, type, plain, gzip: small !== null && small.length < plain.length * 0.9 ? small : null }
}
