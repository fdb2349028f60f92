'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode } from 'react'
import { useSheetDrag } from '@/modules/map/ui/use-sheet-drag.client'
import { type SheetHeight, sheetHeights } from '@/modules/map/ui/use-sheet-height.client'

const heightClass: Record<SheetHeight, string> = {
  peek: 'max-phone:h-[calc(min(8.5rem,35%)+env(safe-area-inset-bottom))]',
  half: 'max-phone:h-1/2',
  full: 'max-phone:h-[calc(100%-0.75rem)]',
}
const keySteps: Partial<Record<string, number>> = {
  ArrowUp: 1,
  PageUp: 1,
  ArrowDown: -1,
  PageDown: -1,
  End: -2,
  Home: 2,
}

/**
 * On a phone the list lies over the map at three heights, by drag, by buttons and, on these, by the arrow keys; elsewhere
 * it stands beside the map. It comes before the map for whoever reads the page from its beginning.
 */
export function MapSheet({
  height,
  onHeight,
  label,
  className,
  tools,
  children,
}: {
  height: SheetHeight
  onHeight: (height: SheetHeight) => void
  label: string
  className: string
  /** What can be done with the map: on a phone it stands on the edge of the list, out of the way of the marks. */
  tools: ReactNode
  children: ReactNode
}) {
  const t = useTranslations('map.sheet')
  const { sheet, ...drag } = useSheetDrag(height, onHeight)
  const step = sheetHeights.indexOf(height)
  const go = (by: number) => onHeight(sheetHeights[Math.max(0, Math.min(2, step + by))] ?? 'half')
  const turn = (event: KeyboardEvent) => {
    const by = keySteps[event.key]
    if (by === undefined) return
    event.preventDefault()
    go(by)
  }

  return (
    <section
      ref={sheet}
      id="map-list"
      aria-label={label}
      tabIndex={-1}
      className={`flex min-h-0 flex-col bg-paper max-phone:absolute max-phone:inset-x-0 max-phone:bottom-0 max-phone:z-20 max-phone:rounded-t-[14px] max-phone:shadow-float max-phone:transition-[height] max-phone:duration-move max-phone:ease-calm ${heightClass[height]} ${className}`}
    >
      <div data-screen-only className="relative flex-none phone:hidden">
        <div
          {...drag}
          className="relative flex h-11 cursor-grab touch-none items-center justify-end px-1.5 select-none"
        >
          <span aria-hidden className="absolute top-2 left-1/2 h-1 w-9 -translate-x-1/2 rounded-full bg-rule-strong" />
          <SheetButton label={t('up')} isOff={step === 2} onPress={() => go(1)} onKeyDown={turn}>
            <ChevronUp aria-hidden />
          </SheetButton>
          <SheetButton label={t('down')} isOff={step === 0} onPress={() => go(-1)} onKeyDown={turn}>
            <ChevronDown aria-hidden />
          </SheetButton>
        </div>
        <div data-screen-only className="absolute top-0 left-1.5 flex">
          {tools}
        </div>
      </div>
      {/* Whoever comes into the list by keyboard finds it above the edge of the screen; it is no control of its own. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        onFocus={(event) => height === 'peek' && event.target.matches(':focus-visible') && onHeight('half')}
        className="min-h-0 flex-1 scroll-pt-24 overflow-y-auto overscroll-contain max-phone:pb-[env(safe-area-inset-bottom)]"
      >
        {children}
      </div>
    </section>
  )
}

function SheetButton({
  label,
  isOff,
  onPress,
  onKeyDown,
  children,
}: {
  label: string
  isOff: boolean
  onPress: () => void
  onKeyDown: (event: KeyboardEvent) => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={onPress}
      onKeyDown={onKeyDown}
      className={`grid size-11 place-items-center rounded-md [&_svg]:size-5 ${isOff ? 'text-ink-3' : 'text-ink hover:bg-sunk'}`}
    >
      {children}
    </button>
  )
}
