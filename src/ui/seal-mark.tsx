import type { Freshness } from '@/core/curated'

/** The drawing of freshness (LOOK §6, Seal): full dot, half dot, empty ring, dashed ring. */
export function SealMark({ freshness, label }: { freshness: Freshness; label?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      className={`size-3.5 flex-none ${freshness === 'old' || freshness === 'never' ? 'text-warn' : ''}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <circle
        cx="7"
        cy="7"
        r="5.25"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={freshness === 'never' ? '2.2 1.9' : undefined}
      />
      {freshness === 'fresh' && <circle cx="7" cy="7" r="3.1" fill="currentColor" />}
      {freshness === 'ageing' && <path d="M7 3.9a3.1 3.1 0 0 1 0 6.2z" fill="currentColor" />}
    </svg>
  )
}
