import { scaleLinear } from 'd3-scale'
import { useFormatter, useTranslations } from 'next-intl'
import { ChartFrame } from './chart-frame'
import { GroupIcon } from './group-icon'
import { groupLook, type GroupKey } from './group-look'
import { kindLook, type KindKey } from './kind-look'

type Bar = {
  label: string
  value: number
  /** Only when the bar is a group or a kind; all others are of one quiet hue. */
  group?: GroupKey
  kind?: KindKey
  /** "17 others": last, the colour of a rule. */
  rest?: boolean
}

/** Lying bars with the number at the end, no axis (LOOK §6, Charts). Drawn on the server; no script. */
export function BarChart({ title, bars, counted }: { title: string; bars: readonly Bar[]; counted: string }) {
  const t = useTranslations('ui')
  const format = useFormatter()
  const width = scaleLinear([0, Math.max(1, ...bars.map((bar) => bar.value))], [0, 84])
  const summary = bars.map((bar) => `${bar.label} ${format.number(bar.value)}`).join(', ')
  return (
    <ChartFrame
      title={title}
      columns={[t('what'), counted]}
      rows={bars.map((bar) => [bar.label, format.number(bar.value)])}
    >
      <div
        role="img"
        aria-label={`${title}: ${summary}`}
        className="grid grid-cols-[minmax(0,max-content)_minmax(45%,1fr)] items-center gap-x-3.5 gap-y-1.5 text-sm print:gap-y-0.5 print:text-xs"
      >
        {bars.map((bar) => (
          <div key={bar.label} className="contents">
            <span className="flex min-w-0 items-center gap-2">
              {bar.group && <GroupIcon group={bar.group} look="bare" />}
              {bar.label}
            </span>
            <svg className={`block h-3.5 w-full ${colourOf(bar)}`}>
              <rect
                width={`${width(bar.value)}%`}
                height="14"
                rx="1"
                className={bar.rest ? 'fill-rule' : bar.group || bar.kind ? 'fill-(--k)' : 'fill-ink-3'}
              />
              <text x={`${width(bar.value) + 1.5}%`} y="11.5" className="fill-ink text-[13px] font-strong tabular-nums">
                {format.number(bar.value)}
              </text>
            </svg>
          </div>
        ))}
      </div>
    </ChartFrame>
  )
}

const colourOf = (bar: Bar): string =>
  bar.group ? groupLook[bar.group].className : bar.kind ? kindLook[bar.kind].className : ''
