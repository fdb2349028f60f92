import { Hono } from 'hono'
import { isAppError } from '@/core/app-error'
import { locales } from '@/core/localized'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { findFacet } from '@/modules/map/facet.queries'
import { facetKey, subject } from '@/modules/taxonomy/facet.schema'
import { filterKeys, filterOf, strangeIn } from '@/modules/taxonomy/filter.schema'
import { badParameters, publicAnswer, refuseOtherVerbs } from './answer'

// The answers to a filter with their numbers, asked for when somebody opens it. Public, as all of /api/map.
export const facets = new Hono()

const known: ReadonlySet<string> = new Set([...filterKeys, 'of', 'facet', 'actor', 'lang'])

/** The id of a public actor, or null. */
async function actorId(slug: string): Promise<string | null> {
  try {
    return (await getActor(null, slug, 'en')).id
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}

facets.get('/', async (c) => {
  const params = new URL(c.req.url).searchParams
  const { filter, ignored } = filterOf(params)
  const of = subject.safeParse(c.req.query('of') ?? 'actors')
  const facet = facetKey.safeParse(c.req.query('facet'))
  const lang = c.req.query('lang') ?? 'en'
  const locale = locales.find((one) => one === lang)
  const actor = c.req.query('actor')
  const partyId = actor === undefined ? undefined : await actorId(actor)
  const strange = [...strangeIn(params, known), ...ignored]
  if (!of.success) strange.push('of')
  if (!facet.success) strange.push('facet')
  if (locale === undefined) strange.push('lang')
  if (partyId === null || (actor !== undefined && of.data === 'actors')) strange.push('actor')
  if (strange.length > 0 || !of.success || !facet.success || locale === undefined) return badParameters(strange)
  const asked = { ...filter, ...(typeof partyId === 'string' && { partyId }) }
  return publicAnswer(await findFacet({ of: of.data, facet: facet.data, filter: asked, locale }))
})

refuseOtherVerbs(facets, { isOpen: true })
