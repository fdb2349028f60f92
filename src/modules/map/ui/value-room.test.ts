import { expect, test } from 'vitest'
import { valuesWithRoom } from './value-room'

const at = (code: string, longitude: number, latitude: number, value: string) => ({
  code,
  at: [longitude, latitude] as const,
  value,
})

test('a value is written where it touches no larger one: two lines have room that stand nearer than two columns', () => {
  // Poznań and Katowice: 21 and 37 pixels apart at zoom 4.
  const regions = [at('PL41', 17.2, 52.3, '69'), at('PL22', 19.0, 50.3, '56'), at('CZ08', 18.1, 49.9, '5')]
  expect([...valuesWithRoom(regions, 4)]).toEqual(['PL41', 'PL22'])
  expect([...valuesWithRoom(regions, 6)]).toEqual(['PL41', 'PL22', 'CZ08'])
  expect([...valuesWithRoom(regions, 1)]).toEqual(['PL41'])
})

test('a long value needs more room', () => {
  const beside = (value: string) => [at('A', 10, 50, value), at('B', 12.5, 50, value)]
  expect(valuesWithRoom(beside('9'), 4).size).toBe(2)
  expect(valuesWithRoom(beside('1,234.5'), 4).size).toBe(1)
})
