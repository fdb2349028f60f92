// Makes a million actors of a database of 100,000: nine copies of each under other names, and of its relations. Set-based,
// not through the saves; called by bench/bench-data.mjs.
import { Client } from 'pg'
import { seeded } from '../data/random'
import { growActors } from './actors'
import { growRelations } from './relations'
import { whileBare } from './tables'

const copies = Number(process.argv[2])
const tables = ['actor', 'actor_name', 'actor_identifier', 'relation', 'relation_party', 'relation_reach']
const searched = ['search_entry', 'search_word']
const portion = 50_000

async function timed<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const since = Date.now()
  const result = await work()
  console.log(`  ${title}  ${((Date.now() - since) / 1000).toFixed(1)} s`)
  return result
}

/** What a trigger would have kept, by the function it calls with ids of the copies. */
async function refresh(what: 'relation_reach' | 'search_actors' | 'search_relations', copied: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${copied}`)
  const ids = rows.map(({ id }) => id)
  for (let at = 0; at < ids.length; at += portion)
    await client.query(`SELECT refresh_${what}($1)`, [ids.slice(at, at + portion)])
}

/** The index of searching, and its dictionary of all words. */
async function index(): Promise<void> {
  await timed('actors to search', () => refresh('search_actors', 'copied_actor'))
  await timed('relations to search', () => refresh('search_relations', 'copied_relation'))
  await timed('words', async () => {
    await client.query('TRUNCATE search_word')
    await client.query(
      'INSERT INTO search_word (word) SELECT DISTINCT w FROM search_entry e, dictionary_words(e.words) w',
    )
  })
}

const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL })
await client.connect()
await client.query(
  "SET statement_timeout = 0; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; SET synchronous_commit = off",
)
const random = seeded(20_261_126)
let since = Date.now()
await whileBare(client, tables, async () => {
  const actors = await timed('actors', () => growActors(client, copies, random))
  await timed('relations', () => growRelations(client, actors, copies, random))
  await timed('where relations reach', () => refresh('relation_reach', 'copied_relation'))
  since = Date.now()
})
console.log(`  indexes  ${((Date.now() - since) / 1000).toFixed(1)} s`)
// Once the statistics and indexes of names are there, by which entries are made.
await timed('statistics', () => client.query('ANALYZE'))
await whileBare(client, searched, async () => {
  await index()
  since = Date.now()
})
console.log(`  indexes of searching  ${((Date.now() - since) / 1000).toFixed(1)} s`)
await timed('cells of the map', () => client.query('SELECT rebuild_map_cells()'))
await client.query('UPDATE data_version SET version = version + 1')
await timed('statistics', () => client.query('VACUUM ANALYZE'))
const { rows } = await client.query<{ actors: number; relations: number; ends: number }>(
  `SELECT (SELECT count(*) FROM actor)::int AS actors, (SELECT count(*) FROM relation)::int AS relations,
     (SELECT count(*) FROM relation_party)::int AS ends`,
)
const [counted] = rows
console.log(
  `  ${String(counted?.actors)} actors, ${String(counted?.relations)} relations, ${String(counted?.ends)} ends`,
)
await client.end()
