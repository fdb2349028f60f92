// Land, coast and borders of the world (Natural Earth through world-atlas), made lighter for a range of zooms.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { geoEquirectangular } from 'd3-geo'
import { geoProject } from 'd3-geo-projection'
import { feature, merge, mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, filterAttachedWeight, presimplify, simplify } from 'topojson-simplify'
import { polygonsOf, ringArea } from './geometry.mjs'

const flat = () =>
  geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0)
    .reflectY(true)

const crossesDateLine = (polygon) =>
  polygon.some((ring) => ring.some((point, i) => i > 0 && Math.abs(point[0] - ring[i - 1][0]) > 180))

/**
 * Countries of world-atlas, cut at the antimeridian: the source is stitched over it, and drawn flat it would give lines
 * across the whole map. Only polygons that cross are projected: projecting all turns a tiny badly wound ring into the globe.
 * @param {'50m' | '10m'} scale
 */
export function worldCountries(scale) {
  const file = fileURLToPath(import.meta.resolve(`world-atlas/countries-${scale}.json`))
  const world = JSON.parse(readFileSync(file, 'utf8'))
  return feature(world, world.objects.countries).features.map(({ id, properties, geometry }) => {
    const coordinates = polygonsOf(geometry).flatMap((polygon) =>
      crossesDateLine(polygon) ? polygonsOf(geoProject({ type: 'Polygon', coordinates: polygon }, flat())) : [polygon],
    )
    for (const rings of coordinates)
      if (ringArea(rings[0]) > 10_000) throw new Error(`${scale}: ${properties.name} covers the globe`)
    return { type: 'Feature', id, properties, geometry: { type: 'MultiPolygon', coordinates } }
  })
}

// The cut itself (±180°) and the foot of Antarctica are not coasts.
const isEdge = ([x, y]) => Math.abs(x) > 179.99 || y < -89.9
const withoutEdges = (lines) =>
  lines.flatMap((line) => {
    const runs = [[]]
    line.forEach((point, i) => {
      if (i > 0 && isEdge(point) && isEdge(line[i - 1])) runs.push([])
      runs.at(-1).push(point)
    })
    return runs.filter((run) => run.length > 1)
  })

/**
 * Land (polygons), coast and borders (lines) of one level of detail, as GeoJSON geometries.
 * @param {ReturnType<typeof worldCountries>} countries
 * @param {number} area least area of a triangle of the outline in square degrees (Visvalingam), about one pixel at the level's top zoom
 */
export function worldLevel(countries, area) {
  let world = simplify(
    presimplify(topology({ countries: { type: 'FeatureCollection', features: countries } }, 1e6)),
    area,
  )
  world = filter(world, filterAttachedWeight(world, area))
  world.arcs = world.arcs.map((arc) => arc.map(([x, y]) => [x, y]))
  return {
    land: merge(world, world.objects.countries.geometries),
    coast: {
      type: 'MultiLineString',
      coordinates: withoutEdges(mesh(world, world.objects.countries, (a, b) => a === b).coordinates),
    },
    borders: mesh(world, world.objects.countries, (a, b) => a !== b),
  }
}
