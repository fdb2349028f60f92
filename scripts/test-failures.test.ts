import { expect, test } from 'vitest'
import { failuresOfPlaywright, failuresOfVitest } from './test-failures.mjs'

test('a test that failed is named with its file and the first lines of what was thrown, without colours', () => {
  const report = {
    testResults: [
      {
        name: `${process.cwd()}/src/a.test.ts`,
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'a sum', failureMessages: [] },
          { status: 'failed', fullName: 'a product', failureMessages: ['\u001B[31mexpected 4\u001B[39m\n  at a.ts:3'] },
        ],
      },
      { name: `${process.cwd()}/src/b.test.ts`, status: 'failed', message: 'no such file', assertionResults: [] },
      { name: `${process.cwd()}/src/c.test.ts`, status: 'passed', message: '', assertionResults: [] },
    ],
  }
  expect(failuresOfVitest(report)).toEqual([
    'src/a.test.ts › a product\n    expected 4\n      at a.ts:3',
    'src/b.test.ts\n    no such file',
  ])
})

test('a journey that failed is named with its file and the group it stands in; so is what stopped the whole run', () => {
  const spec = (title: string, ok: boolean) => ({
    title,
    ok,
    tests: [{ results: [{}, { error: ok ? undefined : { message: 'not visible' } }] }],
  })
  const report = {
    errors: [{ message: 'the server did not start' }],
    suites: [
      {
        title: 'map.spec.ts',
        specs: [spec('pans', true)],
        suites: [{ title: 'on a phone', specs: [spec('zooms', false)] }],
      },
    ],
  }
  expect(failuresOfPlaywright(report)).toEqual([
    'the server did not start',
    'map.spec.ts › on a phone › zooms\n    not visible',
  ])
})
