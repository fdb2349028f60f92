// `npm run test:planted`: takes one check away at a time and asks the permission tests about the doors it guards: they must
// fail each time, and in words that name the door. It changes files of this checkout and puts them back: nothing in them
// may be uncommitted. `npm run test:planted -- file` plants only those with the word in their name.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { bundleOptions, generate } from '../../scripts/build.mjs'

/**
 * Where a check stands, and what stands there without it; `doors` that it guards, and what must be `told`. What programs
 * ask is answered by the server's bundle alone (`isForPrograms`), which is made in a second; pages and actions need Next's
 * build. `tests` are those of http.test.ts unless another file is named.
 */
const allFaults = [
  {
    name: 'a query of a list reads the table instead of what is public',
    file: 'src/modules/actors/actor.sql.ts',
    check: 'SELECT a.* FROM public_actor a',
    without: 'SELECT a.*, a.public_longitude AS lon FROM actor a',
    tests: 'no list, search',
    doors: 'route GET listing: /api/v1/actors',
    told: /route GET listing: \/api\/v1\/actors.*, 0: betrays/,
    isForPrograms: true,
  },
  {
    name: 'a query of one record does not ask who reads it',
    file: 'src/modules/actors/actor-detail.queries.ts',
    check: 'requireSeen(canReadActor(viewer, row), wasPublic)',
    without: 'requireSeen(canReadActor(viewer, row) || true, wasPublic)',
    tests: 'every door lets in',
    doors: 'route GET /api/v1/actors/:key',
    told: /route GET \/api\/v1\/actors\/:key.*, 0: passed instead of (hidden|gone)/,
    isForPrograms: true,
  },
  {
    name: 'the file of contact persons is for whoever is signed in',
    file: 'src/modules/privacy/contact-export.commands.ts',
    check: 'requireThat(canExportPersons(viewer), viewer)',
    without: 'requireThat(viewer !== null, viewer)',
    tests: 'every door lets in',
    doors: 'route POST /api/contacts',
    told: /route POST \/api\/contacts.*, E: passed instead of refused/,
    isForPrograms: true,
  },
  {
    name: 'the file of contact persons is of any territory',
    file: 'src/modules/privacy/contact-export.commands.ts',
    check:
      "if (territoryId !== undefined && !viewer.can('coordinator', territoryId)) throw new AppError('not-found', 'notFound')",
    without: '',
    tests: 'every door lets in',
    doors: 'route POST /api/contacts',
    told: /route POST \/api\/contacts: other, C: passed instead of hidden/,
    isForPrograms: true,
  },
  {
    name: 'the file of the log holds what was done everywhere',
    file: 'src/modules/administration/audit.queries.ts',
    check: '{ AND: [inScope(viewer), ',
    without: '{ AND: [',
    tests: 'every door lets in',
    doors: 'route GET /api/admin/audit.csv',
    told: /route GET \/api\/admin\/audit\.csv, C: betrays the log, other/,
    isForPrograms: true,
  },
  {
    name: 'the file of the questions to holders is for everybody',
    file: 'src/modules/curation/verification.queries.ts',
    check: `): Promise<Page<RoundRow>> {
  requireThat(canAskHolders(viewer, asked.territoryId), viewer)`,
    without: `): Promise<Page<RoundRow>> {
  requireThat(true, viewer)`,
    tests: 'every door lets in',
    doors: 'route GET /api/verification.csv',
    told: /route GET \/api\/verification\.csv: other, 0: passed instead of sign-in/,
    isForPrograms: true,
  },
  {
    name: 'what reviewers say is read by the group while the round is open',
    file: 'src/modules/rounds/result.policy.ts',
    check: "state === 'closed' ? canReadGroup(viewer, group) : canKeepGroup(viewer, group)",
    without: 'canReadGroup(viewer, group)',
    tests: 'every door lets in',
    doors: 'route GET /api/rounds/:id/results.xlsx',
    told: /results\.xlsx: an open round, own territory, [RE]: passed instead of refused/,
    isForPrograms: true,
  },
  {
    name: 'that another territory has a group, and a round in it, is told to everybody',
    file: 'src/modules/groups/group.queries.ts',
    check: 'requireSeen(group !== null && canReadGroup(viewer, { id: group.id, territoryId: group.territory.id }))',
    without: 'requireSeen(group !== null)',
    tests: 'every door lets in',
    doors: 'route GET /api/rounds/:id/results.xlsx',
    told: /results\.xlsx: a round that is over, other territory, \w: \w+ instead of hidden/,
    isForPrograms: true,
  },
  {
    name: 'a file that waits for a coordinator is read with its record',
    file: 'src/modules/files/file.policy.ts',
    check: 'owner.isSeen && (!file.pending || owner.edits !== null)',
    without: 'owner.isSeen',
    tests: 'every door lets in',
    doors: 'route GET /files/:id/:name',
    told: /route GET \/files\/:id\/:name: .*, 0: passed instead of hidden/,
    isForPrograms: true,
  },
  {
    name: 'documents of groups and meetings are read by everybody',
    file: 'src/modules/files/file-owner.queries.ts',
    check: 'isSeen: canReadGroup(viewer, group),',
    without: 'isSeen: true,',
    tests: 'every door lets in',
    doors: 'route GET /files/:id/:name',
    told: /route GET \/files\/:id\/:name: of a (group|meeting) .*, 0: passed instead of hidden/,
    isForPrograms: true,
  },
  {
    name: 'a practice is read whoever asks',
    file: 'src/modules/practices/practice-detail.queries.ts',
    check: 'requireSeen(await isPracticeSeen(viewer, row), wasPublic)',
    without: 'requireSeen(true, wasPublic)',
    tests: 'every door lets in',
    doors: 'route GET /api/v1/practices/:key',
    told: /route GET \/api\/v1\/practices\/:key.*, 0: passed instead of (hidden|gone)/,
    isForPrograms: true,
  },
  {
    name: 'an answer leaves without a decision',
    file: 'src/doors/sitemap.ts',
    check: '  decided() // the queries of addresses read what everybody may see\n',
    without: '',
    tests: 'no list, search|without a decision',
    doors: 'route GET listing: /sitemap-',
    told: /"GET \/sitemap-actors\.xml/,
    isForPrograms: true,
  },
  {
    name: 'a route that has no row',
    file: 'src/doors/app.ts',
    check: "app.get('/robots.txt'",
    without: "app.get('/api/secrets', (c) => c.text('all of them'))\n\napp.get('/robots.txt'",
    path: 'tests/permissions/doors.test.ts',
    tests: 'has a row',
    told: /"route GET \/api\/secrets"/,
    isForPrograms: true,
  },
  {
    name: 'an action publishes for whoever may edit',
    file: 'src/core/curated.ts',
    check: "if (!drafting.includes(from) || !drafting.includes(to)) return 'coordinator'",
    without: "if (!drafting.includes(from)) return 'coordinator'",
    tests: 'every door lets in',
    doors: 'action actors/actor.actions',
    told: /action actors\/actor\.actions#\w+.*, E: passed instead of refused/,
  },
  {
    name: 'a page of the desk opens for everybody who is signed in',
    file: 'src/app/[locale]/desk/desk-viewer.ts',
    check: 'if (!canKeepDraft(session.viewer)) {',
    without: 'if (!canKeepDraft(session.viewer) && path === "") {',
    tests: 'every door lets in',
    doors: 'page /\\[locale\\]/desk',
    told: /page \/\[locale\]\/desk.*, R: passed instead of refused/,
  },
]

const faults = allFaults.filter(({ name }) => name.includes(process.argv[2] ?? ''))
const files = [...new Set(faults.map(({ file }) => file))]
if (execFileSync('git', ['status', '--porcelain', '--', ...files], { encoding: 'utf8' }).trim() !== '') {
  console.error('Commit first: these files are changed and put back.')
  process.exit(1)
}

for (const { file, check } of faults)
  if (readFileSync(file, 'utf8').split(check).length !== 2)
    throw new Error(`${file} does not hold the check exactly once: ${check}`)

const http = 'tests/permissions/http.test.ts'
// Beside the build, and found again by nobody: a run that is cut off leaves no fault in what others start.
const bundle = '.build-planted'

/** Runs the tests that a fault names; what they said when they failed, null when they passed. */
async function failureOf({ path = http, tests, doors = '', isForPrograms = false }) {
  if (isForPrograms) await build(bundleOptions(bundle))
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'permissions', path, '-t', tests]
  const env = {
    ...process.env,
    NO_COLOR: '1',
    ONLY_DOORS: doors,
    SERVER_BUNDLE: isForPrograms ? `${bundle}/server.mjs` : '',
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, { encoding: 'utf8', maxBuffer: 1e9, env })
  return status === 0 ? null : stdout + stderr
}

await generate()
try {
  // All of these doors, as they are: what fails with a check fails for another reason than that it is gone.
  const whole = { tests: 'every door lets in|no list, search|without a decision' }
  const before = await failureOf({ ...whole, doors: faults.flatMap(({ doors = [] }) => doors).join('|') })
  if (before !== null) throw new Error(`The tests fail without any fault:\n${before}`)
  let unseen = 0
  for (const fault of faults) {
    const { name, file, check, without, told } = fault
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace(check, () => without),
    )
    try {
      const line = (await failureOf(fault))?.split('\n').find((each) => told.test(each))
      if (line === undefined) unseen += 1
      console.log(`${line === undefined ? '✗ not seen' : '✓ seen'}: ${name}\n    ${line?.trim() ?? ''}`)
    } finally {
      writeFileSync(file, text)
    }
  }
  console.log(`${faults.length - unseen} planted faults seen, ${unseen} not seen`)
  if (unseen > 0) process.exitCode = 1
} finally {
  rmSync(bundle, { recursive: true, force: true })
}
