import { readFileSync, globSync } from 'node:fs'
import { expect, test } from 'vitest'

const texts: unknown = JSON.parse(readFileSync('messages/en/errors.json', 'utf8'))
const keys = Object.keys(Object(texts))

test('every key that a schema or a refusal of ours names has a text', () => {
  const named = globSync(['src/core/**/*.ts', 'src/modules/**/*.{schema,policy,commands,actions,queries}.ts'])
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(keyInSource)].map((found) => found[1] ?? found[2]))
  expect(keys).toContain('generic')
  expect(named.length).toBeGreaterThan(20)
  expect([...new Set(named)].filter((key) => !keys.some((known) => known === key))).toEqual([])
})

// `error: 'required'` of zod, `new AppError('conflict', 'stale')` of rules.
const keyInSource = /\berror: '([a-z][A-Za-z]*)'|AppError\(\s*'[a-z-]+',\s*'([a-z][A-Za-z]*)'/g
