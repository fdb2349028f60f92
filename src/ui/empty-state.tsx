import type { ReactNode } from 'react'

/** What is missing, what to do, one button. Also for what did not arrive: then the button tries again. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2.5 rounded-lg border border-dashed border-rule-strong p-5.5">
      <p className="font-serif text-xl font-medium tracking-serif">{title}</p>
      {children !== undefined && <p className="text-sm text-ink-2">{children}</p>}
      {action !== undefined && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
