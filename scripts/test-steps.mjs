// The work of `npm test`, under the packaged Node: one step after the other, all of them, then the sum.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { generate } from './build.mjs'
import { root } from './dependencies.mjs'
import { main, step } from './steps.mjs'
import { briefly, failuresOfPlaywright, failuresOfVitest } from './test-failures.mjs'

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
  failures: failuresOfVitest,
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
    failures: failuresOfPlaywright,
  },
]

/** Runs one step with its output on the terminal. A step without a count of its own is one check. */
async function check({ name, command, options, env, count, failures }) {
  const file = join(results, `${name}.json`)
  console.log(`\n── ${name}`)
  const since = Date.now()
  const child = spawn(process.execPath, [...command, ...(options?.(file) ?? [])], {
    // What counts itself keeps its colours; of the others the output is the only thing to say.
    stdio: count ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env?.(file) },
  })
  let output = ''
  const listen = (chunk) => {
    output += chunk
    process.stdout.write(chunk)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const code = await new Promise((done) => child.once('close', done))
  const report = count && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  const sum = report ? count(report) : { passed: code === 0 ? 1 : 0, failed: 0 }
  if (code !== 0 && sum.failed === 0) sum.failed = 1 // a file that could not even be read, say
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  console.log(`${sum.failed ? '✗' : '✓'} ${name}: ${sum.passed} passed, ${sum.failed} failed  ${seconds} s`)
  const said = report ? failures(report) : []
  if (sum.failed && said.length === 0) said.push([`ended with ${code}`, ...briefly(output)].join('\n'))
  return { ...sum, failures: said }
}

await main(async () => {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  await step('generated code', generate)
  await step('browser', async (note) => note((await findBrowser()).name))
  const total = { passed: 0, failed: 0 }
  const failures = []
  const inOrder = async (row) => {
    for (const each of row) {
      const { passed, failed, failures: texts } = await check(each)
      total.passed += passed
      total.failed += failed
      failures.push(...texts.map((text) => `✗ ${each.name}: ${text}`))
    }
  }
  await Promise.all(reading.map(inOrder))
  await inOrder(steps)
  for (const failure of failures) console.log(`\n${failure}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  if (total.failed) process.exitCode = 1
})
