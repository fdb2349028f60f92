// `npm run bench:reviews`: 10,000 practices and 100,000 reviews in a database of their own: what pages ask of it, and
// pages by HTTP against the same layout with constant data, in one run (bench/README.md).
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { buildFolder, run } from '../scripts/build.mjs'
import { withClient } from '../scripts/database.mjs'
import { root } from '../scripts/dependencies.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { environmentOf, makeDatabase, openServer } from './database.mjs'
import { load, summary } from './load.mjs'
import { buildProduct, startConstant, startProduct } from './servers.mjs'

const name = 'bench_reviews'
// Who reads: an editor and a coordinator of a territory with 500 practices, and a member of a group.
const [editor, keeper, reviewer] = ['editor@example.eu', 'keeper@example.eu', 'member3001@example.eu']
const [mostOfQuestion, leastRatio] = [20, 0.5]
/** Milliseconds between two changes of the data, while a page is measured that is read for the first time after one. */
const betweenChanges = 100
/** Answers before a page is measured. */
const warm = 30
const [rounds, seconds] = [Number(process.env.BENCH_ROUNDS || 3), Number(process.env.BENCH_SECONDS || 4)]

await main(async () => {
  process.chdir(root)
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  await buildProduct()
  const server = await openServer()
  try {
    const database = server.urlOf(name)
    await step('10,000 practices, 100,000 reviews', () => fill(server, database))
    const times = await step('questions', () => ask(database))
    const pages = await step('pages', () => measurePages(database))
    writeFileSync(join(root, 'bench/results/reviews.json'), `${JSON.stringify({ times, pages }, null, 2)}\n`)
    const missed = print(times, pages)
    if (missed.length > 0) throw new Refusal(`Goals that are missed: ${missed.join('; ')}.`)
  } finally {
    await server.stop()
  }
})

async function fill(server, database) {
  await makeDatabase(server, name)
  await migrate(database)
  await run(join(buildFolder, 'load-reference.mjs'), [], environmentOf(database))
  const sql = readFileSync(join(root, 'bench/reviews/seed.sql'), 'utf8')
  await withClient(database, async (client) => {
    await client.query('SET statement_timeout = 0')
    await client.query(sql)
    await client.query('ANALYZE')
  })
}

async function ask(database) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/reviews/questions.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environmentOf(database),
  })
  let output = ''
  child.stdout.on('data', (bytes) => (output += bytes))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Refusal('The questions could not be asked.')
  return JSON.parse(output)
}

/** The cookie of a session of an account, as src/platform/session-cookie.ts seals it. */
async function signIn(database, email) {
  const sid = randomUUID()
  await withClient(database, (client) =>
    client.query(
      `INSERT INTO session (id, user_id, session_version, expires_at)
       SELECT $1, id, session_version, now() + interval '12 hours' FROM "user" WHERE email = $2`,
      [sid, email],
    ),
  )
  const secret = environmentOf(database).AUTH_SECRET
  return `atlas.session=${await encode({ token: { sid }, secret, maxAge: 12 * 60 * 60 })}`
}

/** Pages of practices and of judgements, each with many addresses, and who reads them. */
async function casesOf(database) {
  const rowsOf = (sql) => withClient(database, async (client) => (await client.query(sql)).rows)
  const rounds = await rowsOf(`SELECT r.id AS round, g.slug AS "group", p.practice_id AS practice FROM review_round r
      JOIN "group" g ON g.id = r.group_id JOIN territory t ON t.id = g.territory_id JOIN round_practice p ON p.round_id = r.id AND p.position = 0
      WHERE t.slug = 'land-2' AND r.closed_at IS NOT NULL ORDER BY r.id`)
  const judged = await rowsOf(
    `SELECT p.id FROM practice p JOIN territory t ON t.id = p.territory_id WHERE t.slug = 'land-2' ORDER BY p.id`,
  )
  const reviews = await rowsOf(`SELECT v.id FROM review v JOIN "user" u ON u.id = v.reviewer_id
    WHERE u.email = '${reviewer}' ORDER BY v.id`)
  // Of every territory, theme and kind of organisation.
  const judgedPaths = Array.from({ length: 400 }, (_, n) => `/en/practices/practice-${10001 + 23 * n}`)
  const at = ({ round, group }) => `/en/desk/group/${group}/rounds/${round}`
  const themes = ['mechanics', 'agri_food', 'energy']
  return [
    {
      page: 'practices, index',
      paths: Array.from({ length: 40 }, (_, n) => `/en/practices?theme=${themes[n % 3]}&q=word${n}`),
    },
    {
      page: 'a practice that was judged',
      paths: judgedPaths,
    },
    { page: 'the same while the data change', isChanging: true, paths: judgedPaths },
    { page: 'desk', as: editor, paths: ['/en/desk'] },
    { page: 'a round', as: editor, paths: rounds.map(at) },
    { page: 'a round, whoever keeps it', as: keeper, paths: rounds.map(at) },
    { page: 'results of a round', as: editor, paths: rounds.map((row) => `${at(row)}/results`) },
    {
      page: 'result of a practice',
      as: editor,
      paths: rounds.map((row) => `${at(row)}/results/${row.practice}`),
    },
    {
      page: 'remarks of a practice',
      as: editor,
      paths: judged.map(({ id }) => `/en/desk/practices/${id}/remarks`),
    },
    { page: 'reviewer’s desk', as: reviewer, paths: ['/en/desk/reviews'] },
    { page: 'one’s own review', as: reviewer, paths: reviews.map(({ id }) => `/en/desk/reviews/${id}`) },
  ]
}

/** Grows the version of the data again and again: nothing that is kept by it is read twice. Answers with what ends it. */
function changing(database) {
  let isOver = false
  const work = withClient(database, async (client) => {
    while (!isOver) {
      await client.query('UPDATE data_version SET version = version + 1')
      await new Promise((done) => setTimeout(done, betweenChanges))
    }
  })
  return async () => {
    isOver = true
    await work
  }
}

async function measurePages(database) {
  const cases = await casesOf(database)
  const products = await startProduct(database)
  const constants = await startConstant(database)
  const bases = { product: products.url, constant: constants.url }
  const measured = []
  try {
    for (const { page, as, paths, isChanging } of cases) {
      const cookie = as && (await signIn(database, as))
      const read = (base, path) => fetch(base + path, { headers: cookie ? { cookie } : {}, redirect: 'manual' })
      const first = await read(bases.product, paths[0])
      if (first.status !== 200) throw new Refusal(`${page}: ${paths[0]} answered ${first.status}.`)
      const found = { product: [], constant: [] }
      const turns = { product: { at: 0 }, constant: { at: 0 } }
      // Both have run before they are measured, and what is constant was read once.
      for (const path of paths.slice(-warm)) await (await read(bases.product, path)).arrayBuffer()
      for (const path of paths) await (await read(bases.constant, path)).arrayBuffer()
      for (let round = 0; round < rounds; round++)
        for (const side of ['product', 'constant']) {
          const stop = isChanging ? changing(database) : async () => {}
          found[side].push(await load(bases[side], paths, turns[side], seconds, cookie))
          await stop()
        }
      const [product, constant] = [summary(found.product), summary(found.constant)]
      measured.push({
        page,
        perSecond: product.perSecond,
        p95: product.p95,
        constant: constant.perSecond,
        ratio: product.perSecond / constant.perSecond,
      })
    }
  } finally {
    await constants.stop()
    await products.stop()
  }
  return measured
}

/** Prints every figure against its goal. Returns the names of those that miss it. */
function print(times, pages) {
  const missed = []
  const [wide, narrow] = [42, 12]
  const line = (name, ...cells) =>
    console.log(`  ${name.padEnd(wide)}${cells.map((cell) => cell.padStart(narrow)).join('')}`)
  const verdict = (name, isReached) => {
    if (!isReached) missed.push(name)
    return isReached ? 'yes' : 'NO'
  }
  console.log('\nquestions of pages, whole, one after the other')
  line('', 'median ms', 'p95 ms', `≤ ${mostOfQuestion} ms`)
  for (const [question, { p50, p95 }] of Object.entries(times))
    line(question, p50.toFixed(1), p95.toFixed(1), verdict(question, p95 <= mostOfQuestion))
  console.log('\npages, 8 clients; the limit is the same product with what it read from the database kept in memory')
  line('', 'requests/s', 'limit', 'ratio', 'p95 ms', `≥ ${leastRatio}`)
  for (const { page, perSecond, constant, ratio, p95 } of pages)
    line(
      page,
      perSecond.toFixed(0),
      constant.toFixed(0),
      ratio.toFixed(2),
      p95.toFixed(0),
      verdict(page, ratio >= leastRatio),
    )
  return missed
}
