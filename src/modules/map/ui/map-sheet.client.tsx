'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, type PointerEvent, type ReactNode } from 'react'

/** Heights of the list over the map of a phone. */
export const sheetHeights = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof sheetHeights)[number]

const heightClass: Record<SheetHeight, string> = {
  peek: 'max-phone:h-24',
  half: 'max-phone:h-1/2',
  full: 'max-phone:h-[calc(100%-0.75rem)]',
}

/** On a phone the list lies over the map at three heights, by buttons and by drag; elsewhere it stands beside the map. */
export function MapSheet({
  height,
  onHeight,
  label,
  className,
  children,
}: {
  height: SheetHeight
  onHeight: (height: SheetHeight) => void
  label: string
  className: string
  children: ReactNode
}) {
  const t = useTranslations('map.sheet')
  const from = useRef<number | null>(null)
  const step = sheetHeights.indexOf(height)
  const go = (by: number) => onHeight(sheetHeights[Math.max(0, Math.min(2, step + by))] ?? 'half')

  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('button')) return
    from.current = event.clientY
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const end = (event: PointerEvent<HTMLDivElement>) => {
    if (from.current === null) return
    const way = from.current - event.clientY
    from.current = null
    if (Math.abs(way) > 24) go(Math.sign(way) * (Math.abs(way) > window.innerHeight * 0.4 ? 2 : 1))
  }

  return (
    <section
      id="map-list"
      aria-label={label}
      tabIndex={-1}
      className={`flex min-h-0 flex-col bg-paper max-phone:absolute max-phone:inset-x-0 max-phone:bottom-0 max-phone:z-20 max-phone:rounded-t-[14px] max-phone:shadow-float max-phone:transition-[height] max-phone:duration-move max-phone:ease-calm ${heightClass[height]} ${className}`}
    >
      <div
        onPointerDown={begin}
        onPointerUp={end}
        onPointerCancel={() => (from.current = null)}
        className="relative flex h-11 flex-none touch-none items-center justify-end px-1.5 phone:hidden"
      >
        <span aria-hidden className="absolute top-2 left-1/2 h-1 w-10 -translate-x-1/2 rounded-full bg-rule-strong" />
        <SheetButton label={t('up')} isOff={step === 2} onPress={() => go(1)}>
          <ChevronUp aria-hidden />
        </SheetButton>
        <SheetButton label={t('down')} isOff={step === 0} onPress={() => go(-1)}>
          <ChevronDown aria-hidden />
        </SheetButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
    </section>
  )
}

function SheetButton({
  label,
  isOff,
  onPress,
  children,
}: {
  label: string
  isOff: boolean
  onPress: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={onPress}
      className={`grid size-11 place-items-center rounded-md [&_svg]:size-5 ${isOff ? 'text-ink-3' : 'text-ink hover:bg-sunk'}`}
    >
      {children}
    </button>
  )
}
