import type { ReactNode } from 'react'

/** A headline figure with its unit, and under it its coverage. */
export function FigureLarge({ value, unit, children }: { value: string; unit: string; children?: ReactNode }) {
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-serif text-4xl print:text-3xl tracking-display tabular-nums">{value}</span>
        <span className="text-md font-semibold">{unit}</span>
      </p>
      {children}
    </div>
  )
}
