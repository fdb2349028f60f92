import { z } from 'zod'
import type { LonLat } from './mercator'

/** West, south, east, north in degrees. West may be greater than east: the box then crosses the antimeridian. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** `'10,44,11,45'` as people's URLs carry it. Message key: badBbox. */
export const bboxParam = z.string().transform((text, context): Bbox => {
  const numbers = text.split(',').map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  const [west, south, east, north] = numbers
  if (
    numbers.length !== 4 ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    !numbers.every(Number.isFinite) ||
    Math.abs(west) > 180 ||
    Math.abs(east) > 180 ||
    south < -90 ||
    north > 90 ||
    south > north
  ) {
    context.addIssue({ code: 'custom', message: 'badBbox' })
    return z.NEVER
  }
  return [west, south, east, north]
})

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
