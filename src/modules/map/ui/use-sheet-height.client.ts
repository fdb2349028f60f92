'use client'

import { useEffect, useState } from 'react'

/** Heights of the list over the map of a phone. */
export const sheetHeights = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof sheetHeights)[number]

const isRaised = () => {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && 'sheet' in state && state.sheet === 'full'
}

/**
 * How high the list stands. Drawn over the whole map it is a step of its own: the browser's way back lowers it again
 * before it leaves the page.
 */
export function useSheetHeight(): [SheetHeight, (next: SheetHeight) => void] {
  const [height, setHeight] = useState<SheetHeight>('half')
  useEffect(() => {
    const follow = () => setHeight((now) => (isRaised() ? 'full' : now === 'full' ? 'half' : now))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const change = (next: SheetHeight) => {
    if (next === height) return
    setHeight(next)
    // Next's own part of the state goes along, or its router would load the page again.
    if (next === 'full') window.history.pushState({ ...window.history.state, sheet: 'full' }, '')
    else if (height === 'full' && isRaised()) window.history.back()
  }
  return [height, change]
}
