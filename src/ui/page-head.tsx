import type { ReactNode } from 'react'

/** Title of a page: eyebrow, disc, name in serif, what it is, actions at the right (below on a phone). */
export function PageHead({
  title,
  lang,
  eyebrow,
  disc,
  children,
  actions,
}: {
  /** Words only; parts in other languages carry their own `lang`. */
  title: ReactNode
  /** Language of the title when it is not the reader's. */
  lang?: string | undefined
  eyebrow?: ReactNode
  disc?: ReactNode
  /** Lead or second line. */
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="flex max-w-[45rem] items-start gap-4">
        {disc !== undefined && <span className="mt-1">{disc}</span>}
        <div className="min-w-0">
          {eyebrow !== undefined && <p className="mb-1 text-xs font-label text-ink-2">{eyebrow}</p>}
          <h1 lang={lang} className="font-serif text-2xl tracking-display text-ink wrap-break-word sm:text-3xl">
            {title}
          </h1>
          {children !== undefined && <div className="mt-2 text-sm text-ink-2">{children}</div>}
        </div>
      </div>
      {actions !== undefined && (
        <div data-screen-only className="flex flex-wrap items-center gap-2 empty:hidden max-sm:basis-full">
          {actions}
        </div>
      )}
    </header>
  )
}
