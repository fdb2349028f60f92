import { getTranslations } from 'next-intl/server'
import type { Bbox } from '@/core/bbox'
import { bboxText, middleOf } from '@/core/view-box'
import { listedBox, type MapState, type Show, shownStates } from '@/modules/map/map-state.schema'
import type { Scene } from '@/modules/map/scene.queries'
import { labelIn } from '@/modules/map/ui/label-in'
import type { LineCentre } from '@/modules/map/ui/line-marks.client'
import type { StageProps } from '@/modules/map/ui/map-stage.client'
import type { YearsAsked } from '@/modules/map/ui/time-bar.client'
import { askedOf } from '@/modules/taxonomy/filter.schema'
import { actorKinds, relationGroups, relationStates } from '@/modules/taxonomy/taxonomy.schema'
import type { Settings } from '@/platform/settings'
import { overviewOf } from './overview'

const europe: Bbox = [-12, 35, 32, 66]

type Given = { state: MapState; scene: Scene; query: URLSearchParams; tiles: Settings['tiles'] }

/** Slug of what is selected, or null. */
export const selectedOf = (scene: Scene): string | null =>
  scene.kind === 'actor' ? scene.actor.slug : scene.kind === 'relation' ? scene.relation.slug : null

/** What the map shows in place of a selection. */
export const showOf = ({ kind }: Scene): Show => (kind === 'flows' || kind === 'regions' ? kind : 'actors')

const entries = <Key extends string>(keys: readonly Key[], word: (key: Key) => string) =>
  keys.map((key): [Key, string] => [key, word(key)])

/** What the map needs to know of a scene, in the reader's language. */
export async function stageOf(locale: string): Promise<(given: Given) => StageProps> {
  const [t, taxonomy, overview] = await Promise.all([
    getTranslations('map'),
    getTranslations('taxonomy'),
    overviewOf(locale),
  ])
  const base = (key: 'map' | 'keyboard' | 'zoomIn' | 'zoomOut') => t(`base.${key}`)
  return ({ state, scene, query, tiles }) => ({
    locale,
    labels: { map: base('map'), keyboard: base('keyboard'), zoomIn: base('zoomIn'), zoomOut: base('zoomOut') },
    words: {
      actors: t('legend.actors'),
      lines: t('legend.lines'),
      everything: t('legend.everything'),
      stale: t('legend.stale'),
      width: t('legend.width'),
      kinds: entries(actorKinds, (kind) => taxonomy(`kind.${kind}`)),
      groups: entries(relationGroups, (group) => taxonomy(`group.${group}`)),
      states: entries(relationStates, (relationState) => taxonomy(`state.${relationState}`)),
    },
    view: state.view,
    place: placeOf(state, scene),
    listBox: boxText(state),
    query: doorQuery(query, state, locale),
    order: scene.kind === 'actors' ? scene.page.rows.map(({ slug }) => slug) : [],
    spot: state.here,
    selection:
      scene.kind === 'actor' || scene.kind === 'relation'
        ? { id: selectedOf(scene) ?? '', lines: scene.lines, centre: centreOf(scene, locale) }
        : null,
    overview: overview(scene, query),
    tiles,
  })
}

function boxText(state: MapState): string {
  const box = listedBox({ ...state, here: null })
  return box === null ? '' : bboxText(box)
}

/** The middle and zoom of the address; else everything the scene shows; else Europe. */
function placeOf({ view }: MapState, { extent }: Scene): StageProps['place'] {
  if (view !== null) return { center: middleOf(view.bbox), zoom: view.zoom }
  if (extent === null) return { bounds: europe }
  const [west, south, east, north] = extent
  // One town: with its surroundings, or nobody knows where it is.
  const isSmall = Math.abs(east - west) < 0.5 && north - south < 0.5
  return isSmall ? { center: middleOf(extent), zoom: 7 } : { bounds: extent }
}

/** The filters that the page understood: the door refuses any other. */
function doorQuery(query: URLSearchParams, { filter }: MapState, locale: string): string {
  const asked = askedOf(query, filter)
  asked.set('lang', locale)
  return asked.toString()
}

/** What the slider of the years stands on: relations under the filters, or those of the selected actor. */
export function yearsAsked(query: URLSearchParams, { filter }: MapState, scene: Scene): YearsAsked {
  const asked = askedOf(query, filter)
  if (scene.kind === 'actor') {
    asked.delete('kind')
    asked.set('actor', scene.actor.slug)
    asked.set('scope', filter.scope ?? 'all')
    asked.set('state', (filter.state ?? shownStates).join(','))
  }
  return { ask: asked.toString(), since: filter.since ?? null, until: filter.until ?? null }
}

function centreOf(scene: Extract<Scene, { kind: 'actor' | 'relation' }>, locale: string): LineCentre | null {
  if (scene.kind === 'actor') {
    const { slug, kind, longitude, latitude } = scene.actor
    if (longitude === null || latitude === null) return null
    return { id: slug, at: [longitude, latitude], name: labelIn(scene.actor, locale).value, kind }
  }
  const [from] = scene.lines.map((line) => line.from)
  const party = scene.relation.parties.find(
    ({ actor, longitude, latitude }) => actor !== null && longitude === from?.[0] && latitude === from[1],
  )
  if (!from || !party?.actor) return null
  return { id: party.actor.slug, at: from, name: party.name.value, kind: party.actor.kind }
}
