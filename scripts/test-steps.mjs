// The work of `npm test`, under the packaged Node: one step after the other, all of them, then the sum.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { generate } from './build.mjs'
import { root } from './dependencies.mjs'
import { main, step } from './steps.mjs'

process.chdir(root)
const results = join(root, '.data-test/results')
const bin = (name) => join('node_modules', name)
const vitest = (project, env = {}) => ({
  name: project,
  command: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
  ],
  options: (file) => [`--outputFile.json=${file}`],
  env: () => env,
  count: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
})

/** Steps that only read files: two rows of them, beside each other. */
const reading = [
  [{ name: 'lint', command: [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'] }],
  [
    { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
    { name: 'types', command: [bin('typescript/bin/tsc'), '--noEmit'] },
    vitest('architecture'),
  ],
]
const steps = [
  vitest('unit'),
  vitest('db'),
  ...(existsSync('tests/permissions') ? [vitest('permissions')] : []),
  vitest('timing', { SIGN_INS: '60' }),
  {
    name: 'end-to-end',
    command: [bin('@playwright/test/cli.js'), 'test', '--pass-with-no-tests', '--reporter=list,json'],
    env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  },
]

/** Runs one step with its output on the terminal. A step without a count of its own is one check. */
async function check({ name, command, options, env, count }) {
  const file = join(results, `${name}.json`)
  console.log(`\n── ${name}`)
  const since = Date.now()
  const child = spawn(process.execPath, [...command, ...(options?.(file) ?? [])], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env?.(file) },
  })
  const code = await new Promise((done) => child.once('exit', done))
  const sum =
    count && existsSync(file)
      ? count(JSON.parse(readFileSync(file, 'utf8')))
      : { passed: code === 0 ? 1 : 0, failed: 0 }
  if (code !== 0 && sum.failed === 0) sum.failed = 1 // a file that could not even be read, say
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  console.log(`${sum.failed ? '✗' : '✓'} ${name}: ${sum.passed} passed, ${sum.failed} failed  ${seconds} s`)
  return sum
}

await main(async () => {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  await step('generated code', generate)
  await step('browser', async (note) => note((await findBrowser()).name))
  const total = { passed: 0, failed: 0 }
  const inOrder = async (row) => {
    for (const each of row) {
      const { passed, failed } = await check(each)
      total.passed += passed
      total.failed += failed
    }
  }
  await Promise.all(reading.map(inOrder))
  await inOrder(steps)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  if (total.failed) process.exitCode = 1
})
