'use client'

import { lazy, Suspense } from 'react'

// Every page carries this file, also for visitors: what watches over a session comes where there is one.
const SessionWatch = lazy(async () => ({ default: (await import('./session-watch.client')).SessionWatch }))

/** The watch over the session of somebody signed in. */
export function SessionGuard() {
  return (
    <Suspense fallback={null}>
      <SessionWatch />
    </Suspense>
  )
}
