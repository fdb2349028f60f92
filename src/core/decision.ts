declare global {
  /** Set by the server in test mode only (src/platform/decisions.ts). */
  var atlasDecided: (() => void) | undefined
}

/**
 * Says that it was decided who may have what is answered: a policy was asked, or what is read is public. A server in test
 * mode tells of every request that was answered without.
 */
export const decided = (): void => globalThis.atlasDecided?.()
