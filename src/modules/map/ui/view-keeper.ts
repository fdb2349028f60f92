import { bboxText } from '@/core/view-box'
import type { Bbox } from '@/core/bbox'

/** The part of the map an address names, as one text; empty for "everything". */
export const viewKey = (view: { bbox: Bbox; zoom: number } | null): string =>
  view === null ? '' : `${bboxText(view.bbox)} ${view.zoom}`

/**
 * Remembers which views of the address were written because the map moved: when such an address comes back with its
 * list, the map must not follow it, it may have moved on. A view from a link or from the browser's way back is followed.
 */
export class ViewKeeper {
  #own = new Set<string>()
  #expectedUntil = 0

  /** The map moved and the address says so. */
  wrote(key: string): void {
    this.#own.add(key)
  }

  isOwn(key: string): boolean {
    return this.#own.has(key)
  }

  /** Somebody went elsewhere: whatever comes now is to be followed. */
  forget(): void {
    this.#own.clear()
  }

  /** The map is about to be moved by us; its next report is no move of the reader's. */
  expectMove(now: number): void {
    this.#expectedUntil = now + 1500
  }

  /** Was this report expected? Answers once. */
  wasExpected(now: number): boolean {
    const expected = now < this.#expectedUntil
    this.#expectedUntil = 0
    return expected
  }
}
