import { z } from 'zod'
import { publicActorId } from '@/modules/actors/actor-address.queries'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { flowingTypes, type Line, lineSchema, type Selection } from '@/modules/map/map.schema'
import * as sql from '@/modules/map/map.sql'
import { relationWhere } from '@/modules/relations/relation.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { direction, groupOf, relationStates, relationType } from '@/modules/taxonomy/taxonomy.schema'
import { db } from '@/platform/db'
import { keptPerVersion } from '@/platform/list'
import { prepared, preparedIfOnly } from '@/platform/prepared'

const farEnd = z.object({
  slug: z.string(),
  type: relationType,
  direction,
  from_position: z.number(),
  position: z.number(),
  state: z.enum(relationStates),
  started: z.string().nullable(),
  from_longitude: z.number(),
  from_latitude: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  country: z.string(),
  name: z.string(),
  language: z.string().nullable(),
})

/** The direction of a relation is told from its first party (2-domain). */
function flowOf(end: z.output<typeof farEnd>): Line['flow'] {
  if (!flowingTypes.has(end.type) || end.direction === 'none') return null
  if (end.from_position === 0) return end.direction
  return end.position === 0 ? (end.direction === 'out' ? 'in' : 'out') : null
}

const mostEnds = 3000
const liveliness = ['active', 'planned', 'dormant', 'suspended', 'ended']

/**
 * The lines of a selected actor (to the other ends of its public relations) or of a selected relation (from its holder,
 * else its first party with a point). One line per far place and group; the filters of the list hold for lines too.
 */
export async function findLines(selection: Selection, filter: Filter, locale: string): Promise<Line[]> {
  const { bbox: _bbox, kind: _kind, sort: _sort, after: _after, zoom: _zoom, ...shared } = filter
  const key = `lines ${locale} ${JSON.stringify(selection)} ${JSON.stringify(shared)}`
  return keptPerVersion(key, () => readLines(selection, shared, locale))
}

async function readLines(selection: Selection, shared: Filter, locale: string): Promise<Line[]> {
  const ends = await ('actor' in selection
    ? linesOfActor(await idOfActor(selection.actor, locale), shared, locale)
    : db.$queryRaw<unknown[]>(
        prepared(sql.farEnds(sql.isRelation(selection.relation), sql.isHolder, locale, mostEnds)),
      ))
  const lines = new Map<string, Line>()
  for (const raw of ends) {
    const end = farEnd.parse(raw)
    // In the same town: a tie, but no line.
    if (end.from_longitude === end.longitude && end.from_latitude === end.latitude) continue
    const group = groupOf(end.type)
    const key = `${group} ${end.longitude.toFixed(3)} ${end.latitude.toFixed(3)}`
    const line = lines.get(key)
    const record = { slug: end.slug, type: end.type }
    if (line === undefined) {
      lines.set(
        key,
        lineSchema.parse({
          from: [end.from_longitude, end.from_latitude],
          to: [end.longitude, end.latitude],
          group,
          flow: flowOf(end),
          state: end.state,
          count: 1,
          name: end.name,
          language: end.language,
          country: end.country,
          since: end.started?.slice(0, 4) ?? null,
          relations: [record],
        }),
      )
      continue
    }
    if (line.flow !== flowOf(end)) line.flow = null
    const isNew = !line.relations.some(({ slug }) => slug === record.slug)
    if (isNew) line.relations.push(record)
    line.count = line.relations.length
    if (liveliness.indexOf(end.state) < liveliness.indexOf(line.state)) line.state = end.state
    const since = end.started?.slice(0, 4)
    if (since !== undefined && (line.since === null || since < line.since)) line.since = since
  }
  // The oldest of equals first, always in one order: where names are in each other's way, the first is shown.
  return [...lines.values()].sort(
    (a, b) =>
      b.count - a.count ||
      (a.since ?? '9999').localeCompare(b.since ?? '9999', 'en') ||
      a.name.localeCompare(b.name, 'en'),
  )
}

/** The page of an actor has read it already: whether it is public is all that is asked then. */
const idOfActor = async (key: string, locale: string): Promise<string> =>
  (await publicActorId(key)) ?? (await getActor(null, key, locale)).id

async function linesOfActor(id: string, filter: Filter, locale: string): Promise<unknown[]> {
  const where = await relationWhere({ ...filter, scope: filter.scope ?? 'all', partyId: id })
  return db.$queryRaw<unknown[]>(
    preparedIfOnly(['scope'], filter, sql.farEnds(where, sql.isActor(id), locale, mostEnds)),
  )
}
