import { countryName } from '@/core/country'
import type { LonLat } from '@/core/mercator'
import { areaKm2, pointWithin, type Polygons } from '@/core/polygon'
import { boundarySchema } from '@/modules/places/border.queries'
import { countryAreas } from '@/modules/places/country-area.schema'
import { type Area, type AreaLevel } from '@/modules/places/place.schema'
import { db } from '@/platform/db'

/** Reference data changes with a release only: what was worked out from outlines is kept as long as the process lives. */
const known = new Map<AreaLevel, Promise<ReadonlyMap<string, Area>>>()

const areaOf = (code: string, country: string, name: string, polygons: Polygons): Area => ({
  ...{ code, country, name, at: rounded(pointWithin(polygons)), km2: Math.round(areaKm2(polygons)) },
})
const rounded = ([longitude, latitude]: LonLat): LonLat => [Number(longitude.toFixed(3)), Number(latitude.toFixed(3))]

async function nutsAreas(level: number): Promise<ReadonlyMap<string, Area>> {
  const rows = await db.nutsRegion.findMany({
    where: { level },
    select: { code: true, country: true, name: true, boundary: true },
    orderBy: { version: 'asc' },
  })
  return new Map(
    rows.map(({ code, country, name, boundary }) => [
      code,
      areaOf(code, country, name, boundarySchema.parse(boundary)),
    ]),
  )
}

/** All countries, or all NUTS regions of a level, by code, with the point where a mark stands for each. */
export async function areasOf(level: AreaLevel): Promise<ReadonlyMap<string, Area>> {
  if (level === 'country') return countryAreas
  const found = known.get(level)
  if (found !== undefined) return found
  const loading = nutsAreas(Number(level.slice(-1)))
  known.set(level, loading)
  // An empty answer may come before the reference data: it is asked for again.
  void loading.then((areas) => areas.size === 0 && known.delete(level)).catch(() => known.delete(level))
  return loading
}

/** Names of places by their signs: countries in the reader's language, regions and cities in Latin script. */
export async function namesOfSigns(signs: readonly string[], locale: string): Promise<ReadonlyMap<string, string>> {
  const cities = signs.filter((sign) => /^\d+$/.test(sign)).map(Number)
  const regions = signs.filter((sign) => /^[A-Z]/.test(sign) && sign.length > 2)
  const [places, nuts] = await Promise.all([
    cities.length === 0 ? [] : db.place.findMany({ where: { id: { in: cities } }, select: { id: true, name: true } }),
    regions.length === 0
      ? []
      : db.nutsRegion.findMany({ where: { code: { in: regions } }, select: { code: true, name: true } }),
  ])
  const names = new Map<string, string>()
  for (const sign of signs) if (/^[A-Z]{2}$/.test(sign)) names.set(sign, countryName(sign, locale))
  for (const { id, name } of places) names.set(String(id), name)
  for (const { code, name } of nuts) names.set(code, name)
  return names
}
