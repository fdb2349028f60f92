// The limit the product is measured against: node:http and pg. Lists and searching: the statements of the product (of
// searching: those it would take at least), rows sent as they come. `/kept/…` answers with the bytes of the product from
// memory, after reading the data version, as the product does for what it has answered before.
import { createServer, get, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Pool } from 'pg'
import { oneLetterLess } from '@/core/edit-distance'
import { shortestCorrected, tellingWords, wordsIn } from '@/core/name-match'
import { filterOf } from '@/modules/taxonomy/filter.schema'
import { actorPage, send } from './statements'

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c work_mem=16MB' })
const version = () => pool.query('SELECT version FROM data_version WHERE id = 1')

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

/** The dictionary for what is one letter away, then the index of names for every word or one of its neighbours. */
async function search(url: URL): Promise<unknown> {
  const words = tellingWords(wordsIn(url.searchParams.get('q') ?? ''))
  const near = await Promise.all(
    words.map(async (word) => {
      if (word.length < shortestCorrected) return [word]
      const { rows } = await pool.query<{ word: string }>({
        name: 'near',
        text: 'SELECT word FROM search_word WHERE one_letter_less(word) && $1::text[] LIMIT 40',
        values: [oneLetterLess(word)],
      })
      return [word, ...rows.map((row) => row.word)]
    }),
  )
  const said = near.map((some) => `(${some.map((word) => `'${word}'`).join(' | ')})`).join(' & ')
  const { rows } = await pool.query({
    name: 'said',
    text: `SELECT a.* FROM (SELECT record_id FROM search_entry WHERE record_kind = 'actor' AND words @@ $1::tsquery ORDER BY weight DESC LIMIT 10) AS found
      JOIN public_actor a ON a.id = found.record_id`,
    values: [said],
  })
  return rows
}

const doors: Record<string, ((url: URL) => Promise<unknown>) | undefined> = {
  '/api/v1/actors': actors,
  '/api/v1/search': search,
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
