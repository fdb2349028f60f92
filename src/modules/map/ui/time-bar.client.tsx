'use client'

import { Pause, Play, StepForward, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState, useTransition, type ReactNode } from 'react'
import { decadesOf, type Decade, stepOf, undatedOf } from '@/modules/map/year.schema'
import { DecadeTable } from '@/modules/map/ui/decade-table'
import type { MapAddress } from '@/modules/map/ui/use-address.client'
import { useReducedMotion } from '@/modules/map/ui/use-reduced-motion.client'
import { useYears } from '@/modules/map/ui/use-years.client'
import { YearHistogram } from '@/modules/map/ui/year-histogram'

export type YearsAsked = {
  /** What the door of the years is asked. */
  ask: string
  since: number | null
  until: number | null
}

/** The last year of the decades. */
const endsOf = (decades: readonly Decade[]) => decades.slice(-1).map(({ decade }) => decade + 9)

/** How long a step of the player stands, in milliseconds, once its map is there. */
const stand = 700

const textOf = (year: number | null) => (year === null ? null : String(year))
const saidOf = (since: number | null, until: number | null) => `${since ?? ''}–${until ?? ''}`

/**
 * The years of what is shown: two thumbs over the decades in which relations began, or one year that moves, by hand or
 * by itself. Native range inputs: arrows, Page Up and Down, Home and End, values announced. Who asks for less motion
 * gets a button that steps.
 */
export function TimeBar({
  years: { ask, since, until },
  address,
  onClose,
}: {
  years: YearsAsked
  address: MapAddress
  onClose: () => void
}) {
  const t = useTranslations('map.time')
  const isStill = useReducedMotion()
  const years = useYears(ask)
  const [thisYear] = useState(() => new Date().getFullYear())
  const [isMoving, startMoving] = useTransition()
  const [isPlaying, setPlaying] = useState(false)
  const [draft, setDraft] = useState<{ since: number; until: number } | null>(null)
  const [asked, setAsked] = useState<readonly string[]>([])
  const decades = years === null || years === 'failed' ? [] : decadesOf(years, thisYear)
  const undated = years === null || years === 'failed' ? 0 : undatedOf(years)
  const first = decades[0]?.decade ?? thisYear
  const last = Math.max(thisYear, ...endsOf(decades).filter((year) => year - 9 > thisYear))
  const said = saidOf(since, until)
  const [seen, setSeen] = useState(said)
  // What is being chosen counts until the address says what was not asked for here: a key may be pressed on its way.
  if (said !== seen) {
    const at = asked.indexOf(said)
    setSeen(said)
    setAsked(at < 0 ? [] : asked.slice(at + 1))
    if (at < 0) setDraft(null)
  }
  const chosen = draft ?? { since: since ?? first, until: until ?? last }
  const low = Math.min(Math.max(chosen.since, first), last)
  const high = Math.max(Math.min(chosen.until, last), first)
  const isOne = since !== null && since === until

  const go = (from: number, to: number, how: 'push' | 'replace' = 'push') => {
    // An end of all that is there is none.
    const isSame = from === to
    const ends = [!isSame && from <= first ? null : from, !isSame && to >= last ? null : to] as const
    setDraft({ since: from, until: to })
    setAsked([...asked, saidOf(...ends)])
    const next = address.with({ since: textOf(ends[0]), until: textOf(ends[1]), after: null })
    startMoving(() => address.go(next, how))
  }
  const step = () => {
    const by = stepOf(first, last)
    const next = high >= last ? first : Math.min(last, high + by)
    if (next >= last) setPlaying(false)
    if (isOne) go(next, next, 'replace')
    else go(low < next ? low : first, next, 'replace')
  }
  const play = useEffectEvent(step)
  useEffect(() => {
    if (!isPlaying || isMoving) return
    const timer = setTimeout(() => play(), stand)
    return () => clearTimeout(timer)
  }, [isPlaying, isMoving, said])

  const commit = () => {
    if (draft !== null && (low !== (since ?? first) || high !== (until ?? last))) go(low, high)
  }
  const move = (end: 'since' | 'until', year: number) => {
    setPlaying(false)
    setDraft(
      isOne
        ? { since: year, until: year }
        : end === 'since'
          ? { since: Math.min(year, high), until: high }
          : { since: low, until: Math.max(year, low) },
    )
  }
  const words = isOne ? t('activeIn', { year: String(high) }) : t('range', { since: String(low), until: String(high) })
  return (
    <section
      aria-label={t('title')}
      data-screen-only
      className="relative z-10 flex flex-none flex-wrap items-center gap-x-5 gap-y-1 border-t border-rule bg-sheet px-4 py-2.5"
    >
      <div className="min-w-36 max-phone:flex max-phone:w-full max-phone:flex-wrap max-phone:items-baseline max-phone:gap-x-3 max-phone:pr-10">
        <p className="font-strong" role="status">
          {words}
        </p>
        <p className="text-sm text-ink-2">
          {years !== null && years !== 'failed' && t('count', { now: years.now, total: years.total })}
          {years === 'failed' && t('failed')}
        </p>
        {undated > 0 && (
          <p className="max-w-52 text-xs text-ink-2 max-phone:max-w-none">{t('undated', { count: undated })}</p>
        )}
      </div>
      <div className="relative min-w-48 flex-1">
        <YearHistogram decades={decades} since={low} until={high} />
        <div className="two-thumbs relative h-6">
          {(isOne ? (['until'] as const) : (['since', 'until'] as const)).map((end) => (
            <input
              key={end}
              type="range"
              aria-label={isOne ? t('year') : t(end)}
              aria-valuetext={String(end === 'since' ? low : high)}
              min={first}
              max={last}
              step={1}
              value={end === 'since' ? low : high}
              onChange={(event) => move(end, Number(event.currentTarget.value))}
              onPointerUp={commit}
              onKeyUp={commit}
              onBlur={commit}
            />
          ))}
        </div>
        <DecadeLabels decades={decades} />
      </div>
      <div className="flex items-center gap-1">
        {isStill ? (
          <Control label={t('step')} onPress={step}>
            <StepForward aria-hidden />
          </Control>
        ) : (
          <Control label={t(isPlaying ? 'pause' : 'play')} onPress={() => setPlaying(!isPlaying)}>
            {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
          </Control>
        )}
        <button
          type="button"
          aria-pressed={isOne}
          onClick={() => (isOne ? go(first, last) : go(high, high))}
          className="min-h-8 rounded-md border border-rule-strong px-2.5 text-sm max-phone:min-h-11 hover:border-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-on-ink"
        >
          {t('oneYear')}
        </button>
        <DecadeTable decades={decades} />
        <Control
          label={t('close')}
          onPress={() => {
            setPlaying(false)
            onClose()
          }}
        >
          <X aria-hidden />
        </Control>
      </div>
    </section>
  )
}

function Control({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-9 place-items-center rounded-md hover:bg-sunk max-phone:size-11 [&_svg]:size-[18px]"
    >
      {children}
    </button>
  )
}

function DecadeLabels({ decades }: { decades: readonly Decade[] }) {
  const wide = 100 / Math.max(1, decades.length)
  const every = Math.ceil(decades.length / 8)
  return (
    <svg width="100%" height="14" aria-hidden className="block overflow-visible text-xs">
      {decades.map(({ decade }, index) =>
        index % every === 0 ? (
          <text key={decade} x={`${index * wide}%`} y="11" className="fill-ink-2 tabular-nums">
            {decade}
          </text>
        ) : null,
      )}
    </svg>
  )
}
