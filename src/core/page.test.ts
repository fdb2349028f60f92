import { expect, test } from 'vitest'
import { decodeKey, encodeKey, type KeyPart, type PageKey, placeIn } from './page'

const id = '01930000-0000-7000-8000-000000000001'
const orders: Record<'name' | 'relations' | 'started', readonly KeyPart[]> = {
  name: ['text', 'id'],
  relations: ['count', 'text', 'id'],
  started: ['time', 'id'],
}

test('a position comes back as it was written, whatever letters it holds', () => {
  expect(decodeKey(encodeKey(['żółw ?/+', 3, null]))).toEqual(['żółw ?/+', 3, null])
})

test('what is no position of ours is none', () => {
  for (const text of ['', 'abc', 'A'.repeat(9000), encodeKey(['a']), encodeKey(['a\0', id]), btoa('{"a":1}')])
    expect(decodeKey(text), text.slice(0, 20)).toBeNull()
})

test('a list is read from where the position says, in the order asked for', () => {
  expect(placeIn({}, orders, 'name')).toEqual({ sort: 'name', after: null, ignored: [] })
  const places: [string, PageKey][] = [
    ['name', ['a', id]],
    ['relations', [3, 'a', id]],
    ['started', ['1982-05-01', id]],
    ['started', ['-infinity', id]],
    ['started', ['2026-11-24 10:02:03.123456+00', id]],
  ]
  for (const [sort, after] of places)
    expect(placeIn({ sort, after }, orders, 'name')).toEqual({ sort, after, ignored: [] })
})

test('an order or a position of another list means nothing: it begins anew and says so', () => {
  expect(placeIn({ sort: 'size' }, orders, 'name')).toEqual({ sort: 'name', after: null, ignored: ['sort'] })
  const strange: [string, PageKey][] = [
    ['name', ['a', 'b']],
    ['name', [1, id]],
    ['name', ['a', 'b', id]],
    ['relations', [1.5, 'a', id]],
    ['relations', [1e30, 'a', id]],
    ['started', ['2026-02-31', id]],
    ['started', ['0000-01-01', id]],
    ['started', ['2026-01-01 25:00:00+00', id]],
    ['started', [null, id]],
  ]
  for (const [sort, after] of strange)
    expect(placeIn({ sort, after }, orders, 'name'), JSON.stringify(after)).toEqual({
      sort,
      after: null,
      ignored: ['after'],
    })
})
