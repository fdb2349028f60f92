import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** What most readers do without, behind one quiet line. */
export function Fold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group/fold">
      <summary className="inline-flex min-h-8 items-center gap-1.5 text-sm text-ink-2 hover:text-ink">
        <ChevronRight className="size-4 flex-none group-open/fold:rotate-90" aria-hidden />
        {label}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
