import { AppError, type FieldProblem } from '@/core/app-error'
import { plainLetters } from '@/core/letters'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import { areasOf } from '@/modules/places/area.queries'
import type { Area, AreaLevel } from '@/modules/places/place.schema'
import type { PracticePoint } from '@/modules/practices/practice.row'
import type { NewPractice } from '@/modules/practices/practice.schema'
import { canReadRelation } from '@/modules/relations/relation.policy'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** A practice with what its place and region say of its country, and the point it stands at. */
export type KnownPractice = { practice: NewPractice; point: PracticePoint; missing: readonly string[] }

const levelOf = (code: string): AreaLevel => (code.length === 3 ? 'nuts1' : code.length === 4 ? 'nuts2' : 'nuts3')
const regionOf = async (code: string | undefined): Promise<Area | undefined> =>
  code === undefined ? undefined : (await areasOf(levelOf(code))).get(code)

const curated = { id: true, territoryId: true, status: true, visibility: true } as const
const unique = <Value>(values: readonly Value[]) => [...new Set(values)]

/**
 * Looks up at once what these practices name: places, regions, actors, relations. `missing` holds the ids that no record
 * has, or none for this viewer's eyes. Throws `invalid` when a place or region is unknown, or lies in another country.
 */
export async function knownPractices(
  viewer: Viewer | null,
  practices: readonly NewPractice[],
  client: Transaction = db,
): Promise<KnownPractice[]> {
  const actorIds = unique(
    practices.flatMap(({ inChargeId, actors }) => [...actors, ...(inChargeId ? [inChargeId] : [])]),
  )
  const relationIds = unique(practices.flatMap(({ relations }) => relations))
  const placeIds = unique(practices.flatMap(({ placeId }) => (placeId === undefined ? [] : [placeId])))
  const actors = await client.actor.findMany({ where: { id: { in: actorIds } }, select: curated })
  const relations = await client.relation.findMany({ where: { id: { in: relationIds } }, select: curated })
  const places = await client.place.findMany({
    where: { id: { in: placeIds } },
    select: { id: true, country: true, longitude: true, latitude: true },
  })
  const countries = await areasOf('country')
  const seen = new Set([
    ...actors.filter((actor) => canReadActor(viewer, actor)).map(({ id }) => id),
    ...relations.filter((relation) => canReadRelation(viewer, relation)).map(({ id }) => id),
  ])
  const missing = [...actorIds, ...relationIds].filter((id) => !seen.has(id))
  const placeById = new Map(places.map((place) => [place.id, place]))
  return Promise.all(
    practices.map(async (practice, row) => {
      const place = practice.placeId === undefined ? undefined : placeById.get(practice.placeId)
      const region = await regionOf(practice.nutsCode)
      const country = practice.country ?? place?.country ?? region?.country
      const problems: FieldProblem[] = []
      if (practice.placeId !== undefined && place === undefined)
        problems.push({ field: 'placeId', message: 'placeUnknown' })
      if (practice.nutsCode !== undefined && region === undefined)
        problems.push({ field: 'nutsCode', message: 'unknown' })
      if (place !== undefined && place.country !== country)
        problems.push({ field: 'placeId', message: 'countryMismatch', values: { country: place.country } })
      if (region !== undefined && region.country !== country)
        problems.push({ field: 'nutsCode', message: 'countryMismatch', values: { country: region.country } })
      if (problems.length > 0) throw new AppError('invalid', 'invalid', { row: row + 1 }, problems)
      const area = country === undefined ? undefined : countries.get(country)
      return {
        practice: country === undefined ? practice : { ...practice, country },
        missing,
        point:
          place !== undefined
            ? { longitude: place.longitude, latitude: place.latitude, precision: 'city' as const }
            : region !== undefined
              ? { longitude: region.at[0], latitude: region.at[1], precision: 'region' as const }
              : area !== undefined
                ? { longitude: area.at[0], latitude: area.at[1], precision: 'country' as const }
                : null,
      }
    }),
  )
}

/** Regions of NUTS 1 to 3 by a part of their name or their code, larger ones first. */
export async function searchRegions(
  text: string,
  limit: number,
): Promise<{ code: string; name: string; country: string }[]> {
  const wanted = plainLetters(text)
  if (wanted.length < 2) return []
  const levels = await Promise.all((['nuts1', 'nuts2', 'nuts3'] as const).map(areasOf))
  const found = levels.flatMap((areas) =>
    [...areas.values()].flatMap(({ code, country, name }) =>
      name !== null && (plainLetters(name).includes(wanted) || code.toLowerCase() === wanted)
        ? [{ code, country, name }]
        : [],
    ),
  )
  const begins = ({ name }: { name: string }) => (plainLetters(name).startsWith(wanted) ? 0 : 1)
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, limit)
}
