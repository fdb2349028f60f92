// The land of the small maps on pages: src/ui/base-map/mini-land.json, committed, because pages draw it on the server.
import { boxOf, clipRing, overlaps } from './geometry.mjs'

const radians = Math.PI / 180
const worldX = (lon) => (lon + 180) / 360
const worldY = (lat) => {
  const sine = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * radians)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

/** Whole numbers as text, small ones in one sign (Google's polyline encoding). */
function encode(numbers) {
  let text = ''
  for (const number of numbers) {
    let rest = number < 0 ? ~(number << 1) : number << 1
    while (rest >= 0x20) {
      text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63)
      rest >>= 5
    }
    text += String.fromCharCode(rest + 63)
  }
  return text
}

/** Lines on a grid of `side` steps, each point as the step from the one before. */
function packed(lines, side, leastPoints) {
  return lines.flatMap((line) => {
    const numbers = []
    let [x, y] = [0, 0]
    for (const [lon, lat] of line) {
      const [toX, toY] = [Math.round(worldX(lon) * side), Math.round(worldY(lat) * side)]
      if (numbers.length > 0 && toX === x && toY === y) continue
      numbers.push(toX - x, toY - y)
      ;[x, y] = [toX, toY]
    }
    return numbers.length < 2 * leastPoints ? [] : [encode(numbers)]
  })
}

/** Europe and its neighbourhood, where territories are: west, south, east, north. */
const europe = [-32, 27, 46, 72]

/**
 * @param {{ land: object, borders: object }} world a light level of the world
 * @param {{ land: object, borders: object }} fine a finer level, kept for Europe only
 */
export function miniLand(world, fine) {
  const near = (line) => overlaps(boxOf(line), europe)
  const rings = ({ land }) => land.coordinates.flat()
  const cut = rings(fine)
    .filter(near)
    .map((ring) => clipRing(ring, europe))
    .filter((ring) => ring.length > 0)
  const [coarse, dense] = [2 ** 15, 2 ** 18]
  return {
    source: 'Natural Earth (public domain), by scripts/build-base-map.mjs --mini',
    world: {
      side: coarse,
      land: packed(rings(world), coarse, 4),
      borders: packed(world.borders.coordinates, coarse, 2),
    },
    europe: {
      box: europe,
      side: dense,
      land: packed(cut, dense, 4),
      borders: packed(fine.borders.coordinates.filter(near), dense, 2),
    },
  }
}
