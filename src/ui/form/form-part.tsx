import type { ReactNode } from 'react'

/** One part of a long form, under a hairline. */
export function FormPart({
  title,
  id,
  lead,
  children,
}: {
  title: string
  id: string
  lead?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="border-t border-rule pt-4 pb-10">
      <h2 id={id} className="mb-4 font-serif text-xl font-medium tracking-serif">
        {title}
      </h2>
      {lead !== undefined && <p className="mb-4 text-sm text-ink-2">{lead}</p>}
      <div className="flex flex-col gap-4.5">{children}</div>
    </section>
  )
}
