'use client'

import type { ReactNode } from 'react'
import { isInBox } from '@/core/bbox'
import type { LonLat } from '@/core/mercator'
import { nothingLit, useLit } from './lit-context'

/** A row of the list that lights its mark or line, and is lit by it. */
export function LitRow({ id, at, children }: { id: string; at: LonLat | null; children: ReactNode }) {
  const { lit, light } = useLit()
  const isLit = lit.ids.has(id) || (at !== null && lit.box !== null && isInBox(lit.box, at))
  const on = () => light({ ids: new Set([id]), at, box: null })
  const off = () => light(nothingLit)
  return (
    // The row shows what its link is about; it is no control of its own.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onPointerEnter={on}
      onPointerLeave={off}
      onFocus={on}
      onBlur={off}
      className={`relative border-b border-rule px-5 py-2.5 transition-colors duration-quick ${
        isLit ? 'bg-mark-soft before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-mark' : ''
      }`}
    >
      {children}
    </div>
  )
}
