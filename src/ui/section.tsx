import type { ReactNode } from 'react'

/** A part of a page with its heading. */
export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8 print:mt-4">
      <h2 id={id} className="mb-3 text-lg font-semibold print:mb-1.5">
        {title}
      </h2>
      {children}
    </section>
  )
}
