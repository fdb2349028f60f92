'use client'

import { useEffect } from 'react'

/** Closes open `details[data-popover]` on Escape (focus returns to its summary) and on a press elsewhere. Draws nothing. */
export function DetailsCloser() {
  useEffect(() => {
    const close = (event: Event) => {
      const target = event.target instanceof Node ? event.target : null
      for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-popover][open]')) {
        if (event instanceof KeyboardEvent) {
          if (event.key !== 'Escape') return
          if (details.contains(document.activeElement)) details.querySelector('summary')?.focus()
          details.open = false
        } else if (event.type === 'focusin' && target?.contains(details)) {
          // A press on words that take no focus gives it to what lies around them.
          continue
        } else if (!details.contains(target)) details.open = false
      }
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])
  return null
}
