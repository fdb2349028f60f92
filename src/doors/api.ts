import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { locales } from '@/core/localized'
import { whole } from '@/core/number'
import type { Page } from '@/core/page'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { findActors, placeInActors } from '@/modules/actors/actor.queries'
import { getRelation } from '@/modules/relations/relation-detail.queries'
import { findRelations, placeInRelations } from '@/modules/relations/relation.queries'
import { type Filter, filterKeys, filterOf, listKeys } from '@/modules/taxonomy/filter.schema'
import { getTerritory, findTerritories } from '@/modules/territories/territory.queries'
import { viewerOfRequest } from '@/platform/session-request'
import { badParameters, refuseOtherVerbs } from './answer'

/** Read-only for now: lists with the filters of the pages, and one record by id or slug. */
export const api = new Hono()

const listParams = z.object({
  limit: whole(1, 1000).default(50),
  lang: z.enum(locales).default('en'),
  fields: z
    .string()
    .regex(/^[A-Za-z]+(,[A-Za-z]+)*$/)
    .transform((names) => new Set(names.split(',')))
    .optional(),
})

/** Only the fields asked for; id and slug always, so that a row can be found again. */
const chosen = (row: object, fields: ReadonlySet<string> | undefined): object =>
  fields === undefined
    ? row
    : Object.fromEntries(Object.entries(row).filter(([name]) => name === 'id' || name === 'slug' || fields.has(name)))

type Lister = (filter: Filter, page: { limit: number; locale: string }) => Promise<Page<object>>

const known: ReadonlySet<string> = new Set([...filterKeys, ...Object.keys(listParams.shape)])

/** Pages answer with what they understood; a program is told what it got wrong. */
async function list(c: Context, find: Lister, strangeTo: (filter: Filter) => readonly string[]): Promise<Response> {
  const url = new URL(c.req.url)
  const names = [...url.searchParams.keys()]
  const unknown = names.filter((name) => !known.has(name))
  const repeated = names.filter((name, index) => names.indexOf(name) !== index && !listKeys.has(name))
  const { filter, ignored } = filterOf(url.searchParams)
  const params = listParams.safeParse(c.req.query())
  const wrong = params.success ? [] : params.error.issues.map((issue) => String(issue.path[0]))
  const strange = [...unknown, ...repeated, ...ignored, ...strangeTo(filter)]
  if (!params.success || strange.length > 0) return badParameters([...strange, ...wrong])
  const { limit, lang, fields } = params.data
  const page = await find(filter, { limit, locale: lang })
  // The next address keeps every parameter of this one.
  if (page.next !== null) url.searchParams.set('after', page.next)
  const next = page.next === null ? null : `${url.pathname}${url.search}`
  return c.json({ data: page.rows.map((row) => chosen(row, fields)), page: { next, total: page.total } }, 200, headers)
}

const headers = { 'cache-control': 'private, no-cache' }
const langOf = (c: Context) => locales.find((locale) => locale === c.req.query('lang')) ?? 'en'

api.get('/actors', (c) => list(c, findActors, (filter) => placeInActors(filter).ignored))
api.get('/relations', (c) => list(c, findRelations, (filter) => placeInRelations(filter).ignored))
// One page, in one order.
api.get('/territories', (c) =>
  list(c, findTerritories, ({ sort, after }) => Object.keys({ ...(sort && { sort }), ...(after && { after }) })),
)

api.get('/actors/:key', async (c) => {
  const actor = await getActor(await viewerOfRequest(c.req.raw), c.req.param('key'), langOf(c))
  return c.json({ data: actor }, 200, { ...headers, etag: `"${String(actor.version)}"` })
})

api.get('/relations/:key', async (c) => {
  const relation = await getRelation(await viewerOfRequest(c.req.raw), c.req.param('key'), langOf(c))
  return c.json({ data: relation }, 200, { ...headers, etag: `"${String(relation.version)}"` })
})

api.get('/territories/:key', async (c) =>
  c.json({ data: await getTerritory(c.req.param('key'), langOf(c)) }, 200, headers),
)

refuseOtherVerbs(api)
