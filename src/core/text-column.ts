import { words } from './columns'

const pageSize = 2 ** 22

/** Texts by row as the bytes of UTF-8, in pages of four megabytes: a million names as texts would be a million objects. */
export class TextColumn {
  readonly #pages: Buffer[] = []
  readonly #starts = words()
  readonly #lengths = words()
  #used = 0
  #wasted = 0

  /** Bytes of texts that were written over: when they are many, all is better read anew. */
  get wasted(): number {
    return this.#wasted
  }

  get bytes(): number {
    return this.#pages.length * pageSize
  }

  reserve(rows: number): void {
    this.#starts.reserve(rows)
    this.#lengths.reserve(rows)
  }

  /** Throws where one text is larger than a page. */
  set(row: number, text: Buffer): void {
    const before = this.#lengths.data[row] ?? 0
    if (before > 0 && this.#bytesOf(row).equals(text)) return
    if (text.length > pageSize) throw new RangeError(`a text of ${String(text.length)} bytes`)
    this.#wasted += before
    // No text lies in two pages.
    if ((this.#used % pageSize) + text.length > pageSize) this.#used = Math.ceil(this.#used / pageSize) * pageSize
    const page = Math.floor(this.#used / pageSize)
    const pageOf = (this.#pages[page] ??= Buffer.alloc(pageSize))
    pageOf.set(text, this.#used % pageSize)
    this.#starts.data[row] = this.#used
    this.#lengths.data[row] = text.length
    this.#used += text.length
  }

  textOf(row: number): string {
    return this.#bytesOf(row).toString('utf8')
  }

  #bytesOf(row: number): Buffer {
    const start = this.#starts.data[row] ?? 0
    const at = start % pageSize
    const page = this.#pages[Math.floor(start / pageSize)]
    return page === undefined ? Buffer.alloc(0) : page.subarray(at, at + (this.#lengths.data[row] ?? 0))
  }
}
