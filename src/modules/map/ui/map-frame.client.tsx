'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState, type FormEvent, type ReactNode } from 'react'
import { type Lit, LitContext, nothingLit } from '@/modules/map/ui/lit-context'
import { MapSheet } from '@/modules/map/ui/map-sheet.client'
import { MapStage, type StageProps } from '@/modules/map/ui/map-stage.client'
import { MapTools } from '@/modules/map/ui/map-tools.client'
import type { YearsAsked } from '@/modules/map/ui/time-bar.client'
import { useAddress } from '@/modules/map/ui/use-address.client'
import { type Selected, useSelectionFocus } from '@/modules/map/ui/use-selection-focus.client'
import { useSheetHeight } from '@/modules/map/ui/use-sheet-height.client'

// Comes when somebody asks for the years, or the address speaks of them.
const TimeBar = lazy(async () => ({ default: (await import('@/modules/map/ui/time-bar.client')).TimeBar }))

const frameId = 'map-frame'
// Another search or another record is shown whole; a filter keeps the part of the map that is in view.
const viewParams = ['bbox', 'zoom']

type MapFrameProps = {
  stage: StageProps
  /** What is open, or null; and the address that closes it, with the language. */
  selected: Selected | null
  backHref: string
  /** Everything in view, without the language. */
  wholeHref: string
  /** Sentence at top left: what is seen. */
  sentence: ReactNode
  /** What the map shows while nothing is selected: on a phone over the list, elsewhere on the map. Null with a selection. */
  choice: ReactNode
  search: ReactNode
  years: YearsAsked
  children: ReactNode
}

/** On a phone what opened by itself is not seen yet: the first press shows it. */
const toggled = (now: 'auto' | 'open' | 'closed') =>
  now === 'open' || (now === 'auto' && window.matchMedia('(width >= 37.5rem)').matches) ? 'closed' : 'open'

/** Search, list and map in the frames of LOOK §5. List and map light each other; Esc leaves a selection. */
export function MapFrame(props: MapFrameProps) {
  const { stage, selected, backHref, wholeHref, sentence, choice, search, years, children } = props
  const t = useTranslations('map')
  const address = useAddress(stage)
  const [lit, light] = useState<Lit>(nothingLit)
  const [sheet, setSheet] = useSheetHeight()
  const litState = useMemo(() => ({ lit, light }), [lit])
  const press = useSelectionFocus(selected)
  // Open where the address speaks of years, unless it would hide the map of a phone.
  const [timeBar, setTimeBar] = useState<'auto' | 'open' | 'closed'>(
    years.since !== null || years.until !== null ? 'auto' : 'closed',
  )

  const leave = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (document.querySelector('details[data-popover][open], dialog[open]') || document.fullscreenElement) return
    if (selected !== null) address.go(backHref, 'push')
    else if (sheet === 'full') setSheet('half')
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => leave(event)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  /** Filters are forms that work without script; with it, the page stays. */
  const submit = (event: FormEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'get') return
    event.preventDefault()
    const now = new URLSearchParams(address.with({}).split('?')[1])
    const params = new URLSearchParams()
    for (const [key, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') params.append(key, value)
    const isSearch = form.getAttribute('role') === 'search'
    for (const key of viewParams) {
      const value = now.get(key)
      params.delete(key)
      if (value !== null && !isSearch) params.set(key, value)
    }
    form.closest('dialog')?.close()
    const chip = form.closest('details')
    chip?.querySelector('summary')?.focus()
    chip?.removeAttribute('open')
    light(nothingLit)
    address.go(`${new URL(form.action).pathname}?${params}`, 'push')
  }

  const select = (selection: string) => {
    press()
    if (sheet === 'peek') setSheet('half')
    light(nothingLit)
    address.go(selection, 'push')
  }
  const showRow = (relations: readonly string[]) => {
    const row = relations.map((slug) => document.getElementById(`row-${slug}`)).find((found) => found !== null)
    if (sheet === 'peek') setSheet('half')
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }

  const tools = {
    ...{ wholeHref, frameId, hasYears: timeBar !== 'closed' },
    onYears: () => {
      const next = toggled(timeBar)
      setTimeBar(next)
      // On a phone the map is to be seen with its years.
      if (next === 'open') setSheet('peek')
    },
  }

  return (
    <LitContext value={litState}>
      <div id="map-printed" className="hidden print:block [&_img]:w-full" />
      <div
        id={frameId}
        data-fill
        className="group/frame relative isolate grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,45fr)_minmax(0,55fr)] bg-paper max-phone:bg-map-land max-phone:grid-rows-[minmax(0,1fr)] frame:grid-cols-[360px_minmax(0,1fr)] frame:grid-rows-[auto_minmax(0,1fr)] wide:grid-cols-[408px_minmax(0,1fr)] low:grid-cols-[minmax(16rem,2fr)_3fr] low:grid-rows-[auto_minmax(0,1fr)]"
      >
        <p className="absolute top-2 left-2 z-40 flex gap-2">
          {(['list', 'map'] as const).map((key) => (
            <a
              key={key}
              href={`#map-${key}`}
              className="sr-only rounded-md bg-ink px-4 py-2 text-on-ink no-underline focus:not-sr-only focus:px-4 focus:py-2"
            >
              {t(`skip.${key}`)}
            </a>
          ))}
        </p>
        <div
          onSubmit={submit}
          data-screen-only
          className="relative z-20 max-phone:absolute max-phone:inset-x-0 max-phone:top-0 max-phone:p-2.5 max-phone:group-has-[[data-legend][open]]/frame:invisible max-phone:has-[details[open]]:z-30 phone:border-b phone:border-rule phone:p-4 frame:border-r low:border-r low:p-2"
        >
          {search}
        </div>
        <MapSheet
          height={sheet}
          onHeight={setSheet}
          label={t('list')}
          tools={<MapTools {...tools} isFlat />}
          className="phone:row-start-3 frame:col-start-1 frame:row-start-2 frame:border-r frame:border-rule low:col-start-1 low:row-start-2 low:border-r low:border-rule"
        >
          {choice !== null && <div className="px-4 pb-3 phone:hidden">{choice}</div>}
          {children}
        </MapSheet>
        <div
          id="map-map"
          tabIndex={-1}
          className={`relative z-10 flex min-h-0 flex-col max-phone:absolute max-phone:inset-x-0 max-phone:top-0 max-phone:z-0 phone:row-start-2 frame:col-start-2 frame:row-span-2 frame:row-start-1 low:col-start-2 low:row-span-2 low:row-start-1 ${
            sheet === 'peek'
              ? 'max-phone:bottom-[calc(min(8.5rem,35%)+env(safe-area-inset-bottom))]'
              : 'max-phone:bottom-1/2'
          }`}
        >
          <div className="relative min-h-0 flex-1">
            <MapStage
              stage={stage}
              address={address}
              tools={
                <div className="flex items-end gap-2 max-phone:hidden phone:flex-col low:flex-row-reverse">
                  <MapTools {...tools} />
                </div>
              }
              onSelect={select}
              onEnd={showRow}
            />
          </div>
          {timeBar !== 'closed' && (
            <div className={timeBar === 'auto' ? 'max-phone:hidden' : ''}>
              <Suspense fallback={null}>
                <TimeBar years={years} address={address} onClose={() => setTimeBar('closed')} />
              </Suspense>
            </div>
          )}
          {choice !== null && (
            <div className="absolute top-4 left-4 z-10 max-w-[calc(100%-6rem)] rounded-md shadow-float max-phone:hidden">
              {choice}
            </div>
          )}
          {sentence !== null && (
            <p className="absolute top-4 left-4 z-10 max-w-[calc(100%-6rem)] rounded-lg bg-sheet px-3.5 py-2 text-md shadow-float max-phone:hidden">
              {sentence}
            </p>
          )}
          <noscript>
            <p className="absolute inset-x-4 top-1/2 z-10 mx-auto max-w-[30rem] rounded-lg bg-sheet p-4 shadow-float">
              {t('noScript')}
            </p>
          </noscript>
        </div>
      </div>
    </LitContext>
  )
}
