import { expect, test } from 'vitest'
import { ListDictionary, PairTable } from './code-lists'

test('lists are taken apart once, and counted by what is in them', () => {
  const lists = new ListDictionary((text) => text.split(','))
  const [one, other] = [lists.numberOf('IT,DE,IT'), lists.numberOf('DE,SE')]
  expect(lists.numberOf('IT,DE,IT')).toBe(one)
  expect(lists.numberOf('IT,DE')).toBe(one)
  expect([lists.numberOf(''), lists.count]).toEqual([0, 3])
  expect(lists.codesAt(one)).toEqual(['IT', 'DE'])
  expect(lists.codesAt(0)).toEqual([])
  expect([...lists.tableOfAny((code) => code === 'SE')]).toEqual([0, 0, 1])
  const counts = new Uint32Array(3)
  counts[one] = 2
  counts[other] = 5
  const sums = lists.sumsOf(counts)
  expect(lists.codes.texts.map((code, number) => [code, sums[number]])).toEqual([
    ['', 0],
    ['IT', 2],
    ['DE', 7],
    ['SE', 5],
  ])
})

test('as many lists as there are, each with its own number', () => {
  const lists = new ListDictionary((text) => text.split(','))
  const texts = Array.from({ length: 9000 }, (_, n) => `${String(n % 100)},${String(Math.floor(n / 100) + 100)},x`)
  const numbers = texts.map((text) => lists.numberOf(text))
  expect(new Set(numbers).size).toBe(9000)
  expect(texts.map((text) => lists.numberOf(text))).toEqual(numbers)
  expect(numbers.map((number) => lists.codesAt(number).join())).toEqual(texts)
})

test('a pair has one number, whoever asks, however many there are', () => {
  const pairs = new PairTable()
  const number = (n: number) => pairs.numberOf(n % 97, Math.floor(n / 97))
  const first = Array.from({ length: 5000 }, (_, n) => number(n))
  expect(new Set(first).size).toBe(5000)
  expect(Array.from({ length: 5000 }, (_, n) => number(n))).toEqual(first)
  expect(pairs.known(3, 0)).toBe(first[3])
  expect(pairs.known(0, 3)).toBe(first[3 * 97])
  expect(pairs.known(98, 0)).toBe(-1)
  expect([pairs.one.data[first[100] ?? 0], pairs.other.data[first[100] ?? 0]]).toEqual([3, 1])
})
