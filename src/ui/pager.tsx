import type { ReactNode } from 'react'
import { LinkButton } from './link-button'

/** Foot of a list: the next rows by a real address that keeps every parameter, and at the right what downloads it. */
export function Pager({ nextHref, label, children }: { nextHref: string | null; label: string; children?: ReactNode }) {
  return (
    <div data-screen-only className="mt-4 flex flex-wrap items-center justify-between gap-3 text-sm">
      {nextHref === null ? (
        <span />
      ) : (
        <LinkButton href={nextHref} size="small" rel="next">
          {label}
        </LinkButton>
      )}
      {children}
    </div>
  )
}
