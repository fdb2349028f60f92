import type { ReactNode } from 'react'
import type { LonLat } from '@/core/mercator'
import type { LabelSide } from './label-placing'

/** A mark of the data on the map: a disc, a donut, the ring at the end of a line. */
export type MapMark = {
  id: string
  at: LonLat
  /** Diameter in pixels; the button is at least 26. */
  size: number
  /** Accessible name: what it is, and how many. */
  name: string
  /** What is seen. It fills the button. */
  content: ReactNode
  /** Written beside the mark where there is room, the important first. */
  label?: string
  /** Year or count after the label, lighter. */
  note?: string
  labelSide?: LabelSide
  importance?: number
  isPressed?: boolean
  /** The pointer goes through to what lies under it; the mark is for the keyboard. */
  isUnderHand?: boolean
}
