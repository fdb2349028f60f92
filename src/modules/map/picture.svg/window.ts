import { geoMercator, geoPath, type GeoProjection } from 'd3-geo'
import { distanceKm } from '@/core/arc'
import { latitudeAt, longitudeAt, type LonLat, mercatorX, mercatorY } from '@/core/mercator'
import type { Spot } from './label-spots'

/** The part of the world on the picture, as Web Mercator shows it. */
export type PictureWindow = {
  projection: GeoProjection
  /** Path data of GeoJSON, cut at the frame. */
  path: ReturnType<typeof geoPath>
  pixel: (at: LonLat) => readonly [number, number] | null
  frame: Spot
  /** How long a bar of this many kilometres is, in the middle. */
  barOf: (km: number) => number
}

/** At least so much of the world is seen: one town alone says nothing of where it is. */
const least = 0.02

/** The window that shows a box with room around it in a frame. */
export function windowOn(
  [west, south, east, north]: readonly [number, number, number, number],
  frame: Spot,
): PictureWindow {
  const [width, height] = [frame[2] - frame[0], frame[3] - frame[1]]
  const left = mercatorX(west)
  const right = mercatorX(east < west ? east + 360 : east)
  const [top, bottom] = [mercatorY(north), mercatorY(south)]
  const wide = Math.min(1, Math.max((right - left) * 1.18, least))
  const tall = Math.max((bottom - top) * 1.18, (least * height) / width)
  // The width of the world in units of the picture: the whole box is seen, and never less than one world across.
  const world = Math.max(Math.min(width / wide, height / tall), width)
  const middle: LonLat = [longitudeAt((left + right) / 2), latitudeAt((top + bottom) / 2)]
  const half = height / 2 / world
  const y = Math.min(Math.max(mercatorY(middle[1]), half), 1 - half)
  const projection = geoMercator()
    .rotate([-middle[0], 0])
    .scale(world / (2 * Math.PI))
    .translate([(frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2 + (0.5 - y) * world])
    .clipExtent([
      [frame[0], frame[1]],
      [frame[2], frame[3]],
    ])
    .precision(0.5)
  const unitsPerDegree = world / 360
  const here = latitudeAt(y)
  return {
    projection,
    path: geoPath(projection).digits(1),
    pixel: (at) => {
      const found = projection([at[0], at[1]])
      if (found === null) return null
      const [px, py] = found
      return px >= frame[0] && px <= frame[2] && py >= frame[1] && py <= frame[3] ? [px, py] : null
    },
    frame,
    barOf: (km) => (km / distanceKm([0, here], [1, here])) * unitsPerDegree,
  }
}
