/** Lets whoever waits have the process. */
export const breath = () => new Promise<void>((done) => setImmediate(done))

/** Does long work that yields often: every ten milliseconds whoever waits has the process. */
export async function breathing(work: Iterable<unknown>): Promise<void> {
  let since = performance.now()
  for (const _ of work) {
    if (performance.now() - since < 10) continue
    await breath()
    since = performance.now()
  }
}
