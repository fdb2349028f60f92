'use client'

import { Check, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'

const shownFor = 8000

/** What a toast does: it goes by itself, waits while it is looked at, and is closed by a press. */
export function ToastBox({ children, closeLabel }: { children: ReactNode; closeLabel: string }) {
  const [open, setOpen] = useState(true)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || !open) return
    const timer = setTimeout(() => setOpen(false), shownFor)
    return () => clearTimeout(timer)
  }, [held, open])
  return (
    <div role="status" data-screen-only className="fixed bottom-4 left-4 z-40 max-w-[calc(100vw-2rem)]">
      {open && (
        // Waiting is no action of its own: what can be pressed inside stays reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          className="flex items-center gap-2.5 rounded-md bg-ink px-4 py-2.5 text-on-ink shadow-float [&_a]:text-on-ink"
        >
          <Check className="size-5 flex-none" aria-hidden />
          <span>{children}</span>
          <button
            type="button"
            aria-label={closeLabel}
            className="-mr-1.5 grid size-8 place-items-center rounded-md"
            onClick={() => setOpen(false)}
          >
            <X className="size-4" aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}
