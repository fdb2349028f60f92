'use client'

import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { dropAllForms, sessionEvent } from './form/kept-forms'
import type { SessionNews } from './session-word.client'

// Said once in a while; the watch is on every page of somebody signed in.
const SessionWord = lazy(async () => ({ default: (await import('./session-word.client')).SessionWord }))

const address = '/api/account/session'
const warnSeconds = 5 * 60

type Left = { idle: number; absolute: number }

/** Null when the session is over; undefined while nobody can tell. */
async function ask(method: 'GET' | 'POST'): Promise<Left | null | undefined> {
  const answer = await fetch(address, { method, cache: 'no-store' }).catch(() => undefined)
  if (answer?.status === 401) return null
  if (!answer?.ok) return undefined
  const left: unknown = await answer.json()
  return isLeft(left) ? left : undefined
}

const isLeft = (left: unknown): left is Left =>
  typeof left === 'object' && left !== null && 'idle' in left && 'absolute' in left

/**
 * Says some minutes before that the session will end, with a way to stay (WCAG 2.2 §2.2.1), and when it has ended, with
 * a way back in that keeps what was typed. Asking counts as no use, so a page left alone still signs out.
 */
export function SessionWatch() {
  const [shown, setShown] = useState<SessionNews | null>(null)
  const [isUnderstood, setIsUnderstood] = useState(false)

  const tell = (left: Left | null | undefined): number => {
    if (left === null) setShown({ kind: 'over' })
    if (left === undefined) return 60
    if (left === null) return Infinity
    const seconds = Math.min(left.idle, left.absolute)
    if (seconds > warnSeconds) setShown(null)
    else setShown({ kind: left.absolute <= left.idle ? 'last' : 'soon', at: new Date(Date.now() + seconds * 1000) })
    return seconds > warnSeconds ? seconds - warnSeconds : Math.max(1, Math.min(seconds + 1, 30))
  }
  const look = useEffectEvent(async () => tell(await ask('GET')))

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = 0
    const go = () => void goOn()
    const goOn = async () => {
      clearTimeout(timer)
      asked = Date.now()
      const next = await look()
      clearTimeout(timer)
      if (next < Infinity) timer = setTimeout(go, next * 1000)
    }
    // A machine that slept did not count; whoever comes back is told at once.
    const back = () => document.visibilityState === 'visible' && Date.now() - asked > 30_000 && go()
    const signingOut = (event: SubmitEvent) =>
      event.target instanceof HTMLFormElement && event.target.dataset.signOut !== undefined && dropAllForms()
    go()
    document.addEventListener('visibilitychange', back)
    document.addEventListener('submit', signingOut)
    document.addEventListener(sessionEvent, go)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', back)
      document.removeEventListener('submit', signingOut)
      document.removeEventListener(sessionEvent, go)
    }
  }, [])

  if (shown === null || (shown.kind === 'last' && isUnderstood)) return null
  return (
    <Suspense fallback={null}>
      <SessionWord
        shown={shown}
        onStay={() => void ask('POST').then(tell)}
        onUnderstood={() => setIsUnderstood(true)}
      />
    </Suspense>
  )
}
