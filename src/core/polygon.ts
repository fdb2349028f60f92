import { type LonLat, wrapLongitude } from './mercator'

/** A point as records hold it, in degrees. */
export type Point = { longitude: number; latitude: number }

type Ring = readonly (readonly number[])[]
/** GeoJSON coordinates of a MultiPolygon (RFC 7946 §3.1.7), degrees. */
export type Polygons = readonly (readonly Ring[])[]

/** One polygon made ready for many questions: flat rings that do not jump at the antimeridian, and their box. */
type Piece = { rings: Float64Array[]; west: number; south: number; east: number; north: number }
export type Shape = readonly Piece[]

/** Longitudes run on over ±180° instead of jumping (Chukotka, Fiji), so that a ring is one line in the plane. */
function unwrapped(ring: Ring): Float64Array {
  const flat = new Float64Array(ring.length * 2)
  let shift = 0
  ring.forEach(([longitude = 0, latitude = 0], index) => {
    const before = flat[2 * index - 2]
    if (index > 0 && before !== undefined) {
      const step = longitude + shift - before
      if (step > 180) shift -= 360
      else if (step < -180) shift += 360
    }
    flat[2 * index] = longitude + shift
    flat[2 * index + 1] = latitude
  })
  return flat
}

export function shapeOf(polygons: Polygons): Shape {
  return polygons.map((polygon) => {
    const rings = polygon.map(unwrapped)
    const piece: Piece = { rings, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
    const outer = rings[0] ?? new Float64Array()
    for (let at = 0; at < outer.length; at += 2) {
      const [x = 0, y = 0] = [outer[at], outer[at + 1]]
      piece.west = Math.min(piece.west, x)
      piece.east = Math.max(piece.east, x)
      piece.south = Math.min(piece.south, y)
      piece.north = Math.max(piece.north, y)
    }
    return piece
  })
}

/** Even-odd rule over all rings, so that holes are outside. */
function holds({ rings }: Piece, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings)
    for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [ring[at], ring[at + 1], ring[last], ring[last + 1]]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  return inside
}

/** Does the point lie in the shape? */
export const isInside = (shape: Shape, { longitude, latitude }: Point): boolean =>
  shape.some((piece) => {
    if (latitude < piece.south || latitude > piece.north) return false
    return [longitude, longitude + 360, longitude - 360].some(
      (x) => x >= piece.west && x <= piece.east && holds(piece, x, latitude),
    )
  })

const kmPerDegree = 111.195

/** Kilometres from the point to the nearest outline of the shape, flat near the point; good to a per cent below 100 km. */
export function kmToOutline(shape: Shape, { longitude, latitude }: Point): number {
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  let least = Infinity
  for (const piece of shape) {
    if (latitude < piece.south - 1 || latitude > piece.north + 1) continue
    for (const ring of piece.rings)
      for (let at = 0; at + 3 < ring.length; at += 2) {
        const [ax = 0, ay = 0, bx = 0, by = 0] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]]
        const turn = Math.round((ax - longitude) / 360) * 360
        const [px, py] = [(ax - turn - longitude) * squeeze, ay - latitude]
        const [dx, dy] = [(bx - ax) * squeeze, by - ay]
        const length = dx * dx + dy * dy
        const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(px * dx + py * dy) / length))
        least = Math.min(least, Math.hypot(px + along * dx, py + along * dy))
      }
  }
  return least * kmPerDegree
}

/** Area in square degrees, without holes: enough to tell which of two nested shapes is the inner one. */
export function flatArea(shape: Shape): number {
  let total = 0
  for (const { rings } of shape) {
    const outer = rings[0] ?? new Float64Array()
    let sum = 0
    for (let at = 0; at + 3 < outer.length; at += 2)
      sum += (outer[at] ?? 0) * (outer[at + 3] ?? 0) - (outer[at + 2] ?? 0) * (outer[at + 1] ?? 0)
    total += Math.abs(sum / 2)
  }
  return total
}

/** Kilometres between two points on a sphere (haversine, mean radius 6,371 km). */
export function kmBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const radians = Math.PI / 180
  const a =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(a)))
}

const earthRadius = 6371.0088 // km, mean (IUGG)

/** Area on the sphere in km², holes taken off. */
export function areaKm2(polygons: Polygons): number {
  const radians = Math.PI / 180
  const ofRing = (ring: Ring) => {
    const flat = unwrapped(ring)
    let sum = 0
    for (let at = 0; at + 3 < flat.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [flat[at], flat[at + 1], flat[at + 2], flat[at + 3]]
      sum += (x1 - x0) * radians * (2 + Math.sin(y0 * radians) + Math.sin(y1 * radians))
    }
    return (Math.abs(sum) * earthRadius ** 2) / 2
  }
  return polygons.reduce(
    (total, [outer = [], ...holes]) => total + holes.reduce((rest, hole) => rest - ofRing(hole), ofRing(outer)),
    0,
  )
}

/** The largest of several polygons; an empty one when there is none. */
function largestOf(polygons: Polygons): Polygons[number] {
  const [largest] = polygons
    .map((polygon) => ({ polygon, area: flatArea(shapeOf([polygon])) }))
    .sort((a, b) => b.area - a.area)
  return largest?.polygon ?? []
}

/**
 * A point inside the largest polygon where a mark can stand for the whole: on the parallel through its centre of
 * gravity, in the middle of the longest stretch inside.
 */
export function pointWithin(polygons: Polygons): LonLat {
  const rings = largestOf(polygons).map(unwrapped)
  const outer = rings[0] ?? new Float64Array()
  let [sum, moment] = [0, 0]
  for (let at = 0; at + 3 < outer.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [outer[at], outer[at + 1], outer[at + 2], outer[at + 3]]
    const part = x0 * y1 - x1 * y0
    sum += part
    moment += (y0 + y1) * part
  }
  const y = sum === 0 ? (outer[1] ?? 0) : moment / (3 * sum)
  const crossings = rings.flatMap((ring) => {
    const found: number[] = []
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]]
      if (y0 > y !== y1 > y) found.push(x0 + ((x1 - x0) * (y - y0)) / (y1 - y0))
    }
    return found
  })
  crossings.sort((a, b) => a - b)
  let [from, to] = [outer[0] ?? 0, outer[0] ?? 0]
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [start = 0, end = 0] = [crossings[at], crossings[at + 1]]
    if (end - start > to - from) [from, to] = [start, end]
  }
  return [wrapLongitude((from + to) / 2), y]
}
