// Detail beyond zoom 8 in tiles of zoom 6: land, coast, borders, regions and the smaller places of one square.
import { topology } from 'topojson-server'
import { boxOf, clipLine, clipRing, overlaps } from './geometry.mjs'

/** Tiles per side: the squares of Web Mercator at zoom 6, named as in every tile scheme. */
const tileCount = 64
const topLatitude = 85.0511287798066

// Squares overlap a little, so that two neighbours leave no hairline of water between them.
const overlap = 0.02

const degrees = 180 / Math.PI
const latitudeOf = (y) => Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * degrees
const columnOf = (lon) => Math.min(tileCount - 1, Math.floor(((lon + 180) / 360) * tileCount))
const rowOf = (lat) => {
  const sine = Math.sin(Math.max(-topLatitude, Math.min(topLatitude, lat)) / degrees)
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  return Math.min(tileCount - 1, Math.floor(y * tileCount))
}

const boxed = (lines) => lines.map((line) => ({ line, box: boxOf(line) }))
const cutRings = (rings, box) =>
  boxed(
    rings
      .filter((ring) => overlaps(ring.box, box))
      .flatMap(({ line }) => [clipRing(line, box)].filter((r) => r.length)),
  )
const cutLines = (lines, box) =>
  boxed(lines.filter((line) => overlaps(line.box, box)).flatMap(({ line }) => clipLine(line, box)))
const rawOf = (lines) => lines.map(({ line }) => line)

/**
 * @param {{ land: object, coast: object, borders: object }} level the finest level of the world
 * @param {number[][][]} regions inner lines of NUTS 3
 * @param {[string, number, number, number][]} places name, longitude, latitude, size; largest first
 * @returns {Map<string, object>} `x-y` → a topology with land, coast, borders and regions, and the member `places`
 */
export function detailTiles(level, regions, places) {
  const whole = {
    // Filled by even and odd, a hole is a ring like any other.
    land: boxed(level.land.coordinates.flat()),
    coast: boxed(level.coast.coordinates),
    borders: boxed(level.borders.coordinates),
    regions: boxed(regions),
  }
  const cut = ({ land, coast, borders, regions }, box) => ({
    land: cutRings(land, box),
    coast: cutLines(coast, box),
    borders: cutLines(borders, box),
    regions: cutLines(regions, box),
  })
  const placesAt = new Map()
  for (const place of places) {
    const key = `${columnOf(place[1])}-${rowOf(place[2])}`
    if (!placesAt.has(key)) placesAt.set(key, [])
    placesAt.get(key).push(place)
  }
  const tiles = new Map()
  for (let x = 0; x < tileCount; x++) {
    const west = (x / tileCount) * 360 - 180 - overlap
    const east = ((x + 1) / tileCount) * 360 - 180 + overlap
    const column = cut(whole, [west, -90, east, 90])
    for (let y = 0; y < tileCount; y++) {
      const box = [west, latitudeOf((y + 1) / tileCount) - overlap, east, latitudeOf(y / tileCount) + overlap]
      const { land, coast, borders, regions } = cut(column, box)
      const names = placesAt.get(`${x}-${y}`) ?? []
      if (land.length + names.length === 0) continue
      const lines = (list) => ({ type: 'MultiLineString', coordinates: rawOf(list) })
      const shape = topology(
        {
          land: { type: 'MultiPolygon', coordinates: rawOf(land).map((ring) => [ring]) },
          coast: lines(coast),
          borders: lines(borders),
          regions: lines(regions),
        },
        // The frame keeps a tile's grid the same whatever lies in it.
        8192,
      )
      delete shape.bbox
      tiles.set(`${x}-${y}`, { ...shape, places: names })
    }
  }
  return tiles
}
