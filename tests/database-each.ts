import { afterAll, expect, inject } from 'vitest'
import { withClient } from '../scripts/database.mjs'

// Before each test file: a fresh copy of the template for this worker. Must run before anything reads the environment.
const { ownerUrl, appUrl, template } = inject('database')
const name = `atlas_test_${process.env.VITEST_POOL_ID ?? '1'}_${process.pid}`
const drop = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`

await withClient(ownerUrl, async (client) => {
  await client.query(drop)
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
})
process.env.DATABASE_URL = Object.assign(new URL(appUrl), { pathname: `/${name}` }).href
process.env.DATABASE_OWNER_URL = Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href

// As in the server: what the public atlas in memory can answer, it answers.
Object.assign(globalThis, { isAtlasKept: true })

// What a library gives up with its next version is not waited for: pg says so once in a process, here in a file.
const warnings: string[] = []
process.on('warning', ({ name, message }) => {
  if (name === 'DeprecationWarning') warnings.push(message)
})

afterAll(async () => {
  const { closeDatabase } = await import('@/platform/db')
  await closeDatabase()
  await withClient(ownerUrl, (client) => client.query(drop))
  expect(warnings).toEqual([])
})
