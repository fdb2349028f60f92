import type { ActorKind } from '@/modules/taxonomy/taxonomy.schema'
import { kindKeys, kindLook } from '@/ui/kind-look'

/** Radius of a donut by the number of actors in it (LOOK §7). */
export const donutRadius = (count: number): number => (count < 10 ? 15 : count < 40 ? 19 : count < 80 ? 24 : 29)

const gap = 1.6
const leastPart = 3

/** A cluster: a ring of kinds around the count. Its name is the button's. */
export function Donut({
  count,
  byKind,
  isLit,
}: {
  count: number
  byKind: Partial<Record<ActorKind, number>>
  isLit: boolean
}) {
  const radius = donutRadius(count)
  const width = radius < 20 ? 4 : 5
  const middle = radius - width / 2
  const around = 2 * Math.PI * middle
  const kinds = kindKeys.filter((kind) => (byKind[kind] ?? 0) > 0)
  const gaps = kinds.length > 1 ? gap : 0
  // A small share stays visible; what that takes is taken from all.
  const weights = kinds.map((kind) => Math.max(((byKind[kind] ?? 0) / count) * around, leastPart + gaps))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const parts = weights.map((weight, i) => ({
    kind: kinds[i] ?? 'other',
    length: (weight / whole) * around,
    start: (weights.slice(0, i).reduce((sum, one) => sum + one, 0) / whole) * around,
  }))
  const size = 2 * radius
  return (
    <span className={`absolute inset-0 grid place-items-center rounded-full ${isLit ? 'ring-here' : ''}`}>
      <svg viewBox={`${-radius} ${-radius} ${size} ${size}`} width={size} height={size} aria-hidden>
        <circle r={radius} className="fill-sheet" />
        {parts.map(({ kind, length, start }) => (
          <circle
            key={kind}
            r={middle}
            fill="none"
            strokeWidth={width}
            strokeDasharray={`${Math.max(0.5, length - gaps)} ${around}`}
            strokeDashoffset={-start}
            transform="rotate(-90)"
            className={`stroke-(--k) ${kindLook[kind].className}`}
          />
        ))}
        <text
          y={radius < 20 ? 4.5 : 5}
          textAnchor="middle"
          fontSize={count > 999 ? 11 : count > 99 ? 13 : 15}
          className="fill-ink font-strong tabular-nums"
        >
          {count}
        </text>
      </svg>
    </span>
  )
}
