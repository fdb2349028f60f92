type Ahead = { address: string; isStep: boolean; isPressed: boolean; until: number }

/** How long a page that was asked for is waited for: what failed without a word must not hold the map's view for ever. */
const waitMs = 10_000

const withoutHash = (address: string) => address.split('#')[0] ?? ''
const pathOf = (address: string) => address.split('?')[0]

/**
 * The address that is on its way. A new one drops the one before it, whoever asked for it, so whoever writes adds to it:
 * its parameters are kept, and where it was a step of the history the new one is that step. Addresses are paths with
 * their query.
 */
export class AddressAhead {
  #ahead: Ahead | null = null

  /** Somebody chose where to go. @returns Does it make a step of the history? */
  press(address: string, isStep: boolean, now: number): boolean {
    return this.#leave(address, isStep, true, now)
  }

  /** The map moved, and its list is asked for. @returns Does it make a step of the history? */
  move(address: string, now: number): boolean {
    return this.#leave(address, false, false, now)
  }

  #leave(address: string, isStep: boolean, isPressed: boolean, now: number): boolean {
    const before = this.#at(now)
    const step = isStep || (before?.isStep ?? false)
    this.#ahead = { address, isStep: step, isPressed: isPressed || (before?.isPressed ?? false), until: now + waitMs }
    return step
  }

  /** It is there, or will never be. */
  landed(): void {
    this.#ahead = null
  }

  /** How long what somebody chose is still waited for, in milliseconds; 0 when nothing is. */
  waits(now: number): number {
    const ahead = this.#at(now)
    return ahead?.isPressed ? ahead.until - now : 0
  }

  /** What a writer of the address begins from: what is on its way on this page, else the present one. */
  base(present: string, now: number): string {
    const address = withoutHash(this.#at(now)?.address ?? present)
    return pathOf(address) === pathOf(present) ? address : present
  }

  #at(now: number): Ahead | null {
    if (this.#ahead !== null && this.#ahead.until <= now) this.#ahead = null
    return this.#ahead
  }
}
