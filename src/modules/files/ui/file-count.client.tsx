'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/** Says how many files there are whenever that changes, and takes the focus that a removed one had. */
export function FileCount({ count, children }: { count: number; children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null)
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current && (document.activeElement ?? document.body) === document.body) line.current?.focus()
    before.current = count
  }, [count])
  return (
    <p ref={line} role="status" tabIndex={-1} className="mb-3 text-sm text-ink-2">
      {children}
    </p>
  )
}
