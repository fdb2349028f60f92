import { useFormatter, useTranslations } from 'next-intl'
import { criteria } from '@/modules/rounds/choices.schema'
import type { Spread } from '@/modules/rounds/result.schema'
import type { Criterion } from '@/modules/rounds/round.schema'
import { ChartFrame } from '@/ui/chart-frame'

const most = 5
// The outermost marks are drawn whole.
const x = (mark: number) => `${4 + (mark / most) * 92}%`

/**
 * Marks by criterion from 0 to 5: a line from the lowest to the highest, a disc at the median, a ring where there is a
 * zero. The same figures stand in the table behind it.
 */
export function SpreadChart({ marks }: { marks: Readonly<Record<Criterion, Spread & { zeros?: number }>> }) {
  const t = useTranslations('rounds.result')
  const names = useTranslations('rounds.criterion')
  const format = useFormatter()
  const rangeOf = ({ lowest, highest }: Spread) => t('range', { lowest, highest })
  const hasZeros = criteria.some((criterion) => marks[criterion].zeros !== undefined)
  const summary = criteria.map((name) => `${names(name)}: ${t('spread', { ...marks[name] })}`).join('; ')
  return (
    <ChartFrame
      title={t('chart')}
      columns={[t('criterionColumn'), t('medianColumn'), t('rangeColumn'), ...(hasZeros ? [t('zerosColumn')] : [])]}
      rows={criteria.map((name) => [
        names(name),
        format.number(marks[name].median),
        rangeOf(marks[name]),
        ...(hasZeros ? [format.number(marks[name].zeros ?? 0)] : []),
      ])}
    >
      <div
        role="img"
        aria-label={`${t('chart')}. ${summary}`}
        className="grid max-w-[38rem] grid-cols-[minmax(0,1fr)_minmax(45%,1.4fr)] items-center gap-x-3.5 gap-y-1 text-sm"
      >
        {criteria.map((name) => (
          <div key={name} className="contents">
            <span className="min-w-0 wrap-break-word">
              {names(name)}
              {(marks[name].zeros ?? 0) > 0 && (
                <span className="block text-xs font-label text-warn">
                  {t('zeros', { count: marks[name].zeros ?? 0 })}
                </span>
              )}
            </span>
            <Row spread={marks[name]} value={format.number(marks[name].median)} />
          </div>
        ))}
        <span />
        <svg className="block h-4 w-full" aria-hidden>
          {Array.from({ length: most + 1 }, (_, mark) => (
            <text key={mark} x={x(mark)} y="12" textAnchor="middle" className="fill-ink-2 text-[12px] tabular-nums">
              {mark}
            </text>
          ))}
        </svg>
      </div>
    </ChartFrame>
  )
}

function Row({ spread: { median, lowest, highest }, value }: { spread: Spread; value: string }) {
  return (
    <svg className="block h-9 w-full">
      {Array.from({ length: most + 1 }, (_, mark) => (
        <line key={mark} x1={x(mark)} x2={x(mark)} y1="4" y2="36" className="stroke-rule" />
      ))}
      <line
        x1={x(lowest)}
        x2={x(highest)}
        y1="24"
        y2="24"
        strokeWidth="3"
        strokeLinecap="round"
        className="stroke-ink-3"
      />
      {lowest === 0 && <circle cx={x(0)} cy="24" r="5" strokeWidth="2" className="fill-paper stroke-warn" />}
      <circle cx={x(median)} cy="24" r="6" className="fill-ink" />
      <text x={x(median)} y="13" textAnchor="middle" className="fill-ink text-[12px] font-strong tabular-nums">
        {value}
      </text>
    </svg>
  )
}
