'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { LabelSide } from './label-placing'
import { useMountedMap } from './map-context'
import type { MapMark } from './map-mark'
import { MarkBoard } from './mark-board'

type MapMarksProps = {
  /** In the order of the list beside the map: Tab follows it. */
  marks: readonly MapMark[]
  onPress: (id: string) => void
  /** Pointer or focus came to a mark, or left it (null). */
  onPoint?: (id: string | null) => void
}

const sideClass: Record<LabelSide, string> = {
  right: 'left-full top-1/2 -translate-y-1/2 pl-[5px]',
  left: 'right-full top-1/2 -translate-y-1/2 pr-[5px]',
  below: 'top-full left-1/2 -translate-x-1/2 pt-px',
  above: 'bottom-full left-1/2 -translate-x-1/2 pb-px',
}
const nameClass =
  'pointer-events-none absolute text-xs font-[600] whitespace-nowrap text-ink [paint-order:stroke] [-webkit-text-stroke:3px_var(--color-map-land)]'

/** Marks of the data as real buttons. Leaflet holds the buttons in place; what they show is React's, by portals. */
export function MapMarks({ marks, onPress, onPoint }: MapMarksProps) {
  const mounted = useMountedMap()
  const [board] = useState(() => new MarkBoard())
  const { buttons, sides } = useSyncExternalStore(board.subscribe, board.getState, board.getEmptyState)
  const press = useEffectEvent((id: string) => onPress(id))
  const point = useEffectEvent((id: string | null) => onPoint?.(id))

  useEffect(
    () => (mounted ? board.attach(mounted, { onPress: (id) => press(id), onPoint: (id) => point(id) }) : undefined),
    [mounted, board],
  )
  useEffect(() => board.show(marks), [board, marks])
  // Names of the ground give way to those of the data, which have to be in the document first.
  useEffect(() => void mounted?.labels.redraw(), [mounted, buttons, sides])

  return marks.map(({ id, content, label, note }) => {
    const button = buttons.get(id)
    const side = sides.get(id)
    if (!button) return null
    return createPortal(
      <>
        {content}
        {label && side ? (
          <span data-map-name aria-hidden className={`${nameClass} ${sideClass[side]}`}>
            {label}
            {note ? <span className="font-[400]"> {note}</span> : null}
          </span>
        ) : null}
      </>,
      button,
      id,
    )
  })
}
