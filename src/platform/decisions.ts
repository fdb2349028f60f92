// In test mode (WATCH_DECISIONS=1): which requests were answered without anybody deciding who may have the answer.
import { AsyncLocalStorage } from 'node:async_hooks'

type Watched = { isDecided: boolean }

const watched = new AsyncLocalStorage<Watched>()
const isWatching = process.env.WATCH_DECISIONS === '1'
if (isWatching)
  globalThis.atlasDecided = () => {
    const request = watched.getStore()
    if (request) request.isDecided = true
  }

/** Runs one request; the function it is given tells, when the answer has left, whether a right was decided. */
export function watchDecisions<Result>(work: (isDecided: () => boolean) => Result): Result {
  if (!isWatching) return work(() => true)
  const request: Watched = { isDecided: false }
  return watched.run(request, () => work(() => request.isDecided))
}
