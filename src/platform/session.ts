// Who is asking, for pages and server actions. Programs' doors: src/platform/session-request.ts.
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { Opening } from '@/core/opening'
import type { Viewer } from '@/core/viewer'
import { type SecondStep, secondStepCookie, secondStepSeconds, unsealSecondStep } from '@/platform/second-step'
import {
  deviceCookie,
  deviceSeconds,
  sealSession,
  sessionCookie,
  sessionLife,
  unsealSession,
} from '@/platform/session-cookie'
import { findLiveSession, type LiveSession } from '@/platform/session-life'

/** The session of this request with its viewer, or null. Asked of the database once a request. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const jar = await cookies()
  const id = await unsealSession(jar.get(sessionCookie(await headers()).name)?.value)
  return id === null ? null : findLiveSession(id)
})

/** Whoever sends this request; null is a visitor. */
export const currentViewer = async (): Promise<Viewer | null> => (await currentSession())?.viewer ?? null

/**
 * Gives the browser what a proof has opened: the cookies of a new session, or the one of the second step. Returns where
 * to go on: `target`, or the page that asks for the second proof. In a server action or a route handler only.
 */
export async function enter(opening: Opening, target: string, locale: string): Promise<string> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const step = secondStepCookie(head)
  if ('secondStep' in opening) {
    jar.set(step.name, opening.secondStep, { ...step.options, maxAge: secondStepSeconds })
    return `/${locale}/sign-in/code?callbackUrl=${encodeURIComponent(target)}`
  }
  const session = sessionCookie(head)
  jar.set(session.name, await sealSession(opening.sessionId), {
    ...session.options,
    maxAge: sessionLife.absoluteSeconds,
  })
  await rememberBrowser(opening.device)
  if (jar.has(step.name)) jar.set(step.name, '', { ...step.options, maxAge: 0 })
  return target
}

/** Lets this browser be known by the accounts that signed in from it. */
export async function rememberBrowser(device: string): Promise<void> {
  const { name, options } = deviceCookie(await headers())
  const jar = await cookies()
  jar.set(name, device, { ...options, maxAge: deviceSeconds })
}

/** Takes the cookie away. The row of the session is ended by the room of accounts. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie(await headers())
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

/** Who has shown the first proof in this browser and not yet the second; null is nobody. */
export async function currentSecondStep(): Promise<SecondStep | null> {
  const jar = await cookies()
  return unsealSecondStep(jar.get(secondStepCookie(await headers()).name)?.value)
}
