// One process: programs' doors first, Next for people, one orderly stop.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { z } from 'zod'
import { app, isForPrograms } from '@/doors/app'
import { keepAtlas } from '@/modules/census/census.jobs'
import { builtFiles, isNoFile } from '@/platform/built-files'
import { closeDatabase } from '@/platform/db'
import { watchDecisions } from '@/platform/decisions'
import { environment } from '@/platform/env'
import { startJobs } from '@/platform/jobs'
import { log, loggedPath } from '@/platform/log'
import { asking, copyOf, isPlainForm, onUnknownAction, typedIn } from '@/platform/old-form'
import { isSameOrigin } from '@/platform/origin'
import { type Reply, withReply } from '@/platform/reply'
import { brokenPage, plainPage } from '@/platform/plain-page'
import { readClassOf, ReadLimits } from '@/platform/read-limits'
import { pageCacheControl, securityHeaders } from '@/platform/security-headers'
import { overwriteHeaders, readVisitor } from '@/platform/visitor'
import { addressOf, answerStrangers, isStrangeHost, isTooLong, patience, problemOf } from '@/server/hygiene'
import { tellFaults } from '@/server/told-fault'
import { allJobs } from '@/worker/all-jobs'

const STOP_LIMIT = 15_000
const env = environment()
const isDev = process.env.NODE_ENV === 'development'
process.env.NEXTAUTH_URL ??= env.ATLAS_URL

if (!isDev) {
  // Next's own word for a config that was read at build time: no TypeScript is compiled at the start.
  const file = join(process.cwd(), process.env.BUILD_DIR ?? '.next', 'required-server-files.json')
  const { config } = z.object({ config: z.unknown() }).parse(JSON.parse(readFileSync(file, 'utf8')))
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
}

const server = createServer(patience, (request, response) => void answer(request, response))
answerStrangers(server)
// Quiet: src/instrumentation.ts logs the faults of pages, once and with the request's id.
const people = next({ dev: isDev, quiet: !isDev, hostname: 'localhost', port: env.PORT, httpServer: server })
await people.prepare()
const isAtlasKept = keepAtlas()
const jobs = env.JOBS === 'inline' ? await startJobs(allJobs) : null
const answerPeople = people.getRequestHandler()
const answerPrograms = getRequestListener(app.fetch, { overrideGlobalObjects: false })
const files = isDev ? null : builtFiles()
const limits = new ReadLimits({
  ...{ pages: env.LIMIT_PAGES, api: env.LIMIT_API, map: env.LIMIT_MAP, exports: env.LIMIT_EXPORTS },
})

const answer = (request: IncomingMessage, response: ServerResponse) =>
  watchDecisions((isDecided) => {
    response.once('finish', () => {
      if (!isDecided() && response.statusCode < 300)
        process.send?.({ undecided: `${request.method} ${request.url}`, action: request.headers['next-action'] })
    })
    return answerIn(request, response)
  })

async function answerIn(request: IncomingMessage, response: ServerResponse) {
  const address = addressOf(request)
  request.url = readable(address ?? '/')
  const path = request.url.split('?', 1)[0] ?? '/'
  const { id, visitor, isHttps } = identify(request, response, path)
  const since = performance.now()
  response.once('finish', () => {
    const line = {
      request: id,
      method: request.method,
      path: loggedPath(path),
      status: response.statusCode,
      ms: Math.round(performance.now() - since),
    }
    if (response.statusCode >= 500) log.error(line, 'answered')
    else log.debug(line, 'answered')
  })
  if (address === null || isStrangeHost(request.headers.host)) return refuse(response, 400)
  if (isTooLong(address)) return refuse(response, 414)
  const asked = { path, headers: request.headers }
  const kind = readClassOf(path)
  const wait = kind === null ? 0 : limits.take(kind, visitor)
  if (wait > 0) {
    response.setHeader('retry-after', String(wait))
    if (isForPrograms(path)) return refuse(response, 429)
    return answerPlainly(response, 429, await plainPage('limited', { ...asked, isHttps }))
  }
  if (isForPrograms(path)) return answerPrograms(request, response)
  if (files !== null && isNoFile(path, files))
    return answerPlainly(response, 404, await plainPage('notFound', { ...asked, isHttps }))
  // Next would answer any verb with the page.
  if (!pageVerbs.has(request.method ?? '')) {
    response.setHeader('allow', 'GET, HEAD, POST')
    return request.method === 'OPTIONS' ? void response.writeHead(204).end() : refuse(response, 405)
  }
  // Next would call a form of another site a fault of ours (500).
  if (isForeignForm(request, path)) return refuse(response, 403)
  const reply: Reply = { headers: {} }
  if (!isDev && isForDocument(request))
    tellFaults(response, () => (reply.isUnreadable ? null : brokenPage(id, { ...asked, isHttps })))
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (status: number, ...rest: never[]) => {
    // A file that is not there today may be there after the next release.
    if (status >= 400 && String(response.getHeader('cache-control')).startsWith('public'))
      response.setHeader('cache-control', 'no-store')
    if (status === 500 && reply.isUnreadable) return writeHead(400, ...rest)
    if (status !== 200 || !reply.status) return writeHead(status, ...rest)
    for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value)
    return writeHead(reply.status, ...rest)
  }
  if (isPlainForm(request)) {
    const body = copyOf(request)
    onUnknownAction(response, async () => {
      reply.typed = await typedIn(request, body())
      const locale = /^\/([a-z]{2})\//.exec(path)?.[1] ?? 'en'
      await withReply(reply, () => answerPeople(asking(request, `/${locale}/updated`), response))
    })
  }
  return withReply(reply, () => answerPeople(request, response))
}

/** For whoever came with nothing that a page could answer. */
function refuse(response: ServerResponse, status: number): void {
  response.setHeader('cache-control', 'no-store')
  response.writeHead(status, { 'content-type': 'application/problem+json' }).end(problemOf(status))
}

function answerPlainly(response: ServerResponse, status: number, page: Awaited<ReturnType<typeof plainPage>>): void {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
  response.writeHead(status).end(page.html)
}

/**
 * NUL and broken escapes stand in no address of ours, and Next and PostgreSQL would call them a fault of ours (500):
 * with `_`, which no slug holds, such a path is one that is not found.
 */
function readable(url: string): string {
  const [path = '/', ...query] = url.split('?')
  try {
    if (!decodeURIComponent(path).includes('\0')) return url
  } catch {
    // Not readable at all.
  }
  return [path.replace(/%([0-9a-f]{2})?/gi, '_'), ...query].join('?')
}

/** Is a whole page asked for, not one of the pieces that Next's own script puts together? */
const isForDocument = ({ headers }: IncomingMessage): boolean =>
  headers.rsc === undefined && headers['next-action'] === undefined && !headers['next-router-state-tree']

const pageVerbs = new Set(['GET', 'HEAD', 'POST'])

/**
 * Browsers name the origin of every form. Only next-auth's own addresses are also for programs, which name none: there a
 * token of its own stands for it.
 */
function isForeignForm({ method, headers }: IncomingMessage, path: string): boolean {
  if (method !== 'POST' || (headers.origin === undefined && path.startsWith('/api/auth/'))) return false
  const { host = '', origin = '', 'x-forwarded-proto': protocol } = headers
  return !isSameOrigin(new Headers({ origin, host, 'x-forwarded-proto': String(protocol) }))
}

/** Tells everybody behind us who asks, in headers that a visitor cannot write, and gives every answer its headers. */
function identify(request: IncomingMessage, response: ServerResponse, path: string) {
  const id = randomUUID()
  const { address, isHttps } = readVisitor(request, env.TRUSTED_PROXIES)
  if (env.TRUSTED_PROXIES === 0) delete request.headers['x-forwarded-host']
  overwriteHeaders(request, {
    'x-request-id': id,
    'x-client-address': address,
    'x-forwarded-proto': isHttps ? 'https' : 'http',
    ...(request.headers.host === undefined && { host: new URL(env.ATLAS_URL).host }),
  })
  response.setHeader('x-request-id', id)
  for (const [name, value] of Object.entries(securityHeaders(path, isHttps))) response.setHeader(name, value)
  const keep = pageCacheControl(path, request.headers.cookie)
  if (keep) response.setHeader('cache-control', keep)
  if (env.DEMO) response.setHeader('x-robots-tag', 'noindex')
  if (stopping) response.setHeader('connection', 'close')
  return { id, visitor: address, isHttps }
}

let stopping: Promise<void> | undefined

/** No new connections; what is being answered and done is finished; then the pool is closed. 15 seconds at most. */
function stop(reason: string): Promise<void> {
  stopping ??= (async () => {
    log.info({ reason }, 'stopping')
    setTimeout(() => process.exit(1), STOP_LIMIT).unref()
    const closed = new Promise((done) => server.close(done))
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    await Promise.all([closed, jobs?.stop()])
    clearInterval(idle)
    await people.close()
    await closeDatabase()
    process.exit(0)
  })()
  return stopping
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
process.once('disconnect', () => void stop('parent gone'))

server.listen(env.PORT, () => {
  log.debug({ port: env.PORT }, 'listening')
  process.send?.('ready')
  void isAtlasKept.then((isKept) => isKept && process.send?.('atlas kept'))
})
