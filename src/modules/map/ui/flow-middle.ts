import { greatCircle } from '@/core/arc'
import { type Bbox, isInBox } from '@/core/bbox'
import { type LonLat, wrapLongitude } from '@/core/mercator'

/** Points between two of a great circle: it has one every 150 km at least, a near view is no wider. */
const between = 8
/** What of a view is its edge, on each side. */
const edge = 0.07

/** The view without its edge, where a mark would be half out of sight. */
function inner([west, south, east, north]: Bbox): Bbox {
  const [wide, tall] = [(east < west ? east + 360 : east) - west, north - south]
  // The whole way round there is no edge to the sides.
  const sides: readonly [number, number] =
    wide >= 359 ? [west, east] : [wrapLongitude(west + wide * edge), wrapLongitude(east - wide * edge)]
  return [sides[0], south + tall * edge, sides[1], north - tall * edge]
}

/**
 * Where the mark of a flow stands: in the middle of its great circle, or, when that is out of the view, in the middle of
 * what is seen of it. Nothing of it is seen: in the middle, too.
 */
export function flowMiddle(from: LonLat, to: LonLat, view: Bbox | null): LonLat {
  const runs = greatCircle(from, to)
  const points = runs.flat()
  const middle = points[Math.floor(points.length / 2)] ?? from
  if (view === null) return middle
  const box = inner(view)
  if (isInBox(box, middle)) return middle
  const seen = runs.flatMap(refined).filter((point) => isInBox(box, point))
  return seen[Math.floor(seen.length / 2)] ?? middle
}

/** Of two points also those between them. */
const refined = (run: readonly LonLat[]): LonLat[] =>
  run.flatMap(([longitude, latitude], at): LonLat[] => {
    const [nextLongitude, nextLatitude] = run[at + 1] ?? [longitude, latitude]
    return Array.from({ length: between }, (_, step): LonLat => {
      const share = step / between
      return [longitude + (nextLongitude - longitude) * share, latitude + (nextLatitude - latitude) * share]
    })
  })
