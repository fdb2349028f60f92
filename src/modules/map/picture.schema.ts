import type { LonLat } from '@/core/mercator'
import type { ActorKind, RelationGroup, RelationState } from '@/modules/taxonomy/taxonomy.schema'

/** A line between two places: great circle, width by `count`. */
export type PictureLine = {
  from: LonLat
  to: LonLat
  group: RelationGroup
  state: RelationState
  count: number
  /** Its class of width, where the legend tells classes; else the width follows the count. */
  step?: number
  /** Points to `to`. */
  hasArrow?: boolean
}

/** A country or region filled by the class of its value; null = it has none, and is hatched. */
type PictureArea = { polygons: PictureGround['land']; step: number | null }

/** A place on the picture: an actor, several close together, or the far end of a line. */
export type PicturePlace = {
  at: LonLat
  name: string
  /** Stands after the name, lighter: a year, a number. */
  note: string
  look:
    | { is: 'centre' }
    | { is: 'end'; group: RelationGroup }
    | { is: 'kind'; kind: ActorKind }
    | { is: 'cluster'; count: number; byKind: readonly (readonly [ActorKind, number])[] }
    | { is: 'place' }
    /** Nothing but its words, in the middle of an area. */
    | { is: 'value' }
}

/** Land and borders as GeoJSON coordinates in degrees. */
export type PictureGround = {
  land: readonly (readonly (readonly (readonly number[])[])[])[]
  borders: readonly (readonly (readonly number[])[])[]
}

/** All that a picture of the map shows and says, in the reader's language. */
export type Picture = {
  title: string
  /** What was chosen, in words; empty when nothing was. */
  subtitle: string
  /** West, south, east, north; crosses the antimeridian where west > east. */
  box: readonly [number, number, number, number]
  ground: PictureGround
  areas: readonly PictureArea[]
  lines: readonly PictureLine[]
  places: readonly PicturePlace[]
  legend: readonly (
    | { is: 'kind'; kind: ActorKind; label: string }
    | { is: 'line'; group: RelationGroup; state: RelationState; label: string }
    | { is: 'width'; step: number; label: string }
    | { is: 'area'; step: number | null; label: string }
    | { is: 'title'; label: string }
  )[]
  /** Each a line at the foot: date, source and licence, whose drawing the land is. */
  foot: readonly string[]
  /** Letters of the site: `font-face` sources as data addresses. */
  fonts: readonly { family: 'sans' | 'serif'; range: string; data: string }[]
  /** Words of a length of the scale bar: `500 km`. */
  km: (length: number) => string
}
