import type { ReactNode } from 'react'

/**
 * A page inside the frame of 1200 px. The layout brings `<main>`, so a page that fills the window (the map) simply does
 * not use this. `reading` keeps a measure for texts and forms.
 */
export function Page({ children, reading = false }: { children: ReactNode; reading?: boolean }) {
  return (
    <div className="page-frame w-full pt-6 pb-16 sm:pt-7.5 print:p-0">
      {reading ? <div className="max-w-[45rem]">{children}</div> : children}
    </div>
  )
}
