import { OpenAPIHono } from '@hono/zod-openapi'
import { AppError, isAppError } from '@/core/app-error'
import { environment } from '@/platform/env'
import { log } from '@/platform/log'
import { isUnavailable } from '@/platform/problem'
import { admin } from './admin'
import { problem, refusal } from './answer'
import { account } from './account'
import { adoption } from './adoption'
import { api } from './api'
import { contacts } from './contacts'
import { draft } from './draft'
import { facets } from './facets'
import { files, uploads } from './files'
import { groups } from './groups'
import { health } from './health'
import { mail } from './mail'
import { map } from './map'
import { search } from './search'
import { network, networkFile } from './network'
import { picture } from './picture'
import { practiceFiles } from './practice-files'
import { ownPapers, practicePapers } from './practice-papers'
import { reviews } from './reviews'
import { rounds } from './rounds'
import { sitemap } from './sitemap'
import { suggest } from './suggest'
import { tiles } from './tiles'
import { verification } from './verification'
import { years } from './years'

/** The doors for programs. src/server.ts asks `isForPrograms` first; everything else is Next's. */
export const app = new OpenAPIHono()

app.route('/api/health', health)
// Before the API, whose answers differ by who asks.
app.route('/api/v1/search', search)
app.route('/api/v1', api)
app.route('/api/account', account)
app.route('/api/mail', mail)
app.route('/api/map/facets', facets)
app.route('/api/map/years', years)
app.route('/api/map', map)
app.route('/tiles', tiles)
app.route('/export', picture)
app.route('/api/network', network)
app.route('/export', networkFile)
app.route('/export', practiceFiles)
app.route('/export', adoption)
app.route('/export', practicePapers)
app.route('/api/practices', ownPapers)
app.route('/api/admin', admin)
app.route('/api/drafts', draft)
app.route('/api/reviews', reviews)
app.route('/api/rounds', rounds)
app.route('/api/files', uploads)
app.route('/files', files)
app.route('/api/groups', groups)
app.route('/api/contacts', contacts)
app.route('/api/suggest', suggest)
app.route('/api/verification.csv', verification)
app.route('/', sitemap)

app.get('/robots.txt', (c) => {
  const { DEMO, ATLAS_URL } = environment()
  const lines = DEMO
    ? ['Disallow: /']
    : ['Disallow: /api/', 'Disallow: /*/desk', 'Disallow: /*/admin', `Sitemap: ${ATLAS_URL}/sitemap.xml`]
  return c.text(['User-agent: *', ...lines, ''].join('\n'))
})

app.all('/robots.txt', () => problem(405, 'Method Not Allowed', [], { allow: 'GET, HEAD' }))

app.notFound(() => problem(404, 'Not Found'))

app.onError((error, c) => {
  if (isAppError(error)) return refusal(error)
  if (isUnavailable(error)) return refusal(new AppError('unavailable', 'unavailable'))
  log.error({ err: error, request: c.req.header('x-request-id') }, 'door failed')
  return problem(500, 'Internal Server Error')
})

// next-auth answers /api/auth itself, inside Next.
const PROGRAMS = /^\/(api(?!\/auth\/)|tiles|ogc|export|files|reconcile)(\/|$)|^\/(robots\.txt|sitemap[^/]*\.xml)$/

/** Does this path belong to a door for programs? */
export const isForPrograms = (path: string): boolean => PROGRAMS.test(path)
