// How a page sets its own status. Next only knows 200, redirects and its script-only 404; see docs/decisions.
import { AsyncLocalStorage } from 'node:async_hooks'

type PageStatus = 404 | 409 | 410 | 429 | 503

/** What was typed into a form of an older build, and on which page (src/platform/old-form.ts). */
export type TypedText = { path: string; fields: readonly { name: string; text: string }[] }

/** `isUnreadable`: what was sent to an action is no call of it, which Next would name a fault of ours. */
export type Reply = { status?: PageStatus; isUnreadable?: true; typed?: TypedText; headers: Record<string, string> }

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

/** What was typed into a form that nobody knows any more; null on every other way to a page. */
export const typedText = (): TypedText | null => replies.getStore()?.typed ?? null

/**
 * Was an action called with a body that React cannot read, arguments that are none, references to nothing? Then Next's own
 * reader threw, before any line of ours.
 */
export function isUnreadableCall(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/\(<anonymous>\)$/.test(line))
  return /[/\\]next[/\\]dist[/\\]/.test(frames[0] ?? '')
}

/** The answer to such a call is 400, not 500. */
export function refuseCall(): void {
  const reply = replies.getStore()
  if (reply) reply.isUnreadable = true
}
