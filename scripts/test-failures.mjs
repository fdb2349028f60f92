// What failed, said once more at the end: a log is often read, or kept, from its last lines only.
import { stripVTControlCharacters } from 'node:util'

const lines = 15
const letters = 300

/** The first lines of what was thrown, without colours, each indented and none endless. */
export function briefly(text) {
  const words = stripVTControlCharacters(text ?? '')
    .split('\n')
    .filter(Boolean)
  return words.slice(0, lines).map((line) => `    ${line.slice(0, letters)}`)
}

/** Failures in the report of Vitest (reporter json): tests, and files that could not be read. One text each. */
export function failuresOfVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(`${process.cwd()}/`, '')
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [[file, ...briefly(message)].join('\n')]
    return failed.map((test) => [`${file} › ${test.fullName}`, ...briefly(test.failureMessages[0])].join('\n'))
  })
}

/** Failures in the report of Playwright (reporter json), one text each. */
export function failuresOfPlaywright({ suites, errors }) {
  const within = (suite, path) => {
    const here = [...path, suite.title]
    const failed = suite.specs
      .filter((spec) => !spec.ok)
      .map((spec) => {
        const error = spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error
        return [[...here, spec.title].join(' › '), ...briefly(error?.message)].join('\n')
      })
    return [...failed, ...(suite.suites ?? []).flatMap((inner) => within(inner, here))]
  }
  return [
    ...errors.map(({ message }) => briefly(message).join('\n').trim()),
    ...suites.flatMap((one) => within(one, [])),
  ]
}
