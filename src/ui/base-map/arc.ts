import type { LonLat } from '@/core/mercator'

/** Solid: active. Dashed: planned. Hollow: all that does not flow now; suspended and ended show only when asked for. */
type ArcState = 'active' | 'planned' | 'dormant' | 'suspended' | 'ended'

export const isHollow = (state: ArcState): boolean => state !== 'active' && state !== 'planned'

/** A line from a place to another. `group` names a colour token (`group-…`); `count` is the number of records. */
export type Arc = {
  id: string
  from: LonLat
  to: LonLat
  group: string
  state: ArcState
  count: number
  /** An arrow towards `to`: for export, import, mobility and investment only. */
  hasArrow?: boolean
  /** Pixels; without it the count says. */
  width?: number
  /** A flow begins at a place as it ends at one: a ring at either. */
  isFlow?: boolean
}

/** Pixels for 1, 2, 3, 4, and 5 or more records. */
export const arcWidth = (count: number): number => [2, 3, 4.2, 5.5, 7][Math.max(0, Math.min(4, count - 1))] ?? 2
