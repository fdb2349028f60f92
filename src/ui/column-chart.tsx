import { scaleBand, scaleLinear } from 'd3-scale'
import { useFormatter, useTranslations } from 'next-intl'
import { ChartFrame } from './chart-frame'

type ChartColumn = { label: string; solid: number; hollow: number }

const size = { width: 480, height: 190, top: 22, foot: 24 }

/** Standing columns: a solid part (active) and a hollow one above it (dormant or ended). Drawn on the server. */
export function ColumnChart({
  title,
  columns,
  solidLabel,
  hollowLabel,
}: {
  title: string
  columns: readonly ChartColumn[]
  solidLabel: string
  hollowLabel: string
}) {
  const t = useTranslations('ui')
  const format = useFormatter()
  const floor = size.height - size.foot
  const x = scaleBand(
    columns.map((column) => column.label),
    [0, size.width],
  ).padding(0.35)
  const most = Math.max(1, ...columns.map((column) => column.solid + column.hollow))
  const y = scaleLinear([0, most], [floor, size.top])
  const summary = columns
    .map((column) => `${column.label}: ${solidLabel} ${column.solid}, ${hollowLabel} ${column.hollow}`)
    .join('; ')
  return (
    <ChartFrame
      title={title}
      columns={[t('when'), solidLabel, hollowLabel]}
      rows={columns.map((column) => [column.label, format.number(column.solid), format.number(column.hollow)])}
    >
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`${title}. ${summary}`}
        className="block w-full"
      >
        <line x1="0" x2={size.width} y1={floor} y2={floor} className="stroke-ink" />
        {columns.map((column) => {
          const total = column.solid + column.hollow
          const left = x(column.label) ?? 0
          return (
            <g key={column.label}>
              <rect
                x={left}
                width={x.bandwidth()}
                y={y(column.solid)}
                height={floor - y(column.solid)}
                className="fill-ink-3"
              />
              {column.hollow > 0 && (
                <rect
                  x={left + 0.75}
                  width={x.bandwidth() - 1.5}
                  y={y(total) + 0.75}
                  height={y(column.solid) - y(total) - 0.75}
                  className="fill-none stroke-ink-3 stroke-[1.5]"
                />
              )}
              {total > 0 && (
                <text
                  x={left + x.bandwidth() / 2}
                  y={y(total) - 6}
                  textAnchor="middle"
                  className="fill-ink text-[13px] font-strong tabular-nums"
                >
                  {format.number(total)}
                </text>
              )}
              <text
                x={left + x.bandwidth() / 2}
                y={size.height - 7}
                textAnchor="middle"
                className="fill-ink-2 text-[12px]"
              >
                {column.label}
              </text>
            </g>
          )
        })}
      </svg>
      <p className="flex gap-4 text-xs text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2.5 bg-ink-3" aria-hidden /> {solidLabel}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2.5 border-[1.5px] border-ink-3" aria-hidden /> {hollowLabel}
        </span>
      </p>
    </ChartFrame>
  )
}
