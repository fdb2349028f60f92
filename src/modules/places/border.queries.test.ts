import { expect, test } from 'vitest'
import { countriesOfPoints, isInCountry } from '@/modules/places/border.queries'

const at = (longitude: number, latitude: number) => ({ longitude, latitude })

test.each([
  ['Reggio Emilia', at(10.63, 44.7), 'IT'],
  ['San Marino', at(12.45, 43.94), 'SM'],
  ['Monaco', at(7.42, 43.735), 'MC'],
  ['Pristina', at(21.166, 42.663), 'XK'],
  ['the quay of Gävle', at(17.2, 60.69), 'SE'],
  ['Las Palmas', at(-15.43, 28.13), 'ES'],
  ['Pointe-à-Pitre', at(-61.53, 16.24), 'GP'],
  ['Saint-Denis on Réunion', at(55.45, -20.88), 'RE'],
  ['Longyearbyen', at(15.64, 78.22), 'SJ'],
  ['Ushuaia', at(-68.3, -54.8), 'AR'],
  ['Anadyr', at(177.51, 64.73), 'RU'],
  ['the far end of Chukotka', at(-172.9, 64.4), 'RU'],
  ['Simferopol', at(34.1, 44.95), 'UA'],
  ['the middle of the Atlantic', at(-30, 30), null],
])('%s', (_name, point, country) => {
  expect(countriesOfPoints([point, null])).toEqual([country, null])
})

test('a point less than ten kilometres over the border still counts as inside', () => {
  expect(isInCountry('IT', at(10.63, 44.7))).toBe(true)
  expect(isInCountry('FR', at(7.53, 43.78))).toBe(true) // Menton, Ventimiglia
  expect(isInCountry('VA', at(12.4534, 41.9029))).toBe(true)
  expect(isInCountry('PL', at(10.63, 44.7))).toBe(false)
  expect(isInCountry('FR', at(55.5, -21.1))).toBe(true)
  expect(isInCountry('RE', at(55.5, -21.1))).toBe(true)
  expect(isInCountry('SE', at(9.92, 57.05))).toBe(false) // Aalborg
})
