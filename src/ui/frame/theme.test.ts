import { expect, test } from 'vitest'
import { themeOf } from './theme'

test('only a theme of ours is taken from the cookie', () => {
  expect(themeOf('dark')).toBe('dark')
  expect(themeOf(undefined)).toBe('system')
  expect(themeOf('" onload="')).toBe('system')
})
