'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'

/** The whole practice: folded on a phone, open where there is room for it beside the marks. */
export function ReadingFold({ label, children }: { label: string; children: ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (fold.current !== null && matchMedia('(width >= 64rem)').matches) fold.current.open = true
  }, [])
  return (
    <details ref={fold} className="group/fold">
      <summary className="inline-flex min-h-11 items-center gap-1.5 text-link underline underline-offset-2 frame:hidden">
        {label}
        <ChevronDown className="size-4 transition-transform duration-quick group-open/fold:rotate-180" aria-hidden />
      </summary>
      <div className="pt-3 pb-2">{children}</div>
    </details>
  )
}
