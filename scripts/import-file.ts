// `npm run import -- FILE --as READER [--territory SLUG or auto] [--commit] [--skip-refused] [--draft] [--json]`
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isAppError } from '@/core/app-error'
import { systemViewer } from '@/core/viewer'
import { importFile } from '@/modules/imports/import.commands'
import {
  type ImportProblem,
  type ImportReport,
  noRecords,
  readers,
  UnreadableFile,
} from '@/modules/imports/import.schema'
import { closeDatabase } from '@/platform/db'

const usage = `npm run import -- FILE --as ${readers.join(' | ')} [--territory SLUG or auto] [--commit] [--skip-refused] [--draft] [--json]`

/** A fault of the call or of the whole file: one sentence, nothing stored. */
class Refused extends Error {}

const sentences: Record<UnreadableFile['code'], (values: UnreadableFile['values']) => string> = {
  emptyFile: () => 'The file is empty.',
  noRows: () => 'The file holds a header and no rows.',
  notText: () => 'The file is no text in UTF-8.',
  tooLarge: () => 'The file is larger than 10 MB.',
  wrongColumns: ({ missing }) => `These columns are missing: ${String(missing)}. Is it a file of another format?`,
}

function read(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(resolve(process.env.CALLED_FROM ?? '.', file))
  } catch {
    throw new Refused(`${file} cannot be read. Does it exist?`)
  }
  if (bytes.length > 10 * 1024 * 1024) throw new UnreadableFile('tooLarge')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('notText')
  }
}

function request() {
  const { values, positionals } = (() => {
    try {
      return parseArgs({
        allowPositionals: true,
        options: {
          as: { type: 'string' },
          territory: { type: 'string', default: 'auto' },
          commit: { type: 'boolean', default: false },
          'skip-refused': { type: 'boolean', default: false },
          draft: { type: 'boolean', default: false },
          json: { type: 'boolean', default: false },
        },
      })
    } catch (error) {
      throw new Refused(`${error instanceof Error ? error.message : ''}\n${usage}`)
    }
  })()
  const as = readers.find((reader) => reader === values.as)
  const [file] = positionals
  if (file === undefined || positionals.length > 1 || as === undefined) throw new Refused(usage)
  return { ...values, file, as, skipRefused: values['skip-refused'] }
}

type Values = ImportProblem['values']
const inWords: Record<string, (values: Values) => string> = {
  ragged: ({ found, expected }) => `has ${String(found)} cells, the header ${String(expected)}.`,
  required: () => 'is blank.',
  tooLong: ({ max }) => `is longer than ${String(max)} characters.`,
  notText: () => 'holds characters that are no text.',
  countryMissing: () => 'names no country.',
  countryUnknown: ({ country }) => `"${String(country)}" is no country, and there is no point to tell by.`,
  countryRepaired: ({ label, from, to }) =>
    `${String(label)} lies in ${String(to)}, not in "${String(from)}": stored so.`,
  homonyms: ({ label, count }) => `${String(count)} places near by are called ${String(label)}: the nearest was taken.`,
  sameTie: ({ label, as, asRow }) =>
    `${String(label)} is the tie of row ${String(asRow)}, ${String(as)}, under other names.`,
  twinWithItself: ({ label }) => `${String(label)} cannot be its own twin.`,
  halfPoint: () => 'is missing while the other half of the point is there.',
  longitudeRange: () => 'is no longitude from -180 to 180.',
  latitudeRange: () => 'is no latitude from -90 to 90.',
}

const sayProblem = ({ row, field, severity, code, values }: ImportProblem) =>
  `row ${String(row)}${field === '' ? '' : `, ${field}`} (${severity}): ${inWords[code]?.(values) ?? code}`

function say(report: ImportReport, commit: boolean): void {
  const { created, changed, unchanged, refused } = report.counts.relations
  for (const problem of report.problems) console.log(`  ${sayProblem(problem)}`)
  console.log(
    Object.entries(report.summary)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', '),
  )
  console.log(
    `relations: ${String(created)} created, ${String(changed)} changed, ${String(unchanged)} unchanged; ${String(refused)} rows refused`,
  )
  if (report.stored) console.log('Stored.')
  else if (commit) console.log('Nothing stored: rows were refused. Mend them, or add --skip-refused.')
  else console.log('Dry run: nothing stored. Add --commit to store.')
}

/** The one object of `--json` (docs: contracts); after a refusal of the whole call it holds the reason alone. */
const jsonOf = ({ counts, problems, summary, stored }: ImportReport) =>
  JSON.stringify({
    counts,
    problems: problems.map((problem) => ({ ...problem, message: sayProblem(problem) })),
    summary,
    stored,
  })

const isJson = process.argv.includes('--json')
try {
  const { file, as, territory, commit, draft, skipRefused } = request()
  const report = await importFile(systemViewer, {
    ...{ fileName: basename(file), text: read(file), as, territory, commit, skipRefused, draft },
  })
  if (isJson) console.log(jsonOf(report))
  else say(report, commit)
  if (commit && !report.stored) process.exitCode = 1
} catch (error) {
  const message =
    error instanceof UnreadableFile
      ? sentences[error.code](error.values)
      : error instanceof Refused
        ? error.message
        : isAppError(error) && error.code === 'not-found'
          ? 'There is no such territory. Use its slug, or auto.'
          : null
  if (message === null) throw error
  process.exitCode = 1
  const problem = { row: 1, field: '', severity: 'refused' as const, code: 'file', values: {}, message }
  if (isJson)
    console.log(JSON.stringify({ counts: { actors: noRecords(), relations: noRecords() }, problems: [problem] }))
  else console.error(message)
} finally {
  await closeDatabase()
}
