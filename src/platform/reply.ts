// How a page sets its own status. Next only knows 200, redirects and its script-only 404; see docs/decisions.
import { AsyncLocalStorage } from 'node:async_hooks'

export type PageStatus = 404 | 410 | 429 | 503

type Reply = { status?: PageStatus; headers: Record<string, string> }

declare global {
  // Shared by Next's bundle and the server's.
  var atlasReplies: AsyncLocalStorage<Reply> | undefined
}

const replies = (globalThis.atlasReplies ??= new AsyncLocalStorage<Reply>())

/** Runs one request; `reply` collects what its page decides. Called by src/server.ts only. */
export function withReply<Result>(reply: Reply, work: () => Result): Result {
  return replies.run(reply, work)
}

/**
 * Sets the HTTP status of the page being rendered; the page goes on to render its text itself. Must be called before
 * the first byte leaves, so not below a Suspense boundary.
 */
export function setPageStatus(status: PageStatus, headers: Record<string, string> = {}): void {
  const reply = replies.getStore()
  if (!reply) return // rendered outside src/server.ts, in a unit test
  reply.status = status
  Object.assign(reply.headers, headers)
}
