import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Facts between hairlines, name and value side by side. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="text-md">
      {facts.map((fact, index) => (
        <div key={index} className="grid grid-cols-[minmax(6rem,1fr)_2.6fr] gap-3 border-b border-rule py-2">
          <dt className="text-ink-2">{fact.label}</dt>
          <dd className="min-w-0 wrap-break-word">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
