import { expect, test } from 'vitest'
import { countryCodes } from '@/core/country'
import { areaKm2, pointWithin } from '@/core/polygon'
import { countriesOfPoints, countryPolygons } from '@/modules/places/border.queries'
import listed from '@/modules/places/country-areas.json'

// `npx vitest run --project unit src/modules/places/country-areas.test.ts -u` writes the list anew.
test('points and areas of countries are those of the outlines', { timeout: 120_000 }, async () => {
  const rows = [...countryPolygons()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, polygons]) => {
      const [longitude, latitude] = pointWithin(polygons).map((degrees) => Number(degrees.toFixed(3)))
      return { code, longitude, latitude, km2: Number(areaKm2(polygons).toPrecision(4)) }
    })
  await expect(`${JSON.stringify(rows, null, 2)}\n`).toMatchFileSnapshot('country-areas.json')
})

test('every country has one', () => {
  expect(countryCodes.filter((code) => !listed.some((one) => one.code === code))).toEqual([])
})

test('each point lies in its country, and areas are those of the books', { timeout: 120_000 }, () => {
  // The pole is no point to ask for, and Natural Earth draws Italy over the Vatican.
  const asked = listed.filter(({ code }) => code !== 'AQ' && code !== 'VA')
  expect(countriesOfPoints(asked)).toEqual(asked.map(({ code }) => code))
  // Km² as national statistics give them, without what has a code of its own; outlines are good to 2 %.
  const known = { IT: 302_073, PL: 312_679, DE: 357_595, SE: 447_425, ES: 505_983, ZA: 1_221_037 }
  for (const [code, km2] of Object.entries(known)) {
    const found = listed.find((one) => one.code === code)?.km2 ?? 0
    expect([code, Math.abs(found / km2 - 1) < 0.03]).toEqual([code, true])
  }
})
