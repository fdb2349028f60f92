// Who is asking, for pages and server actions. Programs' doors: src/platform/session-request.ts.
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '@/core/viewer'
import { sealSession, sessionCookie, sessionLife, unsealSession } from '@/platform/session-cookie'
import { findLiveSession, type LiveSession } from '@/platform/session-life'

/** The session of this request with its viewer, or null. Asked of the database once a request. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const jar = await cookies()
  const id = await unsealSession(jar.get(sessionCookie(await headers()).name)?.value)
  return id === null ? null : findLiveSession(id)
})

/** Whoever sends this request; null is a visitor. */
export const currentViewer = async (): Promise<Viewer | null> => (await currentSession())?.viewer ?? null

/** Gives the browser the cookie of a new session. In a server action or a route handler only. */
export async function startSession(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie(await headers())
  const jar = await cookies()
  jar.set(name, await sealSession(sessionId), { ...options, maxAge: sessionLife.absoluteSeconds })
}

/** Takes the cookie away. The row of the session is ended by the room of accounts. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie(await headers())
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
