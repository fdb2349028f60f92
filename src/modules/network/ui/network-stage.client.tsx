'use client'

import { Maximize, Minus, Plus, RotateCw, Square } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { NetworkCanvas, NetworkLook } from '@/modules/network/ui/network-canvas'
import type { NetworkWork } from '@/modules/network/ui/use-network.client'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

const toolLook =
  'grid size-11 place-items-center rounded-lg bg-sheet text-ink shadow-float hover:bg-sunk [&_svg]:size-5'

/**
 * The picture itself with its tools, and what is said while there is none: loading, no connection, no WebGL. The library
 * that draws comes after the page.
 */
export function NetworkStage({
  work,
  count,
  look,
  onCanvas,
  onChoose,
  onStop,
  onAgain,
  onTryAgain,
}: {
  work: NetworkWork
  /** Nodes, as the server counted them. */
  count: number
  look: NetworkLook
  /** The drawn picture when it is there, null when it is gone. */
  onCanvas: (canvas: NetworkCanvas | null) => void
  onChoose: (node: number | null) => void
  onStop: () => void
  onAgain: () => void
  onTryAgain: () => void
}) {
  const t = useTranslations('network')
  const ui = useTranslations('ui')
  const format = useFormatter()
  const stage = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const canvas = useRef<NetworkCanvas>(null)
  const [isDrawn, setDrawn] = useState(false)
  const [isBlind, setBlind] = useState(false)
  const { data, positions, task, end } = work
  const choose = useEffectEvent(onChoose)
  const tell = useEffectEvent(onCanvas)
  const paint = useEffectEvent(() => {
    if (positions !== null) canvas.current?.place(positions)
    canvas.current?.paint(look)
  })

  useEffect(() => {
    if (data === null || data.nodes.key.length === 0) return
    let isGone = false
    const mount = async () => {
      const drawing = await import('@/modules/network/ui/network-canvas')
      if (isGone || stage.current === null || probe.current === null) return
      if (!drawing.hasWebgl()) return setBlind(true)
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
      canvas.current = new drawing.NetworkCanvas(stage.current, probe.current, data, {
        isStill,
        onChoose: (node) => choose(node),
      })
      paint()
      tell(canvas.current)
      setDrawn(true)
    }
    void mount()
    return () => {
      isGone = true
      canvas.current?.destroy()
      canvas.current = null
      tell(null)
      setDrawn(false)
    }
  }, [data])

  useEffect(() => {
    if (positions !== null) canvas.current?.place(positions)
  }, [positions])
  useEffect(() => canvas.current?.paint(look), [look])

  const press = useEffectEvent((event: KeyboardEvent) => {
    const deeds: Record<string, () => void> = {
      ArrowLeft: () => canvas.current?.pan(-0.1, 0),
      ArrowRight: () => canvas.current?.pan(0.1, 0),
      ArrowUp: () => canvas.current?.pan(0, -0.1),
      ArrowDown: () => canvas.current?.pan(0, 0.1),
      '+': () => canvas.current?.zoom(1.5),
      '-': () => canvas.current?.zoom(1 / 1.5),
      '0': () => canvas.current?.whole(),
    }
    const deed = deeds[event.key]
    if (deed === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    deed()
  })
  // Reached like the map: one stop of the keyboard, moved by arrows.
  useEffect(() => {
    const element = stage.current
    if (element === null || !isDrawn) return
    element.tabIndex = 0
    const onKey = (event: KeyboardEvent) => press(event)
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [isDrawn])

  const percent = task === null ? '' : format.number(task.done, { style: 'percent', maximumFractionDigits: 0 })
  const isWaiting = work.phase === 'loading' || (positions === null && !isBlind && work.phase !== 'failed')
  return (
    <div className="relative isolate h-[26rem] overflow-hidden rounded-lg border border-rule bg-sheet phone:h-[34rem] frame:h-[42rem]">
      <span ref={probe} hidden />
      <div
        ref={stage}
        role="application"
        aria-label={t('stage.label', { nodes: count })}
        aria-describedby="network-help"
        className={`absolute inset-0 focus-visible:-outline-offset-3 ${positions === null ? 'invisible' : ''}`}
      />
      <p id="network-help" className="sr-only">
        {t('stage.help')}
      </p>
      {work.phase === 'failed' ? (
        <Said>
          <EmptyState
            title={t('stage.failed')}
            action={
              <Button size="small" onClick={onTryAgain}>
                {ui('tryAgain')}
              </Button>
            }
          >
            {t('stage.failedHint')}
          </EmptyState>
        </Said>
      ) : isBlind ? (
        <Said>
          <EmptyState title={t('stage.noWebgl')}>{t('stage.noWebglHint')}</EmptyState>
        </Said>
      ) : (
        isWaiting && (
          <Said>
            <p className="text-md text-ink-2 noscript:hidden">{t('stage.loading', { nodes: count })}</p>
          </Said>
        )
      )}
      {isDrawn && positions !== null && (
        <div role="group" aria-label={t('stage.tools')} className="absolute top-3 right-3 z-10 flex flex-col gap-2">
          <Tool label={t('stage.zoomIn')} onPress={() => canvas.current?.zoom(1.5)}>
            <Plus aria-hidden />
          </Tool>
          <Tool label={t('stage.zoomOut')} onPress={() => canvas.current?.zoom(1 / 1.5)}>
            <Minus aria-hidden />
          </Tool>
          <Tool label={t('stage.whole')} onPress={() => canvas.current?.whole()}>
            <Maximize aria-hidden />
          </Tool>
        </div>
      )}
      <p role="status" className="sr-only">
        {end !== null && t(`work.${end}`)}
      </p>
      {(task !== null || (end !== null && !isBlind)) && (
        <div className="absolute bottom-3 left-3 z-10 flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-3 rounded-lg bg-sheet px-3 py-2 text-sm shadow-float">
          {task === null ? (
            <>
              {end === 'stopped' && <span>{t('work.stopped')}</span>}
              <Button size="small" icon={<RotateCw aria-hidden />} onClick={onAgain}>
                {t('work.again')}
              </Button>
            </>
          ) : (
            <>
              <span className="tabular-nums">{t(`work.${task.name}`, { percent })}</span>
              <progress
                max={1}
                value={task.name === 'communities' ? undefined : task.done}
                aria-label={t(`work.${task.name}`, { percent: '' })}
                className="h-2 w-28 accent-ink"
              />
              <Button size="small" icon={<Square aria-hidden />} onClick={onStop}>
                {t('work.stop')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  )
}

function Said({ children }: { children: ReactNode }) {
  return <div className="absolute inset-0 grid place-items-center p-5">{children}</div>
}

function Tool({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress} className={toolLook}>
      {children}
    </button>
  )
}
