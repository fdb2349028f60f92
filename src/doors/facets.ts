import { Hono } from 'hono'
import { isAppError } from '@/core/app-error'
import { locales } from '@/core/localized'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { findFacet } from '@/modules/map/facet.queries'
import { findPracticeFacet } from '@/modules/practices/practice-facet.queries'
import { anyFacet, facetKey, practiceFacet, subject } from '@/modules/taxonomy/facet.schema'
import { allFilterKeys, filterKeys, filterOf, strangeIn } from '@/modules/taxonomy/filter.schema'
import { badParameters, jsonMade, keptAnswer, refuseOtherVerbs } from './answer'

// The answers to a filter with their numbers, asked for when somebody opens it. Public, as all of /api/map.
export const facets = new Hono()

const others = ['of', 'facet', 'actor', 'lang']
const known: ReadonlySet<string> = new Set([...filterKeys, ...others])
const knownOfPractices: ReadonlySet<string> = new Set([...allFilterKeys, ...others])

/** Whose relations are asked for: a part of a filter, empty without a name; null when no public actor has it. */
export async function actorAsked(slug: string | undefined): Promise<{ partyId?: string } | null> {
  if (slug === undefined) return {}
  try {
    return { partyId: (await getActor(null, slug, 'en')).id }
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}

facets.get('/', (c) =>
  keptAnswer(c, async () => {
    const params = new URL(c.req.url).searchParams
    const of = subject.safeParse(c.req.query('of') ?? 'actors')
    const isOfPractices = of.data === 'practices'
    const { filter, ignored } = filterOf(params, isOfPractices ? allFilterKeys : filterKeys)
    const facet = (isOfPractices ? anyFacet : facetKey).safeParse(c.req.query('facet'))
    const lang = c.req.query('lang') ?? 'en'
    const locale = locales.find((one) => one === lang)
    const actor = await actorAsked(c.req.query('actor'))
    const strange = [...strangeIn(params, isOfPractices ? knownOfPractices : known), ...ignored]
    if (!of.success) strange.push('of')
    if (!facet.success) strange.push('facet')
    if (locale === undefined) strange.push('lang')
    if (actor === null || (actor.partyId !== undefined && of.data === 'actors')) strange.push('actor')
    if (strange.length > 0 || !of.success || !facet.success || locale === undefined) return badParameters(strange)
    if (of.data === 'practices') {
      const own = practiceFacet.safeParse(facet.data)
      if (!own.success || actor?.partyId !== undefined) return badParameters(own.success ? ['actor'] : ['facet'])
      const asked = { facet: own.data, filter, locale }
      return async () => jsonMade(await findPracticeFacet(asked))
    }
    const asked = { ...filter, ...actor }
    const question = { of: of.data, facet: facet.data, filter: asked, locale }
    return async () => jsonMade(await findFacet(question))
  }),
)

refuseOtherVerbs(facets, { isOpen: true })
