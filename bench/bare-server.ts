// The limit the product is measured against: node:http and pg, the product's own statements, rows sent as they come.
// `/kept/…` answers from memory after reading the data version, as the product does for what it has answered before.
import { createServer, get, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Pool } from 'pg'
import { z } from 'zod'
import { type Circle, joinNear } from '@/core/cluster'
import * as mapSql from '@/modules/map/map.sql'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { actorPage, clustersOf, countsOf, flowsOf, regionsOf, send } from './statements'

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c work_mem=16MB' })
const version = () => pool.query('SELECT version FROM data_version WHERE id = 1')
const side = 2 ** 30
const cellsRow = z.tuple([z.object({ cells: z.string() })])
const cellRow = z
  .tuple([z.string(), z.string(), z.string().nullable(), z.number(), z.number(), z.number()])
  .rest(z.union([z.number(), z.string()]))

/** As the map asks: cells, numbers, then the names of actors that stand alone. */
async function clusters(url: URL): Promise<unknown> {
  const { filter } = filterOf(url.searchParams)
  const { zoom, ...selection } = filter
  const [cells, counts] = await Promise.all([
    send(pool, clustersOf(selection, zoom ?? 3)),
    send(pool, countsOf(selection)),
    version(),
  ])
  const circles = new Map<string, Circle<{ one: string; actors: number }>>()
  const [{ cells: text }] = cellsRow.parse(cells)
  for (const row of z.array(cellRow).parse(JSON.parse(text))) {
    const [cell, , , actors, mx, my] = row
    const one = String(row.at(-1))
    const sum = actors + (circles.get(cell)?.weight ?? 0)
    circles.set(cell, { x: mx / actors / side, y: my / actors / side, weight: sum, content: { one, actors: sum } })
  }
  const joined = joinNear([...circles.values()], 52 / (256 * 2 ** (zoom ?? 3)), (into) => ({ ...into, actors: 2 }))
  const alone = joined.flatMap(({ content }) => (content.actors === 1 ? content.one : []))
  return { cells, counts, names: await send(pool, mapSql.namesOfActors(alone, 'en')) }
}

async function actors(url: URL): Promise<unknown> {
  const { filter } = filterOf(url.searchParams)
  const [rows] = await Promise.all([
    send(pool, actorPage(filter, Number(url.searchParams.get('limit') ?? 50))),
    version(),
  ])
  return rows
}

/** One statement for what a detail needs. */
const actor = async (path: string): Promise<unknown> =>
  (
    await pool.query(
      `SELECT a.*, (SELECT jsonb_agg(n) FROM actor_name n WHERE n.actor_id = a.id) AS names,
         (SELECT jsonb_agg(i) FROM actor_identifier i WHERE i.actor_id = a.id) AS identifiers
       FROM public_actor a WHERE a.slug = $1`,
      [path.split('/').at(-1)],
    )
  ).rows[0]

/** Numbers alone: the places they belong to are shaped by the product. */
async function flows(url: URL): Promise<unknown> {
  const { filter } = filterOf(url.searchParams)
  const [rows] = await Promise.all([flowsOf(filter, 'country').then((sql) => send(pool, sql)), version()])
  return rows
}

async function regions(url: URL): Promise<unknown> {
  const { filter } = filterOf(url.searchParams)
  const [rows] = await Promise.all([regionsOf(filter).then((sql) => send(pool, sql)), version()])
  return rows
}

const doors: Record<string, ((url: URL) => Promise<unknown>) | undefined> = {
  '/api/map/actors': clusters,
  '/api/map/relations': flows,
  '/api/map/regions': regions,
  '/api/v1/actors': actors,
}

type Kept = { bytes: Buffer; encoding: string | undefined }
const kept = new Map<string, Kept>()

/** The answer of the product itself, compressed when it compresses, so that both send the same bytes. */
const answerOfProduct = (path: string): Promise<Kept> =>
  new Promise((done, fail) => {
    get(`${process.env.PRODUCT_URL ?? ''}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (found) => {
      buffer(found).then((bytes) => done({ bytes, encoding: found.headers['content-encoding'] }), fail)
    }).once('error', fail)
  })

async function answerKept(path: string, response: ServerResponse): Promise<void> {
  await version()
  const found = kept.get(path) ?? (await answerOfProduct(path))
  kept.set(path, found)
  if (found.encoding !== undefined) response.setHeader('content-encoding', found.encoding)
  response.end(found.bytes)
}

async function answer(url: URL, response: ServerResponse): Promise<void> {
  const path = url.pathname.replace(/^\/kept/, '')
  if (path !== url.pathname) return answerKept(`${path}${url.search}`, response)
  const text = JSON.stringify(await (doors[path]?.(url) ?? actor(path)))
  response.setHeader('content-type', 'application/json')
  response.end(text)
}

createServer((request, response) => {
  answer(new URL(request.url ?? '/', 'http://localhost'), response).catch((error: unknown) => {
    console.error(error)
    response.writeHead(500).end()
  })
}).listen(Number(process.env.PORT), () => process.send?.('ready'))
