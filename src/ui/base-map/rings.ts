import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import { mercatorX, mercatorY } from '@/core/mercator'

/**
 * Lines or rings in the square of Web Mercator (0 to 1), flat, so that a worker hands them over without copying.
 * Line k is the points `starts[k]` to `starts[k + 1]`; its box is `boxes[4k…]`: left, top, right, bottom.
 */
export type Rings = {
  xy: Float32Array<ArrayBuffer>
  starts: Uint32Array<ArrayBuffer>
  boxes: Float32Array<ArrayBuffer>
}

/** Packs lines of longitudes and latitudes in degrees. */
export function packRings(lines: readonly (readonly (readonly number[])[])[]): Rings {
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  const xy = new Float32Array(total * 2)
  const starts = new Uint32Array(lines.length + 1)
  const boxes = new Float32Array(lines.length * 4)
  let at = 0
  lines.forEach((line, k) => {
    starts[k] = at / 2
    let [left, top, right, bottom] = [2, 2, -1, -1]
    for (const [lon = 0, lat = 0] of line) {
      const [x, y] = [mercatorX(lon), mercatorY(lat)]
      xy[at++] = x
      xy[at++] = y
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
    boxes.set([left, top, right, bottom], k * 4)
  })
  starts[lines.length] = at / 2
  return { xy, starts, boxes }
}

/** One object of a topology as rings; the rings of all its polygons side by side, to be filled by even and odd. */
export function ringsOf(topology: Topology, object: GeometryObject): Rings {
  const shape = feature(topology, object)
  const geometry = 'geometry' in shape ? shape.geometry : null
  if (geometry?.type === 'MultiPolygon') return packRings(geometry.coordinates.flat())
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiLineString') return packRings(geometry.coordinates)
  if (geometry?.type === 'LineString') return packRings([geometry.coordinates])
  return packRings([])
}

/** Does a point of the square of Web Mercator lie within the rings? Even and odd, so that holes are outside. */
export function holdsPoint({ xy, starts, boxes }: Rings, x: number, y: number): boolean {
  let isInside = false
  for (let k = 0; k < starts.length - 1; k++) {
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(4 * k, 4 * k + 4)
    if (x < left || x > right || y < top || y > bottom) continue
    const [from, to] = [(starts[k] ?? 0) * 2, (starts[k + 1] ?? 0) * 2]
    for (let i = from, last = to - 2; i < to; last = i, i += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [xy[i], xy[i + 1], xy[last], xy[last + 1]]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
    }
  }
  return isInside
}
