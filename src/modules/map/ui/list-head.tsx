import type { ReactNode } from 'react'

/** How many there are, and their order; stays while the list scrolls. */
export function ListHead({ children, sort }: { children: ReactNode; sort: ReactNode }) {
  return (
    <div className="sticky top-0 z-10 flex min-h-12 items-center justify-between gap-3 border-b border-rule bg-paper py-1.5 pr-3 pl-5 text-sm">
      <p>{children}</p>
      {sort}
    </div>
  )
}
