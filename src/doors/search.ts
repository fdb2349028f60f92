import { Hono } from 'hono'
import { search as findEverything } from '@/modules/search/search.queries'
import { searchParams } from '@/modules/search/search.schema'
import { strangeIn } from '@/modules/taxonomy/filter.schema'
import { badParameters, publicAnswer, refuseOtherVerbs } from './answer'

/**
 * One question to the whole register, for programs and for the search field while somebody types. Cookies are ignored:
 * everybody reads the public view.
 */
export const search = new Hono()

const known: ReadonlySet<string> = new Set(Object.keys(searchParams.shape))

search.get('/', async (c) => {
  const asked = new URL(c.req.url).searchParams
  const params = searchParams.safeParse(c.req.query())
  const wrong = params.success ? [] : params.error.issues.map((issue) => String(issue.path[0]))
  const strange = [...strangeIn(asked, known), ...wrong]
  if (!params.success || strange.length > 0) return badParameters(strange)
  const { q, limit, lang, kinds } = params.data
  return publicAnswer(await findEverything(q, { limit, locale: lang, kinds }))
})

refuseOtherVerbs(search, { isOpen: true })
