import { Hono } from 'hono'
import { requireThat } from '@/core/app-error'
import { countryName } from '@/core/country'
import { isId } from '@/core/id'
import { locales } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findLikelyTwins, searchActors } from '@/modules/actors/actor.queries'
import type { ActorSummary } from '@/modules/actors/actor.schema'
import { searchPlaces } from '@/modules/places/place.queries'
import { searchRegions } from '@/modules/practices/practice-reference.queries'
import { suggestRelations } from '@/modules/relations/relation-desk.queries'
import { findTiesBetween } from '@/modules/relations/relation.queries'
import { findTerritories } from '@/modules/territories/territory.queries'
import { viewerOfRequest } from '@/platform/session-request'
import { refusal, refuseOtherVerbs } from './answer'

// What forms of ours ask while somebody types. For whoever edits; answers differ by viewer, so nobody keeps them.
export const suggest = new Hono()

// NUL stands in no text of the database, which would call it a fault of ours.
const asked = (value: string | undefined) => (value ?? '').replaceAll('\0', ' ').slice(0, 200)
const limit = 8

type Question = {
  viewer: Viewer
  locale: string
  q: string
  query: (name: string) => string | undefined
  all: string[][]
}

/** One door: who asks, in which language, what was typed. */
function door(path: string, answer: (question: Question) => Promise<unknown>) {
  suggest.get(path, async (c) => {
    try {
      const viewer = await viewerOfRequest(c.req.raw)
      requireThat(viewer !== null && (viewer.isAdmin || viewer.territoryIds.length > 0), viewer)
      const locale = locales.find((known) => known === c.req.query('lang')) ?? 'en'
      const all = [c.req.queries('actor') ?? [], c.req.queries('place') ?? []]
      const body = await answer({ viewer, locale, q: asked(c.req.query('q')), query: (name) => c.req.query(name), all })
      return c.json(body, 200, { 'cache-control': 'private, no-store' })
    } catch (error) {
      return refusal(error)
    }
  })
}

const actorAnswer = (actor: ActorSummary, locale: string) => ({
  id: actor.id,
  slug: actor.slug,
  name: actor.name.value,
  kind: actor.kind,
  where: [actor.city, countryName(actor.country, locale)].filter((part) => part !== null).join(', '),
})

/** The countries of the viewer's territories: their places come first. */
async function homeCountries(viewer: Viewer, locale: string): Promise<string[]> {
  const { rows: territories } = await findTerritories({}, { locale })
  return [...new Set(territories.filter(({ id }) => viewer.territoryIds.includes(id)).map(({ country }) => country))]
}

async function places({ viewer, locale, q }: Question, countries?: readonly string[]) {
  if (q.trim().length < 2) return []
  const found = await searchPlaces(q, { near: countries ?? (await homeCountries(viewer, locale)), limit })
  return found.map(({ id, name, region, country, longitude, latitude }) => ({
    ...{ id, name, country, longitude, latitude },
    where: [region, countryName(country, locale)].filter((part) => part !== null).join(', '),
  }))
}

const actors = async ({ viewer, locale, q }: Question) =>
  (await searchActors(viewer, q, { limit, locale })).map((actor) => actorAnswer(actor, locale))

door('/actors', actors)
door('/places', places)
// The other end of a relation is abroad more often than not: no country comes first.
door('/parties', async (question) => ({ actors: await actors(question), places: await places(question, []) }))

door('/twins', async ({ viewer, locale, q, query }) => {
  const country = asked(query('country'))
  const except = asked(query('except'))
  const found = await findLikelyTwins(viewer, {
    name: q,
    locale,
    ...(country !== '' && { country }),
    ...(isId(except) && { exceptId: except }),
  })
  return found.map((actor) => actorAnswer(actor, locale))
})

door('/ties', async ({ locale, query, all: [actorIds = [], placeIds = []] }) => {
  const except = asked(query('except'))
  const role = 'partner' as const
  const parties = [
    ...actorIds.filter(isId).map((actorId) => ({ actorId, role })),
    ...placeIds.filter((id) => /^\d{1,9}$/.test(id)).map((id) => ({ placeId: Number(id), role })),
  ].slice(0, 50)
  const found = await findTiesBetween(parties, { locale, ...(isId(except) && { exceptId: except }) })
  return found.map(({ slug, type, title, parties: ends, started }) => ({
    ...{ slug, type, started },
    name: title?.value ?? ends.map((end) => end.name.value).join(' – '),
  }))
})

door('/relations', async ({ viewer, locale, q }) =>
  (await suggestRelations(viewer, q, { limit, locale })).map(({ id, type, title, parties: ends, started }) => ({
    ...{ id, type, started },
    name: title?.value ?? ends.map((end) => end.name.value).join(' – '),
  })),
)

door('/regions', async ({ locale, q }) =>
  (await searchRegions(q, limit)).map(({ code, name, country }) => ({
    ...{ code, name, country },
    where: [code, countryName(country, locale)].join(', '),
  })),
)

refuseOtherVerbs(suggest)
