import type { ReactNode } from 'react'

type StripFact = {
  label: string
  value: ReactNode
  /** Under the value, quiet. */
  note?: ReactNode
  /** A figure in large serif. */
  isFigure?: boolean
  /** Left out on a phone. */
  wideOnly?: boolean
}

/** The facts that matter most, side by side under the head of a page; two a row on a phone, the first over both. */
export function FactStrip({ facts }: { facts: readonly StripFact[] }) {
  return (
    <dl className="my-6 grid grid-cols-2 border-y border-t-ink border-b-rule table:my-7 table:grid-flow-col table:auto-cols-fr table:grid-cols-none">
      {facts.map(({ label, value, note, isFigure = false, wideOnly = false }) => (
        <div
          key={label}
          className={`py-3 pr-4 first:col-span-2 first:max-table:border-b first:max-table:border-rule table:not-first:border-l table:not-first:border-rule table:not-first:pl-4.5 table:first:col-span-1 ${wideOnly ? 'max-table:hidden' : ''}`}
        >
          <dt className="text-xs font-label text-ink-2">{label}</dt>
          <dd className={isFigure ? 'mt-0.5 font-serif text-[28px]/[1.1] tracking-serif tabular-nums' : 'mt-0.5'}>
            {value}
          </dd>
          {note !== undefined && <dd className="mt-0.5 text-xs text-ink-3">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
