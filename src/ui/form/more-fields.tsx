import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** Fields that most records do without, behind one line. Stands open when something in it was written or refused. */
export function MoreFields({ label, open, children }: { label: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group rounded-md border border-rule">
      <summary className="flex min-h-11 items-center gap-2 rounded-md px-3.5 py-2 font-label hover:bg-sunk">
        <ChevronRight className="size-[18px] flex-none text-ink-2 group-open:rotate-90" aria-hidden />
        {label}
      </summary>
      <div className="flex flex-col gap-4.5 px-3.5 pt-2 pb-4.5">{children}</div>
    </details>
  )
}
