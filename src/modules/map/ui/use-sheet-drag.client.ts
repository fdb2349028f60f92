'use client'

import { useRef, type MouseEvent, type PointerEvent } from 'react'
import { type SheetHeight, sheetHeights } from '@/modules/map/ui/use-sheet-height.client'

// A finger that trembles has pressed; a flick goes on for this long.
const tremble = 6
const flickMs = 120

type Drag = { startY: number; startHeight: number; y: number; at: number; speed: number; stops: readonly number[] }

/**
 * Dragging the head of the sheet: the sheet follows the finger and rests at the height that is nearest to where it was
 * going. A press on the head alone opens it one step, from full back to half.
 */
export function useSheetDrag(height: SheetHeight, onHeight: (height: SheetHeight) => void) {
  const sheet = useRef<HTMLElement>(null)
  const drag = useRef<Drag | null>(null)

  const rest = () => {
    drag.current = null
    for (const name of ['height', 'transition']) sheet.current?.style.removeProperty(name)
  }
  return {
    sheet,
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const box = sheet.current?.parentElement
      if (!sheet.current || !box || !event.isPrimary || isControl(event.target)) return
      const whole = box.clientHeight
      drag.current = {
        ...{ startY: event.clientY, y: event.clientY, at: event.timeStamp, speed: 0 },
        startHeight: sheet.current.offsetHeight,
        stops: [Math.min(136, whole * 0.35), whole / 2, whole - 12],
      }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = drag.current
      if (now === null || !sheet.current) return
      const ms = Math.max(1, event.timeStamp - now.at)
      drag.current = { ...now, y: event.clientY, at: event.timeStamp, speed: (now.y - event.clientY) / ms }
      const [least = 0, , most = 0] = now.stops
      const wanted = now.startHeight + now.startY - event.clientY
      sheet.current.style.setProperty('transition', 'none')
      sheet.current.style.setProperty('height', `${Math.min(most, Math.max(least, wanted))}px`)
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const now = drag.current
      rest()
      if (now === null) return
      const way = now.startY - event.clientY
      if (Math.abs(way) < tremble) return onHeight(height === 'half' ? 'full' : 'half')
      const goal = now.startHeight + way + now.speed * flickMs
      const distances = now.stops.map((stop) => Math.abs(stop - goal))
      onHeight(sheetHeights[distances.indexOf(Math.min(...distances))] ?? 'half')
    },
    onPointerCancel: rest,
    onMouseDown(event: MouseEvent<HTMLElement>) {
      // Or the browser would drag the link that comes under the mouse as the sheet rises.
      if (!isControl(event.target)) event.preventDefault()
    },
  }
}

const isControl = (target: EventTarget) => target instanceof Element && target.closest('button') !== null
