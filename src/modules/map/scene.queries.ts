import { greatCircle } from '@/core/arc'
import { isAppError } from '@/core/app-error'
import { type Bbox, isInBox } from '@/core/bbox'
import { type LonLat, wrapLongitude } from '@/core/mercator'
import type { Page } from '@/core/page'
import { boxAround } from '@/core/view-box'
import { actorSlugAfter, getActor } from '@/modules/actors/actor-detail.queries'
import { countActors, findActors } from '@/modules/actors/actor.queries'
import type { ActorDetail, ActorSummary } from '@/modules/actors/actor.schema'
import { extentOfActors } from '@/modules/map/actor-map.queries'
import { findFlows } from '@/modules/map/flow.queries'
import { type Flows, mostFlows, tieLevelAt } from '@/modules/map/flow.schema'
import { findLines } from '@/modules/map/map.queries'
import type { Line } from '@/modules/map/map.schema'
import { listedBox, type MapState, shownStates } from '@/modules/map/map-state.schema'
import { findRegions } from '@/modules/map/region.queries'
import { areaLevelAt, type Regions, type RegionValue } from '@/modules/map/region.schema'
import { getRelation, relationSlugAfter } from '@/modules/relations/relation-detail.queries'
import { countRelations, findRelations } from '@/modules/relations/relation.queries'
import type { RelationDetail, RelationSummary } from '@/modules/relations/relation.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import type { RelationState } from '@/modules/taxonomy/taxonomy.schema'

type Shared = {
  /** All actors under the filter, wherever they are. */
  all: number
  /** The box that holds everything the scene shows; null when nothing has a point. */
  extent: Bbox | null
}

type ActorsScene = Shared & { kind: 'actors'; page: Page<ActorSummary>; withoutPoint: number }
type ActorScene = Shared & {
  kind: 'actor'
  actor: ActorDetail
  page: Page<RelationSummary>
  lines: Line[]
  /** Relations that ended or are suspended: not shown until asked for (LOOK §1, rule 2). */
  hidden: number
}
export type FlowsScene = Shared & {
  kind: 'flows'
  found: Flows
  /** States that are counted: what ended or is suspended waits until it is asked for. */
  states: readonly RelationState[]
  /** All relations under the filter and states, and by type: ways to narrow. */
  total: number
  byType: Readonly<Record<string, number>>
}
export type RegionsScene = Shared & {
  kind: 'regions'
  found: Regions
  /** Regions around the view: their surface may reach into it. */
  around: readonly RegionValue[]
}
type RelationScene = Shared & { kind: 'relation'; relation: RelationDetail; lines: Line[] }

/** What panel and map show for an address. `isMissing`: it selects a record that is not there (any more). */
export type Scene = (ActorsScene | ActorScene | RelationScene | FlowsScene | RegionsScene) & { isMissing: boolean }

type Asked = { limit: number; locale: string }

/** The scene of an address, of public records only. */
export async function getScene(state: MapState, asked: Asked): Promise<Scene> {
  const all = countActors(state.filter).then((counts) => counts.total)
  if (state.relation !== null) {
    const scene = await unlessMissing(relationScene(state.relation, asked))
    if (scene !== null) return { ...scene, all: await all, isMissing: false }
  } else if (state.actor !== null) {
    const scene = await unlessMissing(actorScene(state.actor, state.filter, asked))
    if (scene !== null) return { ...scene, all: await all, isMissing: false }
  }
  const isMissing = state.relation !== null || state.actor !== null
  const overview =
    state.here !== null || state.show === 'actors'
      ? actorsScene(state, asked)
      : state.show === 'flows'
        ? flowsScene(state)
        : regionsScene(state)
  return { ...(await overview), all: await all, isMissing }
}

/** More relations of a chosen type or programme than this are not drawn from town to town while Europe is in view. */
const mostLines = 500

async function flowsScene({ filter, view, ...state }: MapState): Promise<Omit<FlowsScene, 'all'>> {
  const states = filter.state ?? shownStates
  const shown = { ...filter, state: [...states] }
  const box = listedBox({ view, here: state.here })
  const { total, byType } = await countRelations(shown)
  // A chosen type or programme is few enough to be seen from town to town, as the lines of a selected actor are.
  const isChosen = filter.type !== undefined || filter.programme !== undefined
  const level = isChosen && total <= mostLines ? 'city' : tieLevelAt(view?.zoom ?? 3)
  const found = await findFlows(shown, { level, box, most: mostFlows })
  const drawn = found.flows.map(({ ends: [one, other] }) => ({ from: one.at, to: other.at }))
  return { kind: 'flows', found, states, total, byType, extent: boxAround(pointsOf(drawn)) }
}

async function regionsScene({ filter, view, measure, base, here }: MapState): Promise<Omit<RegionsScene, 'all'>> {
  const level = areaLevelAt(view?.zoom ?? 4)
  const found = await findRegions(filter, { measure, base, level, box: null })
  const box = listedBox({ view, here })
  if (box === null) return { kind: 'regions', found, around: [], extent: null }
  const [inView, beyond] = [true, false].map((isIn) => found.regions.filter(({ at }) => isInBox(box, at) === isIn))
  const near = grown(box)
  return {
    ...{ kind: 'regions', found: { ...found, regions: inView ?? [] }, extent: null },
    around: (beyond ?? []).filter(({ at }) => isInBox(near, at)),
  }
}

/** A box and as much again on every side; the whole way round where it is wide. */
function grown([west, south, east, north]: Bbox): Bbox {
  const [wide, tall] = [east < west ? east + 360 - west : east - west, north - south]
  const [bottom, top] = [Math.max(-90, south - tall), Math.min(90, north + tall)]
  if (wide >= 120) return [-180, bottom, 180, top]
  return [wrapLongitude(west - wide), bottom, wrapLongitude(east + wide), top]
}

async function unlessMissing<Found>(work: Promise<Found>): Promise<Found | null> {
  try {
    return await work
  } catch (error) {
    if (isAppError(error) && (error.code === 'not-found' || error.code === 'gone')) return null
    throw error
  }
}

async function actorsScene(state: MapState, asked: Asked): Promise<Omit<ActorsScene, 'all'>> {
  const box = listedBox(state)
  const filter: Filter = { ...state.filter, ...(box && { bbox: box }), sort: state.filter.sort ?? 'relations' }
  const [page, { withoutPoint }, extent] = await Promise.all([
    findActors(filter, asked),
    countActors(filter),
    extentOfActors(state.filter),
  ])
  return { kind: 'actors', page, withoutPoint, extent }
}

async function actorScene(slug: string, filter: Filter, asked: Asked): Promise<Omit<ActorScene, 'all'>> {
  const actor = await getActor(null, slug, asked.locale).catch(async (error: unknown) => {
    const present = await actorSlugAfter(slug)
    if (present === null) throw error
    return getActor(null, present, asked.locale)
  })
  const { kind: _kind, state: states, sort, after, ...rest } = filter
  const shared = { ...rest, scope: filter.scope ?? ('all' as const) }
  const shown = { ...shared, state: states ?? shownStates }
  const listed = { ...shown, partyId: actor.id, sort: sort ?? ('-verified' as const), ...(after && { after }) }
  const [page, lines, counts] = await Promise.all([
    findRelations(listed, asked),
    findLines({ actor: actor.slug }, shown, asked.locale),
    countRelations({ ...shared, partyId: actor.id }),
  ])
  const hidden = states === undefined ? counts.total - page.total : 0
  const own: LonLat[] = actor.longitude === null || actor.latitude === null ? [] : [[actor.longitude, actor.latitude]]
  return { kind: 'actor', actor, page, lines, hidden, extent: boxAround([...own, ...pointsOf(lines)]) }
}

async function relationScene(slug: string, asked: Asked): Promise<Omit<RelationScene, 'all'>> {
  const relation = await getRelation(null, slug, asked.locale).catch(async (error: unknown) => {
    const present = await relationSlugAfter(slug)
    if (present === null) throw error
    return getRelation(null, present, asked.locale)
  })
  const lines = await findLines({ relation: relation.slug }, {}, asked.locale)
  const ends = relation.parties.flatMap(({ longitude, latitude }): LonLat[] =>
    longitude === null || latitude === null ? [] : [[longitude, latitude]],
  )
  return { kind: 'relation', relation, lines, extent: boxAround([...ends, ...pointsOf(lines)]) }
}

/** Ends and highest points of lines: a great circle to the other continent bows far to the north. */
const pointsOf = (lines: readonly { from: LonLat; to: LonLat }[]): LonLat[] =>
  lines.slice(0, 300).flatMap(({ from, to }) => [from, to, ...greatCircle(from, to).flat()])

/** Id, slug and name of a public actor, or null. */
export async function getLabel(
  slug: string,
  locale: string,
): Promise<{ id: string; slug: string; name: string } | null> {
  const actor = await unlessMissing(getActor(null, slug, locale))
  const labels = actor?.names.filter((name) => name.kind === 'label') ?? []
  const label = labels.find(({ language }) => language === locale) ?? labels[0]
  return actor === null ? null : { id: actor.id, slug: actor.slug, name: label?.value ?? '' }
}
