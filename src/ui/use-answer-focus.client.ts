'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Where an answer to a form is told, on top of it: focused when one arrives (`answer` is another one each time), so that it
 * is seen by whoever pressed the button at the end.
 */
export function useAnswerFocus(answer: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const hydrated = useRef(false)
  useLayoutEffect(() => {
    // A refusal may arrive as a whole page, before hydration: whoever is in a field by then is not pulled out of it.
    if (hydrated.current || document.activeElement === document.body) box.current?.focus()
    hydrated.current = true
  }, [answer])
  return box
}
