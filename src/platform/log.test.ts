import { expect, test } from 'vitest'
import { loggedPath } from './log'

test('the token of a mailed link stands in no log', () => {
  expect(loggedPath(`/it/privacy/own/${'aB3_-'.repeat(4)}xy`)).toBe('/it/privacy/own/…')
  expect(loggedPath(`/en/desk/actors/0190a000-0000-7000-8000-000000000000/persons/new`)).toBe(
    '/en/desk/actors/0190a000-0000-7000-8000-000000000000/persons/new',
  )
})
