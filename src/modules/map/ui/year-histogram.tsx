import type { Decade } from '@/modules/map/year.schema'

const height = 34

/**
 * Relations begun by decade, and hollow beside them those renewed. Decades outside the chosen years are pale. Drawn in
 * per cent of its box, so that it fits every width; the numbers stand in the table (LOOK §6, Charts).
 */
export function YearHistogram({ decades, since, until }: { decades: readonly Decade[]; since: number; until: number }) {
  const most = Math.max(1, ...decades.flatMap(({ begun, renewed }) => [begun, renewed]))
  const wide = 100 / Math.max(1, decades.length)
  // One of many still shows.
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(2.5, (count / most) * height))
  return (
    <svg width="100%" height={height + 1} aria-hidden className="block overflow-visible">
      {decades.map(({ decade, begun, renewed }, index) => {
        const isIn = decade + 9 >= since && decade <= until
        return (
          <g key={decade}>
            <rect
              x={`${index * wide + wide * 0.12}%`}
              width={`${wide * 0.5}%`}
              y={height - heightOf(begun)}
              height={heightOf(begun)}
              className={isIn ? 'fill-ink-2' : 'fill-rule'}
            />
            {renewed > 0 && (
              <rect
                x={`${index * wide + wide * 0.66}%`}
                width={`${wide * 0.22}%`}
                y={height - heightOf(renewed)}
                height={heightOf(renewed)}
                className={`fill-none stroke-[1.2] ${isIn ? 'stroke-ink-2' : 'stroke-rule'}`}
              />
            )}
          </g>
        )
      })}
      <line x1="0" x2="100%" y1={height + 0.5} y2={height + 0.5} className="stroke-rule-strong" />
    </svg>
  )
}
