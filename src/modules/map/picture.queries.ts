import { countryName } from '@/core/country'
import { dateText } from '@/core/date-text'
import type { Locale } from '@/core/localized'
import { shownNameOf } from '@/modules/actors/actor.schema'
import { findActorMap } from '@/modules/map/actor-map.queries'
import type { Line } from '@/modules/map/map.schema'
import { listedBox, type MapState } from '@/modules/map/map-state.schema'
import type { Picture, PictureLine, PicturePlace } from '@/modules/map/picture.schema'
import { type Drawn, drawnFlows, drawnRegions } from '@/modules/map/picture-overview.queries'
import { groundFor, letters } from '@/modules/map/picture-material.queries'
import { type FlowsScene, getLabel, getScene, type RegionsScene, type Scene } from '@/modules/map/scene.queries'
import { findCodeEntries } from '@/modules/taxonomy/code-entry.queries'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { sectorName } from '@/modules/taxonomy/nace.schema'
import { actorKinds, relationGroups, relationStates } from '@/modules/taxonomy/taxonomy.schema'
import { findTerritories } from '@/modules/territories/territory.queries'
import { codeWords, plainWords } from '@/platform/message-words'

const europe = [-12, 35, 32, 66] as const

/** Who publishes the picture, and under which terms. */
export type PictureSite = { url: string; licence: string; isDemo: boolean }

/**
 * What the map of an address shows, as a picture says it: actors in view, flows, regions, or the lines of what is
 * selected, with title, legend, date and source. Public records only.
 */
export async function getPicture(state: MapState, locale: Locale, site: PictureSite): Promise<Picture> {
  const scene = await getScene(state, { limit: 1, locale })
  const box = state.view?.bbox ?? scene.extent ?? europe
  const [t, filters] = await Promise.all([plainWords('map', locale), filterSentence(state.filter, locale)])
  const { title, said, notes, ...drawn } = await drawnOf(scene, { state, locale, t })
  const date = dateText(locale, new Date(), 'day')
  return {
    title,
    subtitle: [...said, ...(filters === '' ? [] : [filters])].join(' · '),
    box,
    ground: groundFor(box),
    ...drawn,
    foot: [
      ...notes,
      ...(site.isDemo ? [t('picture.demo')] : []),
      t('picture.source', { date, licence: site.licence, address: addressOf(site.url) }),
      t('picture.ground', { shows: scene.kind === 'relation' || scene.kind === 'actor' ? 'lines' : scene.kind }),
    ],
    fonts: letters(),
    km: (length) => `${new Intl.NumberFormat(locale).format(length)} km`,
  }
}

type Told = { state: MapState; locale: Locale; t: Words }

async function drawnOf(scene: Scene, { state, locale, t }: Told): Promise<Drawn> {
  if (scene.kind === 'flows') return drawnFlows(scene, locale, t)
  if (scene.kind === 'regions') return drawnRegions(scene, locale, t)
  const drawn = await (scene.kind === 'actors' ? drawnActors(state, scene, locale) : drawnLines(scene, locale))
  return { ...drawn, areas: [], title: await titleOf(scene, locale, t), said: [], notes: [] }
}

/** Where the Atlas is found; nothing for one that only its own machine finds. */
export function addressOf(url: string): string {
  const { host, hostname } = new URL(url)
  return hostname === 'localhost' ? '' : ` (${host})`
}

/** Scenes of actors and their lines. */
type PictureScene = Exclude<Scene, FlowsScene | RegionsScene>

type Words = Awaited<ReturnType<typeof plainWords>>

async function titleOf(scene: PictureScene, locale: Locale, t: Words): Promise<string> {
  if (scene.kind === 'actors') return t('count.allPlain', { count: scene.page.total })
  if (scene.kind === 'relation') {
    const type = (await codeWords('type', locale))(scene.relation.type)
    const names = scene.relation.parties
      .slice(0, 3)
      .map(({ name, country }) => name.value || countryName(country, locale))
    return `${type}: ${names.join(' – ')}${scene.relation.parties.length > 3 ? ' …' : ''}`
  }
  const name = shownNameOf(scene.actor, locale).value
  const types = new Set(scene.lines.flatMap(({ relations }) => relations.map(({ type }) => type)))
  const areTwins = types.size > 0 && [...types].every((type) => type === 'twinning' || type === 'friendship_pact')
  const since = scene.lines.flatMap((line) => line.since ?? []).sort()[0]
  const countries = new Set(scene.lines.map(({ country }) => country)).size
  const said = t(areTwins ? 'sentence.twins' : 'sentence.relations', { name, count: scene.page.total, countries })
  return said + (since === undefined ? '' : t('sentence.since', { year: since }))
}

async function drawnActors(state: MapState, scene: PictureScene, locale: Locale) {
  const zoom = state.view?.zoom ?? zoomOf(scene.extent ?? europe)
  const box = listedBox(state)
  const { clusters, marks } = await findActorMap({ ...state.filter, ...(box && { bbox: box }) }, zoom, locale)
  const word = await codeWords('kind', locale)
  const places: PicturePlace[] = [
    ...clusters.map(({ at, count, byKind, territory }): PicturePlace => ({
      ...{ at, name: territory ?? '', note: '' },
      look: {
        is: 'cluster',
        count,
        byKind: actorKinds.flatMap((kind) => (byKind[kind] ? [[kind, byKind[kind]]] : [])),
      },
    })),
    ...marks.map(({ at, name, kind }): PicturePlace => ({ at, name, note: '', look: { is: 'kind', kind } })),
  ]
  const kinds = actorKinds.filter((kind) =>
    places.some(({ look }) =>
      look.is === 'kind' ? look.kind === kind : look.is === 'cluster' && look.byKind.some(([one]) => one === kind),
    ),
  )
  return { lines: [], places, legend: kinds.map((kind) => ({ is: 'kind' as const, kind, label: word(kind) })) }
}

/** The zoom at which a box fills a picture of 990 units; the whole world fits below 2. */
const zoomOf = ([west, , east]: readonly [number, number, number, number]) =>
  Math.max(
    1,
    Math.min(
      14,
      Math.floor(Math.log2((990 * 360) / 256 / Math.max(0.5, east < west ? east + 360 - west : east - west))),
    ),
  )

async function drawnLines(scene: Exclude<PictureScene, { kind: 'actors' }>, locale: Locale) {
  const [group, state] = await Promise.all([codeWords('group', locale), codeWords('state', locale)])
  const from = centreOf(scene, locale)
  const lines: PictureLine[] = scene.lines.map(({ from: start, to, ...line }) => ({ from: start, to, ...line }))
  const styles = relationGroups.flatMap((one) =>
    relationStates
      .filter((other) => lines.some((line) => line.group === one && line.state === other))
      .map((other) => [one, other] as const),
  )
  return {
    lines,
    places: [...(from === null ? [] : [from]), ...endsOf(scene.lines)],
    legend: styles.map(([one, other]) => ({
      ...{ is: 'line' as const, group: one, state: other },
      label: other === 'active' ? group(one) : `${group(one)}, ${state(other)}`,
    })),
  }
}

function centreOf(scene: Exclude<PictureScene, { kind: 'actors' }>, locale: Locale): PicturePlace | null {
  if (scene.kind === 'relation') {
    const [line] = scene.lines
    const party = scene.relation.parties.find(
      ({ longitude, latitude }) => longitude === line?.from[0] && latitude === line?.from[1],
    )
    return line === undefined
      ? null
      : { at: line.from, name: party?.name.value ?? '', note: '', look: { is: 'centre' } }
  }
  const { longitude, latitude } = scene.actor
  if (longitude === null || latitude === null) return null
  return { at: [longitude, latitude], name: shownNameOf(scene.actor, locale).value, note: '', look: { is: 'centre' } }
}

/** Each far place once, with the year of its first relation. */
function endsOf(lines: readonly Line[]): PicturePlace[] {
  const ends = new Map<string, PicturePlace>()
  for (const { to, name, group, since } of lines.toSorted((a, b) => b.count - a.count)) {
    const key = to.join()
    if (!ends.has(key)) ends.set(key, { at: to, name, note: since ?? '', look: { is: 'end', group } })
  }
  return [...ends.values()]
}

const lists: Readonly<Record<string, string>> = { kind: 'kindPlural', verified: 'freshness' }
const coded = ['kind', 'group', 'type', 'state', 'verified', 'scope'] as const

/** The filters that are on, in words: `Type: Twinning · Country: France, Spain`. */
async function filterSentence(filter: Filter, locale: Locale): Promise<string> {
  const t = await plainWords('filters', locale)
  const said: string[] = []
  const say = (key: string, words: readonly string[]) => {
    if (words.length > 0) said.push(t('named', { name: t(`key.${key}`), value: words.join(', ') }))
  }
  say('q', filter.q === undefined ? [] : [filter.q])
  for (const key of coded) {
    const word = await codeWords(lists[key] ?? key, locale)
    const values = filter[key]
    say(key, (Array.isArray(values) ? values : values === undefined ? [] : [values]).map(word))
  }
  say(
    'country',
    (filter.country ?? []).map((country) => countryName(country, locale)),
  )
  say(
    'sector',
    (filter.sector ?? []).map((sector) => sectorName(sector, locale)),
  )
  say('theme', filter.theme === undefined ? [] : await themeLabels(filter.theme, locale))
  say('programme', filter.programme === undefined ? [] : [filter.programme])
  if (filter.territory !== undefined) {
    const { rows } = await findTerritories({}, { locale })
    say('territory', [rows.find(({ slug }) => slug === filter.territory)?.name ?? filter.territory])
  }
  if (filter.holder !== undefined) say('holder', [(await getLabel(filter.holder, locale))?.name ?? filter.holder])
  if (filter.since !== undefined) said.push(t('sinceYear', { year: String(filter.since) }))
  if (filter.until !== undefined) said.push(t('untilYear', { year: String(filter.until) }))
  return said.join(' · ')
}

/** The names of themes in a language. */
export async function themeLabels(themes: readonly string[], locale: Locale): Promise<string[]> {
  const [word, entries] = await Promise.all([codeWords('theme', locale), findCodeEntries('theme')])
  return themes.map((code) => entries.find((entry) => entry.code === code)?.label[locale] ?? word(code))
}
