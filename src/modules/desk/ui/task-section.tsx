import type { ReactNode } from 'react'

/** A part of the desk under its heading, which says how many there are in all. */
export function TaskSection({
  id,
  title,
  lead,
  count,
  children,
  foot,
}: {
  id: string
  title: string
  lead?: string | undefined
  count: number
  children: ReactNode
  /** Ways to the rest of the list. */
  foot?: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="mb-1 text-lg font-semibold">
        {title} <span className="font-normal text-ink-3 tabular-nums">{count}</span>
      </h2>
      {lead !== undefined && <p className="mb-2 max-w-[66ch] text-sm text-ink-2">{lead}</p>}
      {children}
      {foot}
    </section>
  )
}
