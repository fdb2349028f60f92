import { ChevronDown, ListTree } from 'lucide-react'
import type { ReactNode } from 'react'

const box = 'max-w-[20rem] rounded-lg bg-sheet text-sm shadow-float'

/** A legend over the corner of the map, which folds to its title; where there is no room it opens from a button. */
export function LegendBox({ title, name, children }: { title: string; name: string; children: ReactNode }) {
  return (
    <>
      <details open className={`group absolute right-4 bottom-9 z-10 max-frame:hidden ${box}`}>
        <summary className="flex min-h-9 items-center gap-3 rounded-lg px-3.5 text-xs font-semibold">
          {title}
          <ChevronDown aria-hidden className="ml-auto size-4 text-ink-2 rotate-180 group-open:rotate-0" />
        </summary>
        <div className="px-3.5 pb-3">{children}</div>
      </details>
      <details data-popover data-legend className="absolute bottom-12 left-3 z-20 frame:hidden">
        <summary
          aria-label={name}
          title={name}
          className="grid size-11 place-items-center rounded-lg bg-sheet shadow-float hover:bg-sunk"
        >
          <ListTree className="size-5" aria-hidden />
        </summary>
        <div
          className={`absolute bottom-full left-0 mb-2 max-h-[max(9rem,min(50dvh-10rem,20rem))] w-max max-w-[calc(100vw-1.5rem)] overflow-y-auto px-3.5 py-3 ${box}`}
        >
          <p className="mb-2 text-xs font-semibold">{title}</p>
          {children}
        </div>
      </details>
    </>
  )
}
