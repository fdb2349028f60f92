// Plain planar geometry for the build: areas, clipping to a box, a good point for a label.

/** The polygons of a GeoJSON geometry (none for null), as arrays of rings. */
export const polygonsOf = (geometry) =>
  geometry === null ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

/** Unsigned area of a closed ring, in squared units of its coordinates. */
export function ringArea(ring) {
  let sum = 0
  for (let i = 0; i < ring.length - 1; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
  return Math.abs(sum / 2)
}

/** The box [west, south, east, north] around a line. */
export function boxOf(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of line) {
    if (x < box[0]) box[0] = x
    if (y < box[1]) box[1] = y
    if (x > box[2]) box[2] = x
    if (y > box[3]) box[3] = y
  }
  return box
}

export const overlaps = (a, b) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

const cross = (a, b, axis, limit) => {
  const t = (limit - a[axis]) / (b[axis] - a[axis])
  return axis === 0 ? [limit, a[1] + t * (b[1] - a[1])] : [a[0] + t * (b[0] - a[0]), limit]
}
const sides = (box) => [
  [0, box[0], 1],
  [1, box[1], 1],
  [0, box[2], -1],
  [1, box[3], -1],
]

/** A closed ring cut to a box (Sutherland and Hodgman): closed again, or empty. Good for filling, not for outlines. */
export function clipRing(ring, box) {
  let points = ring.slice(0, -1)
  for (const [axis, limit, sign] of sides(box)) {
    const inside = (p) => (p[axis] - limit) * sign >= 0
    const kept = []
    points.forEach((p, i) => {
      const before = points.at(i - 1)
      if (inside(p) !== inside(before)) kept.push(cross(before, p, axis, limit))
      if (inside(p)) kept.push(p)
    })
    points = kept
    if (points.length < 3) return []
  }
  return [...points, points[0]]
}

/** The pieces of an open line that lie within a box. */
export function clipLine(line, box) {
  let pieces = [line]
  for (const [axis, limit, sign] of sides(box)) {
    const inside = (p) => (p[axis] - limit) * sign >= 0
    pieces = pieces.flatMap((piece) => {
      const runs = []
      let run = inside(piece[0]) ? [piece[0]] : []
      for (let i = 1; i < piece.length; i++) {
        const [a, b] = [piece[i - 1], piece[i]]
        if (inside(a) !== inside(b)) run.push(cross(a, b, axis, limit))
        if (inside(b)) run.push(b)
        else if (run.length > 0) {
          runs.push(run)
          run = []
        }
      }
      runs.push(run)
      return runs.filter((one) => one.length > 1)
    })
  }
  return pieces
}

/** Signed distance from a point to the outline of a polygon, positive within it. */
function clearance([x, y], rings) {
  let inside = false
  let least = Infinity
  for (const ring of rings)
    for (let i = 0; i < ring.length - 1; i++) {
      const [x1, y1] = ring[i]
      const [x2, y2] = ring[i + 1]
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
      const [dx, dy] = [x2 - x1, y2 - y1]
      const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)))
      least = Math.min(least, Math.hypot(x - x1 - t * dx, y - y1 - t * dy))
    }
  return inside ? least : -least
}

/** Where a name sits well: far from the outline, not far from the middle. Grid search, refined five times. */
export function labelPoint(rings) {
  const box = boxOf(rings[0])
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  const score = (p) => clearance(p, rings) - 0.12 * Math.hypot(p[0] - middle[0], p[1] - middle[1])
  let [best, width, height] = [middle, box[2] - box[0], box[3] - box[1]]
  let top = score(best)
  for (let turn = 0; turn < 5; turn++) {
    const centre = best
    for (let i = 0; i <= 12; i++)
      for (let j = 0; j <= 12; j++) {
        const p = [centre[0] + (i / 12 - 0.5) * width, centre[1] + (j / 12 - 0.5) * height]
        const value = score(p)
        if (value > top) [best, top] = [p, value]
      }
    width /= 4
    height /= 4
  }
  return best
}
