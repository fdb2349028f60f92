import type { Bbox } from '@/core/bbox'
import type { LonLat } from '@/core/mercator'

/** What the map shows, in degrees; west is greater than east when the view crosses the antimeridian. */
export type MapView = { center: LonLat; zoom: number; bounds: Bbox }

/** What the map shall show: a middle and a zoom, or a box that has to fit. */
export type MapPlace = { center: LonLat; zoom: number } | { bounds: Bbox }

/** Words the map needs, in the reader's language. */
export type MapLabels = {
  /** Accessible name of the map. */
  map: string
  /** How to use it by keyboard, read after the name. */
  keyboard: string
  zoomIn: string
  zoomOut: string
}
