import type { LonLat } from './mercator'

/** West, south, east, north in degrees. West may be greater than east: the box then crosses the antimeridian. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** One box, or two when it crosses the antimeridian (RFC 7946 §5.2). */
export const boxesOf = ([west, south, east, north]: Bbox): Bbox[] =>
  west <= east
    ? [[west, south, east, north]]
    : [
        [west, south, 180, north],
        [-180, south, east, north],
      ]

/** Does a point lie in the box, also where it crosses the antimeridian? */
export const isInBox = ([west, south, east, north]: Bbox, [longitude, latitude]: LonLat): boolean =>
  latitude >= south &&
  latitude <= north &&
  (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east)
