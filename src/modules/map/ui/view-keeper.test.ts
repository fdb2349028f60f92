import { expect, test } from 'vitest'
import { viewKey, ViewKeeper } from './view-keeper'

test('a view the map wrote itself is not followed, until somebody goes elsewhere', () => {
  const keeper = new ViewKeeper()
  const key = viewKey({ bbox: [10, 44, 11, 45], zoom: 7 })
  keeper.wrote(key)
  expect(keeper.isOwn(key)).toBe(true)
  expect(keeper.isOwn(viewKey(null))).toBe(false)
  keeper.forget()
  expect(keeper.isOwn(key)).toBe(false)
})

test('one report after a move of ours is expected, a late one is not', () => {
  const keeper = new ViewKeeper()
  expect(keeper.wasExpected(0)).toBe(false)
  keeper.expectMove(1000)
  expect(keeper.wasExpected(1400)).toBe(true)
  expect(keeper.wasExpected(1410)).toBe(false)
  keeper.expectMove(2000)
  expect(keeper.wasExpected(9000)).toBe(false)
})
