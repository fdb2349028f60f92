// `npm run bench:reviews`: 10,000 practices and 100,000 reviews in a database of their own: what pages ask of it, and
// pages by HTTP against the same layout with constant data, in one run (bench/README.md).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { buildApp, buildBaseMap, buildFolder, generate, run } from '../scripts/build.mjs'
import { withClient } from '../scripts/database.mjs'
import { root } from '../scripts/dependencies.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { main, Refusal, step } from '../scripts/steps.mjs'
import { environmentOf, makeDatabase, openServer } from './database.mjs'
import { load, summary } from './load.mjs'
import { startConstant, startProduct } from './servers.mjs'

const name = 'bench_reviews'
const password = 'a passphrase of the benchmark'
const [rounds, seconds] = [Number(process.env.BENCH_ROUNDS || 3), Number(process.env.BENCH_SECONDS || 4)]

await main(async () => {
  process.chdir(root)
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  await generate()
  await buildBaseMap()
  await step('build', async (note) => note((await buildApp()) ? 'built' : 'unchanged'))
  const server = await openServer()
  try {
    const database = server.urlOf(name)
    await step('10,000 practices, 100,000 reviews', () => fill(server, database))
    const times = await step('questions', () => ask(database))
    const pages = await step('pages', () => measurePages(database))
    writeFileSync(join(root, 'bench/results/reviews.json'), `${JSON.stringify({ times, pages }, null, 2)}\n`)
    print(times, pages)
  } finally {
    await server.stop()
  }
})

async function fill(server, database) {
  await makeDatabase(server, name)
  await migrate(database)
  await run(join(buildFolder, 'load-reference.mjs'), [], environmentOf(database))
  const sql = readFileSync(join(root, 'bench/reviews/seed.sql'), 'utf8').replaceAll(
    ":'hash'",
    `'${await hash(password)}'`,
  )
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

/** A session as the form of signing in makes one; its cookie. */
async function signIn(base, email) {
  const token = await fetch(`${base}/api/auth/csrf`)
  const { csrfToken } = await token.json()
  const cookies = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(token).join('; '), origin: base },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const found = cookies(answer).find((cookie) => cookie.includes('session-token'))
  if (found === undefined) throw new Refusal(`${email} cannot sign in (${answer.status}).`)
  return found
}

async function measurePages(database) {
  const { rows } = await withClient(database, (client) =>
    client.query(`SELECT r.id AS round, g.slug AS "group", p.practice_id AS practice FROM review_round r
      JOIN "group" g ON g.id = r.group_id JOIN territory t ON t.id = g.territory_id JOIN round_practice p ON p.round_id = r.id AND p.position = 0
      WHERE t.slug = 'land-2' AND r.closed_at IS NOT NULL ORDER BY r.id`),
  )
  const products = await startProduct(database)
  const constants = await startConstant(database)
  const bases = { product: products.url, constant: constants.url }
  const cases = [
    {
      page: 'practices, index',
      paths: Array.from(
        { length: 40 },
        (_, at) => `/en/practices?theme=${['mechanics', 'agri_food', 'energy'][at % 3]}&q=word${at}`,
      ),
    },
    {
      page: 'a practice that was judged',
      paths: Array.from({ length: 400 }, (_, at) => `/en/practices/practice-${10001 + 20 * at}`),
    },
    {
      page: 'results of a round',
      as: 'editor@example.eu',
      paths: rows.map(({ round, group }) => `/en/desk/group/${group}/rounds/${round}/results`),
    },
    {
      page: 'result of a practice',
      as: 'editor@example.eu',
      paths: rows.map(({ round, group, practice }) => `/en/desk/group/${group}/rounds/${round}/results/${practice}`),
    },
    { page: 'reviewer’s desk', as: 'member3001@example.eu', paths: ['/en/desk/reviews'] },
  ]
  const measured = []
  try {
    for (const { page, as, paths } of cases) {
      const cookie = {}
      for (const [side, base] of Object.entries(bases))
        cookie[side] = as === undefined ? undefined : await signIn(base, as)
      const first = await fetch(bases.product + paths[0], {
        headers: { cookie: cookie.product ?? '' },
        redirect: 'manual',
      })
      if (first.status !== 200) {
        console.log(`  ${page}: answered ${first.status}, left out`)
        continue
      }
      const found = { product: [], constant: [] }
      const turns = { product: { at: 0 }, constant: { at: 0 } }
      // What is constant is read once before it is measured.
      for (const path of paths) await fetch(bases.constant + path, { headers: { cookie: cookie.constant ?? '' } })
      for (let round = 0; round < rounds; round++)
        for (const side of ['product', 'constant'])
          found[side].push(await load(bases[side], paths, turns[side], seconds, cookie[side]))
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

function print(times, pages) {
  console.log('\nqueries of a page, ms: median, 95th percentile')
  for (const [question, { p50, p95 }] of Object.entries(times)) console.log(`  ${question}: ${p50}, ${p95}`)
  console.log('\npages, 8 clients: requests a second, against constant data, ratio, p95 ms')
  for (const { page, perSecond, constant, ratio, p95 } of pages)
    console.log(`  ${page}: ${perSecond.toFixed(0)}, ${constant.toFixed(0)}, ${ratio.toFixed(2)}, ${p95.toFixed(0)}`)
}
