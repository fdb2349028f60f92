import { Hono } from 'hono'
import { findYears } from '@/modules/map/year.queries'
import { filterKeys, filterOf, strangeIn } from '@/modules/taxonomy/filter.schema'
import { badParameters, jsonMade, keptAnswer, refuseOtherVerbs } from './answer'
import { actorAsked } from './facets'

// When relations began, were renewed and ended: what the slider of years stands on.
export const years = new Hono()

const known: ReadonlySet<string> = new Set([...filterKeys, 'actor', 'lang'])

years.get('/', (c) =>
  keptAnswer(c, async () => {
    const params = new URL(c.req.url).searchParams
    const { filter, ignored } = filterOf(params)
    const actor = await actorAsked(c.req.query('actor'))
    const strange = [...strangeIn(params, known), ...ignored, ...(actor === null ? ['actor'] : [])]
    if (strange.length > 0 || actor === null) return badParameters(strange)
    return async () => jsonMade(await findYears({ ...filter, ...actor }))
  }),
)

refuseOtherVerbs(years, { isOpen: true })
