import { expect, test } from 'vitest'
import { AddressAhead } from './address-ahead'

test('who writes begins from what is on its way, and from the present address otherwise', () => {
  const ahead = new AddressAhead()
  expect(ahead.base('/en/map', 0)).toBe('/en/map')
  ahead.move('/en/map?bbox=1', 0)
  expect(ahead.base('/en/map', 10)).toBe('/en/map?bbox=1')
  ahead.press('/en/map?bbox=1&since=1990#list', true, 20)
  expect(ahead.base('/en/map', 30)).toBe('/en/map?bbox=1&since=1990')
  ahead.landed()
  expect(ahead.base('/en/map?since=1990', 40)).toBe('/en/map?since=1990')
})

test('another page on its way is nothing to add to', () => {
  const ahead = new AddressAhead()
  ahead.press('/en/actors?kind=company', true, 0)
  expect(ahead.base('/en/map?q=a', 10)).toBe('/en/map?q=a')
  expect(ahead.waits(10)).toBeGreaterThan(0)
})

test('what takes the place of a step that is on its way is that step, and one only', () => {
  const ahead = new AddressAhead()
  expect(ahead.press('/en/map?since=1990', true, 0)).toBe(true)
  expect(ahead.press('/en/map?since=1991', false, 10)).toBe(true)
  ahead.landed()
  expect(ahead.press('/en/map?since=1992', false, 20)).toBe(false)
})

test('only what somebody chose is waited for, and not for ever', () => {
  const ahead = new AddressAhead()
  ahead.move('/en/map?bbox=1', 0)
  expect(ahead.waits(10)).toBe(0)
  ahead.press('/en/map?bbox=1&q=a', true, 10)
  expect(ahead.waits(20)).toBe(9990)
  expect(ahead.waits(10_010)).toBe(0)
  expect(ahead.base('/en/map', 10_010)).toBe('/en/map')
})
