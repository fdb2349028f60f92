'use client'

import { useEffect, useRef } from 'react'

/** What is open beside the map; `from` is the actor that a relation was opened from. */
export type Selected = { id: string; from: string | null }

const rowOf = (id: string | null | undefined) => (id ? document.getElementById(`row-${id}`) : null)

/**
 * What was pressed is gone when something else is shown: the focus goes on to what is said of it. When that is closed,
 * it goes back to its row, else to the mark that was pressed, else to the list. Returns what to call when a mark is pressed.
 */
export function useSelectionFocus(selected: Selected | null): () => void {
  const id = selected?.id ?? null
  const from = selected?.from ?? null
  const before = useRef({ id, from })
  const pressed = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const left = before.current
    before.current = { id, from }
    if (left.id === id) return
    const isClosed = id === null || id === left.from
    const mark = pressed.current?.isConnected ? pressed.current : null
    const goal = isClosed
      ? (rowOf(left.id) ?? rowOf(left.from) ?? mark ?? document.getElementById('map-list'))
      : document.getElementById('map-selected')
    goal?.focus()
  }, [id, from])

  return () => {
    pressed.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
  }
}
