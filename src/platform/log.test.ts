import { expect, test } from 'vitest'
import { loggedPath } from './log'

test('the token of a mailed link stands in no log', () => {
  expect(loggedPath(`/it/privacy/own/${'aB3_-'.repeat(4)}xy`)).toBe('/it/privacy/own/…')
  expect(loggedPath(`/en/desk/actors/0190a000-0000-7000-8000-000000000000/persons/new`)).toBe(
    '/en/desk/actors/0190a000-0000-7000-8000-000000000000/persons/new',
  )
})

test('what somebody typed into an address, and the name in that of a record, stand in none', () => {
  expect(loggedPath('/it/actors/mario-rossi-e-figli-k3x7q')).toBe('/it/actors/…-k3x7q')
  expect(loggedPath('/it/actors/Mario%20Rossi')).toBe('/it/actors/…')
  const file = '/files/0190a000-0000-7000-8000-000000000000'
  expect(loggedPath(`${file}/mario-rossi.pdf`)).toBe(`${file}/…`)
  expect(loggedPath(`${file}/640.webp`)).toBe(`${file}/640.webp`)
  expect(loggedPath('/api/nothing/mario@example.eu')).toBe('/api/nothing/…')
  for (const path of ['/', '/it', '/tiles/actors/3/4/5.mvt', '/api/v1/openapi.json', '/api/admin/audit.csv'])
    expect(loggedPath(path)).toBe(path)
})
