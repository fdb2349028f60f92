import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseEnvironment } from '@/platform/env'

const needed = { DATABASE_URL: 'postgresql://app@localhost/atlas', AUTH_SECRET: 'x'.repeat(32) }

test('what is absent or blank takes its default', () => {
  const { environment } = parseEnvironment({ ...needed, PORT: '', DEMO: '' })
  expect(environment).toMatchObject({ PORT: 3000, ATLAS_URL: 'http://localhost:3000', DEMO: false, TRUSTED_PROXIES: 0 })
})

test('the demonstration is on where the database is embedded', () => {
  expect(parseEnvironment({ ...needed, EMBEDDED_DATABASE: '1' }).environment?.DEMO).toBe(true)
  expect(parseEnvironment({ ...needed, EMBEDDED_DATABASE: '1', DEMO: '0' }).environment?.DEMO).toBe(false)
})

test.each(['0', '65536', 'abc', '-1', '1e3', '80.5'])('the port %s is refused by name', (PORT) => {
  expect(parseEnvironment({ ...needed, PORT }).problems).toEqual([expect.stringMatching(`^PORT is wrong .*${PORT}`)])
})

test('everything wrong is said at once, and what may hold a password is not repeated', () => {
  const { problems } = parseEnvironment({
    DATABASE_URL: 'mysql://root:hunter2@x/y',
    AUTH_SECRET: 'hunter2',
    DEMO: 'yes',
  })
  expect(problems?.map((line) => line.split(' ')[0]).sort()).toEqual(['AUTH_SECRET', 'DATABASE_URL', 'DEMO'])
  expect(problems?.join()).not.toContain('hunter2')
})

test('.env.example names every variable', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^(\w+)=/gm)].map(([, name]) => name)
  const code = [...readFileSync('src/platform/env.ts', 'utf8').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...new Set(code)].filter((name) => name !== 'EMBEDDED_DATABASE').sort())
})
