import { useId } from 'react'

const fills = ['fill-area-1', 'fill-area-2', 'fill-area-3', 'fill-area-4', 'fill-area-5'] as const

/** A square of the legend and the list: the colour of a class, or hatching for no value. */
export function AreaKey({ step }: { step: number | null }) {
  const id = useId()
  return (
    <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden className="flex-none">
      {step === null && (
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" className="stroke-rule-strong" strokeWidth="1.4" />
        </pattern>
      )}
      <rect
        x="0.5"
        y="0.5"
        width="23"
        height="15"
        rx="2"
        {...(step === null && { fill: `url(#${id})` })}
        className={`stroke-rule-strong ${step === null ? '' : (fills[step] ?? '')}`}
      />
    </svg>
  )
}
