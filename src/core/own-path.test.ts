import { expect, test } from 'vitest'
import { ownPath } from './own-path'

test.each(['/pl/desk', '/en/actors?kind=enterprise&q=a%20b#list', '/'])('%s is ours', (path) => {
  expect(ownPath(path, '/en')).toBe(path)
})

test.each([
  'https://example.org/',
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  '/..//example.org',
  '/%2e%2e//example.org',
  'javascript:alert(1)',
  'en/desk',
  '',
  null,
  undefined,
])('%j leads home', (path) => {
  expect(ownPath(path, '/en')).toBe('/en')
})
