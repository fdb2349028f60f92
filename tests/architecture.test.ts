import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'
import houseRules from '../.dependency-cruiser.mjs'
import { filesBelow, root } from './architecture/files'

type Violation = { rule: { name: string }; from: string; to: string }
type Cruise = {
  modules: { source: string; dependencies: { module: string; resolved: string }[] }[]
  summary: { violations: Violation[]; totalCruised: number }
}

/** Runs the checker as `npm run check` does, in `house` (a folder with src and tsconfig.json). */
function cruise(house: string): Cruise {
  const checker = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [checker, 'src', '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json']
  return JSON.parse(
    execFileSync(process.execPath, args, {
      cwd: house,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

const source = filesBelow('src')

describe('who may import whom', () => {
  const badHouse = join(root, 'tests/architecture/bad-house')
  const rules = houseRules.forbidden ?? []
  const ruleNames = rules.map(({ name }) => name).sort()
  const planted = readdirSync(badHouse, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.startsWith('src') && path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(join(badHouse, path), 'utf8').matchAll(/\/\/ fault: (\S+)/g)].map(
        ([, rule]) => `${rule} in ${path}`,
      ),
    )
    .sort()

  test('the bad house has exactly one fault per rule, so no rule can be taken away unnoticed', () => {
    expect(planted.map((fault) => fault.split(' ')[0])).toEqual(ruleNames)
  })

  test('every planted fault is found where it stands, and nothing else', () => {
    const { summary } = cruise(badHouse)
    expect(summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`).sort()).toEqual(planted)
  })

  test('each rule says why', () => {
    expect(rules.filter(({ comment = '' }) => comment.length < 20)).toEqual([])
  })

  test('the checker reads our TypeScript, follows @/ and finds nothing', () => {
    const { modules, summary } = cruise(root)
    const ours = source.filter(({ path }) => /\.tsx?$/.test(path) && !path.includes('.test.')).map(({ path }) => path)
    expect(modules.map((module) => module.source)).toEqual(expect.arrayContaining(ours))
    const aliases = modules.flatMap(({ source: from, dependencies }) =>
      dependencies
        .filter(({ module }) => module.startsWith('@/'))
        .map(({ module, resolved }) => ({ from, module, resolved })),
    )
    expect(
      aliases
        .filter(({ resolved }) => !/^(src|messages)\//.test(resolved))
        .map(({ from, module }) => `${from}: ${module}`),
    ).toEqual([])
    // One alias in src is enough to prove that they are followed; an empty house has none.
    expect(aliases.length > 0).toBe(source.some(({ text }) => /from '@\//.test(text)))
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })
})

test('the linter takes accessibility, promises, casts and hooks as errors', async () => {
  const { rules } = await new ESLint({ cwd: root }).calculateConfigForFile('src/ui/any.tsx')
  const severityOf = (name: string): unknown => [rules[name]].flat()[0]
  const always = [
    '@typescript-eslint/no-floating-promises',
    '@typescript-eslint/no-explicit-any',
    '@typescript-eslint/consistent-type-assertions',
  ]
  const errors = [...always, 'react-hooks/rules-of-hooks', 'react-hooks/exhaustive-deps', 'no-restricted-syntax']
  expect(errors.filter((name) => severityOf(name) !== 2)).toEqual([])
  const a11y = Object.keys(rules).filter((name) => name.startsWith('jsx-a11y/'))
  expect(a11y.filter((name) => severityOf(name) === 2).length).toBeGreaterThanOrEqual(30)
  expect(a11y.filter((name) => severityOf(name) === 1)).toEqual([])
})
