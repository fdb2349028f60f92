// `npm run test:planted`: takes one check away at a time and runs the permission tests, which must fail each time.
// It changes files of this checkout and puts them back: nothing in them may be uncommitted.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/** Where a check stands, and what stands there without it. */
const faults = [
  {
    name: 'a query of a list reads the table instead of what is public',
    file: 'src/modules/actors/actor.sql.ts',
    check: 'SELECT a.* FROM public_actor a',
    without: 'SELECT a.*, a.public_longitude AS lon FROM actor a',
  },
  {
    name: 'a query of one record does not ask who reads it',
    file: 'src/modules/actors/actor-detail.queries.ts',
    check: 'requireSeen(canReadActor(viewer, row), wasPublic)',
    without: 'requireSeen(canReadActor(viewer, row) || true, wasPublic)',
  },
  {
    name: 'an action publishes for whoever may edit',
    file: 'src/core/curated.ts',
    check: "if (!drafting.includes(from) || !drafting.includes(to)) return 'coordinator'",
    without: "if (!drafting.includes(from)) return 'coordinator'",
  },
  {
    name: 'a page of the desk opens for everybody who is signed in',
    file: 'src/app/[locale]/desk/desk-viewer.ts',
    check: 'if (!canKeepDraft(viewer)) forbidden()',
    without: 'canKeepDraft(viewer)',
  },
  {
    name: 'an answer leaves without a decision',
    file: 'src/doors/answer.ts',
    check: '  decided()\n',
    without: '',
  },
  {
    name: 'a route that has no row',
    file: 'src/doors/app.ts',
    check: "app.get('/robots.txt'",
    without: "app.get('/api/secrets', (c) => c.text('all of them'))\n\napp.get('/robots.txt'",
  },
]

const files = [...new Set(faults.map(({ file }) => file))]
if (execFileSync('git', ['status', '--porcelain', '--', ...files], { encoding: 'utf8' }).trim() !== '') {
  console.error('Commit first: these files are changed and put back.')
  process.exit(1)
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'permissions', '--reporter=dot']
const told = /\d+ (cells|doors|listings), .*|^ *[+-] .*(instead of|betrays|route).*/gm

let unseen = 0
for (const { name, file, check, without } of faults) {
  const text = readFileSync(file, 'utf8')
  if (text.split(check).length !== 2) throw new Error(`${file} does not hold the check exactly once: ${check}`)
  writeFileSync(
    file,
    text.replace(check, () => without),
  )
  try {
    const { status, stdout } = spawnSync(process.execPath, vitest, { encoding: 'utf8', maxBuffer: 1e9 })
    if (status === 0) unseen += 1
    const lines = stdout.match(told) ?? []
    console.log(`${status === 0 ? '✗ not seen' : '✓ seen'}: ${name}\n    ${lines.slice(0, 5).join('\n    ')}`)
  } finally {
    writeFileSync(file, text)
  }
}
console.log(`${faults.length - unseen} planted faults seen, ${unseen} not seen`)
if (unseen > 0) process.exitCode = 1
