import type { LonLat } from './mercator'

type Vector = readonly [number, number, number]

const radians = Math.PI / 180
const earthRadius = 6371.0088 // km, mean (IUGG)

const vectorOf = ([lon, lat]: LonLat): Vector => [
  Math.cos(lat * radians) * Math.cos(lon * radians),
  Math.cos(lat * radians) * Math.sin(lon * radians),
  Math.sin(lat * radians),
]
const lonLatOf = ([x, y, z]: Vector): LonLat => [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians]
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
/** a·p + b·q */
const mix = (a: Vector, p: number, b: Vector, q: number): Vector => [
  a[0] * p + b[0] * q,
  a[1] * p + b[1] * q,
  a[2] * p + b[2] * q,
]
const unit = (a: Vector): Vector => mix(a, 1 / Math.sqrt(dot(a, a)), a, 0)

/** Distance along the great circle in kilometres, on a sphere. */
export function distanceKm(from: LonLat, to: LonLat): number {
  const [a, b] = [vectorOf(from), vectorOf(to)]
  const across = cross(a, b)
  return earthRadius * Math.atan2(Math.sqrt(dot(across, across)), dot(a, b))
}

/**
 * The great circle from one point to another as runs of points in drawing order, a point at least every 150 km; a new
 * run begins where the line crosses the antimeridian, with a point on either side of it. Between antipodes every great
 * circle is as short: the one over the north pole is taken. Equal points give no run.
 * @param bend how far the line bows aside at its middle, as a part of its length (0.1 = 10 % to the left of the way)
 */
export function greatCircle(from: LonLat, to: LonLat, bend = 0): LonLat[][] {
  const [a, b] = [vectorOf(from), vectorOf(to)]
  const angle = distanceKm(from, to) / earthRadius
  if (angle < 1e-9) return []

  // The direction in which the line sets out; towards antipodes the difference vanishes and north is as good as any.
  const towards = mix(b, 1, a, -dot(a, b))
  const isAntipode = dot(towards, towards) < 1e-18
  const pole: Vector = Math.abs(a[2]) > 0.999 ? [1, 0, 0] : [0, 0, 1]
  const direction = unit(isAntipode ? mix(pole, 1, a, -dot(a, pole)) : towards)
  const aside = cross(a, direction)

  const steps = Math.max(bend === 0 ? 2 : 12, Math.ceil((angle * earthRadius) / 150))
  const points = Array.from({ length: steps + 1 }, (_, i): LonLat => {
    if (i === 0) return from
    if (i === steps) return to
    const along = (i / steps) * angle
    const bow = bend * angle * Math.sin((i / steps) * Math.PI)
    const on = mix(a, Math.cos(along), direction, Math.sin(along))
    return lonLatOf(mix(on, Math.cos(bow), aside, Math.sin(bow)))
  })
  return splitAtAntimeridian(points)
}

/** Cuts a line wherever two neighbours lie more than 180° apart; both sides get the point on the antimeridian. */
function splitAtAntimeridian(points: readonly LonLat[]): LonLat[][] {
  const runs: LonLat[][] = []
  let run: LonLat[] = []
  let before: LonLat | undefined
  for (const point of points) {
    if (before && Math.abs(point[0] - before[0]) > 180) {
      const edge = before[0] > 0 ? 180 : -180
      const whole = point[0] + 2 * edge - before[0]
      const t = whole === 0 ? 0 : (edge - before[0]) / whole
      const latitude = before[1] + t * (point[1] - before[1])
      run.push([edge, latitude])
      runs.push(run)
      run = [[-edge, latitude]]
    }
    run.push(point)
    before = point
  }
  return [...runs, run].filter((one) => one.length > 1)
}

/**
 * How far to bend each of several lines between the same two places, so that they lie apart: one is straight, two bow
 * 8 % to either side, more are spread evenly from -12 % to 12 %.
 */
export function spreadBends(count: number): number[] {
  const widest = count < 2 ? 0 : count === 2 ? 0.08 : 0.12
  return Array.from({ length: count }, (_, i) => (count < 2 ? 0 : widest * ((2 * i) / (count - 1) - 1)))
}
