import { AppError, type FieldProblem } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canReadActor } from '@/modules/actors/actor.policy'
import type { NewRelation } from '@/modules/relations/relation.schema'
import { relationTypeFacts } from '@/modules/taxonomy/taxonomy.schema'
import { homesOf } from '@/modules/territories/territory.queries'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** What a save needs to know of one relation's ends. `names` and `homes` follow the order of the parties. */
export type KnownEnds = { names: string[]; homes: (string | null)[]; countries: string[]; holderHome: string | null }

/** Asks for many ids a few thousand at a time: a statement carries at most 32,767 parameters. */
async function inPortions<Id, Row>(ids: readonly Id[], find: (portion: Id[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += 5000) rows.push(...(await find(ids.slice(at, at + 5000))))
  return rows
}

/**
 * Looks up every actor and place of these relations at once. Throws `invalid` naming the field when an end is unknown
 * (or not for this viewer's eyes), or when a type that is international by nature joins one country only.
 */
export async function knownEnds(
  viewer: Viewer | null,
  relations: readonly NewRelation[],
  client: Transaction = db,
): Promise<KnownEnds[]> {
  const parties = relations.flatMap((relation) => relation.parties)
  const actorIds = new Set(parties.flatMap((end) => ('actorId' in end ? [end.actorId] : [])))
  for (const { holderId } of relations) if (holderId !== undefined) actorIds.add(holderId)
  const placeIds = new Set(parties.flatMap((end) => ('placeId' in end ? [end.placeId] : [])))
  const actors = await inPortions([...actorIds], (ids) =>
    client.actor.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        country: true,
        homeTerritoryId: true,
        territoryId: true,
        status: true,
        visibility: true,
        names: { where: { isOriginal: true }, select: { value: true } },
      },
    }),
  )
  const places = await inPortions([...placeIds], (ids) =>
    client.place.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, country: true, longitude: true, latitude: true },
    }),
  )
  const actorById = new Map(actors.filter((actor) => canReadActor(viewer, actor)).map((actor) => [actor.id, actor]))
  const placeById = new Map(places.map((place) => [place.id, place]))
  const points = parties.map((end) => {
    if ('placeId' in end) return placeById.get(end.placeId) ?? null
    if ('country' in end && end.longitude !== undefined && end.latitude !== undefined)
      return { longitude: end.longitude, latitude: end.latitude }
    return null
  })
  const homes = await homesOf(points)
  let at = 0
  return relations.map((relation, row) => {
    const problems: FieldProblem[] = []
    const own = homes.slice(at, (at += relation.parties.length))
    const ends = relation.parties.map((end, index) => {
      if ('country' in end) return { name: end.placeName ?? end.country, country: end.country }
      const actor = 'actorId' in end ? actorById.get(end.actorId) : undefined
      const found =
        'placeId' in end
          ? placeById.get(end.placeId)
          : actor && { name: actor.names[0]?.value ?? '', country: actor.country }
      if (found === undefined) problems.push({ field: `parties.${index}`, message: 'partyUnknown' })
      return { name: found?.name ?? '', country: found?.country ?? '' }
    })
    const holder = relation.holderId === undefined ? null : actorById.get(relation.holderId)
    if (holder === undefined) problems.push({ field: 'holderId', message: 'unknown' })
    const countries = [...new Set(ends.map((end) => end.country))]
    if (problems.length === 0 && relationTypeFacts[relation.type].mustBeInternational && countries.length < 2)
      problems.push({ field: 'type', message: 'mustBeInternational' })
    if (problems.length > 0) throw new AppError('invalid', 'invalid', { row: row + 1 }, problems)
    return { names: ends.map((end) => end.name), homes: own, countries, holderHome: holder?.homeTerritoryId ?? null }
  })
}
