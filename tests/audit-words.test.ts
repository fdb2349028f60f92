import { expect, test } from 'vitest'
import { auditActions } from '@/modules/administration/audit.schema'
import { filesBelow, withoutComments } from './architecture/files'

/** Deeds that the code writes into the log, where it names them beside the entry. */
const deeds = filesBelow('src/modules')
  .filter(({ path }) => /commands|jobs/.test(path) && !path.includes('.test.'))
  .flatMap(({ text }) => [...withoutComments(text).matchAll(/\baction: '([\w-]+)'/g)].map(([, deed = '']) => deed))

test('every deed of the log has words', () => {
  expect(deeds.length).toBeGreaterThan(40)
  expect(deeds.filter((deed) => !auditActions.some((action) => action === deed))).toEqual([])
})
