import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AppError } from '@/core/app-error'
import { found } from '@/core/found'
import type { Page } from '@/core/page'
import type { Viewer } from '@/core/viewer'
import { findTransfersOfPractice } from '@/modules/adoption/transfer.queries'
import { actorSlugAfter, getActor } from '@/modules/actors/actor-detail.queries'
import { findActors, placeInActors } from '@/modules/actors/actor.queries'
import { actorSummarySchema } from '@/modules/actors/actor.schema'
import { getPractice, practiceSlugAfter } from '@/modules/practices/practice-detail.queries'
import { findPractices, strangeToPractices } from '@/modules/practices/practice.queries'
import { practiceSummarySchema } from '@/modules/practices/practice.schema'
import { findPublicResults } from '@/modules/rounds/outcome.queries'
import { getRelation, relationSlugAfter } from '@/modules/relations/relation-detail.queries'
import { findRelations, placeInRelations } from '@/modules/relations/relation.queries'
import { relationSummarySchema } from '@/modules/relations/relation.schema'
import {
  allFilterKeys,
  type Filter,
  type FilterKey,
  filterKeys,
  filterOf,
  strangeIn,
} from '@/modules/taxonomy/filter.schema'
import { findTerritories, getTerritory, strangeToTerritories } from '@/modules/territories/territory.queries'
import { territorySummarySchema } from '@/modules/territories/territory.schema'
import { badParameters, refuseOtherVerbs } from './answer'
import { callerOf } from './api-caller'
import { docs } from './api-docs'
import { listParams } from './api-params'
import { apiWrite } from './api-write'

/** Lists with the filters of the pages, one record by id or slug, and writing. */
export const api = new Hono()

// What a script of another site may read of an answer; it has no cookie of ours, so it reads as a visitor or by key.
api.use(async (c, next) => {
  await next()
  c.header('access-control-allow-origin', '*')
  c.header('access-control-expose-headers', 'ETag, Location, Retry-After, X-Request-Id')
  c.header('vary', 'Authorization, Cookie, Origin')
})

/** Only the fields asked for; id and slug always, so that a row can be found again. */
const chosen = (row: object, fields: ReadonlySet<string> | undefined): object =>
  fields === undefined
    ? row
    : Object.fromEntries(Object.entries(row).filter(([name]) => name === 'id' || name === 'slug' || fields.has(name)))

type Kind = {
  find: (filter: Filter, page: { limit: number; locale: string }) => Promise<Page<object>>
  /** What of a filter means nothing in this list. */
  strangeTo: (filter: Filter) => readonly string[]
  row: z.ZodObject
  /** Filters it reads, when not those of actors and relations. */
  keys?: readonly FilterKey[]
}

/** Pages answer with what they understood; a program is told what it got wrong. */
async function list(c: Context, { find, strangeTo, row, keys = filterKeys }: Kind): Promise<Response> {
  // Lists are the public view for everybody; a key that opens nothing is told so all the same.
  if (c.req.header('authorization') !== undefined) await callerOf(c)
  const url = new URL(c.req.url)
  const { filter, ignored } = filterOf(url.searchParams, keys)
  const known: ReadonlySet<string> = new Set([...keys, ...Object.keys(listParams.shape)])
  const params = listParams.safeParse(c.req.query())
  const wrong = params.success
    ? [...(params.data.fields ?? [])].some((name) => !Object.hasOwn(row.shape, name))
      ? ['fields']
      : []
    : params.error.issues.map((issue) => String(issue.path[0]))
  const strange = [...strangeIn(url.searchParams, known), ...ignored, ...strangeTo(filter), ...wrong]
  if (!params.success || strange.length > 0) return badParameters(strange)
  const { limit, lang, fields } = params.data
  const page = await find(filter, { limit, locale: lang })
  // The next address keeps every parameter of this one.
  if (page.next !== null) url.searchParams.set('after', page.next)
  const next = page.next === null ? null : `${url.pathname}${url.search}`
  return c.json({ data: page.rows.map((one) => chosen(one, fields)), page: { next, total: page.total } }, 200, headers)
}

const headers = { 'cache-control': 'private, no-cache' }

api.get('/actors', (c) =>
  list(c, { find: findActors, strangeTo: (filter) => placeInActors(filter).ignored, row: actorSummarySchema }),
)
api.get('/relations', (c) =>
  list(c, { find: findRelations, strangeTo: (filter) => placeInRelations(filter).ignored, row: relationSummarySchema }),
)
api.get('/practices', (c) =>
  list(c, { find: findPractices, strangeTo: strangeToPractices, row: practiceSummarySchema, keys: allFilterKeys }),
)
api.get('/territories', (c) =>
  list(c, { find: findTerritories, strangeTo: strangeToTerritories, row: territorySummarySchema }),
)

const oneParams: ReadonlySet<string> = new Set(['lang'])

type Getter = (viewer: Viewer | null, key: string, locale: string) => Promise<{ version: number }>

/**
 * One record by id or slug; its version is the tag that PATCH and DELETE ask for. What has a new slug, or became part of
 * another record, is sent there.
 */
const one = (get: Getter, slugAfter: (oldKey: string) => Promise<string | null>) => async (c: Context) => {
  const url = new URL(c.req.url)
  const lang = listParams.shape.lang.safeParse(c.req.query('lang'))
  const strange = [...strangeIn(url.searchParams, oneParams), ...(lang.success ? [] : ['lang'])]
  if (!lang.success || strange.length > 0) return badParameters(strange)
  const caller = await callerOf(c)
  const result = await found(c.req.param('key') ?? '', (key) => get(caller, key, lang.data), slugAfter)
  if ('movedTo' in result)
    return c.body(null, 308, { ...headers, location: url.pathname.replace(/[^/]+$/, result.movedTo) + url.search })
  if ('problem' in result) throw new AppError(result.problem === 'gone' ? 'gone' : 'not-found', result.problem)
  return c.json({ data: result.item }, 200, { ...headers, etag: `"${String(result.item.version)}"` })
}

api.get('/actors/:key', one(getActor, actorSlugAfter))
api.get('/relations/:key', one(getRelation, relationSlugAfter))
api.get(
  '/practices/:key',
  one(async (viewer, key, locale) => {
    const practice = await getPractice(viewer, key, locale)
    const [results, transfers] = await Promise.all([
      findPublicResults(practice.id),
      findTransfersOfPractice(practice.id, locale),
    ])
    return { ...practice, results, transfers }
  }, practiceSlugAfter),
)
api.get(
  '/territories/:key',
  one(
    (_, key, locale) => getTerritory(key, locale),
    async () => null,
  ),
)

api.route('/', apiWrite)
api.route('/', docs)

refuseOtherVerbs(api, { isOpen: true })
