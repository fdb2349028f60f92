import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latitudeAt, longitudeAt, maxLatitude, mercatorX, mercatorY, wrapLongitude } from './mercator'

test('a point comes back from the map where it was', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -maxLatitude, max: maxLatitude, noNaN: true }),
      (lon, lat) => {
        expect(longitudeAt(mercatorX(lon))).toBeCloseTo(lon, 9)
        expect(latitudeAt(mercatorY(lat))).toBeCloseTo(lat, 9)
      },
    ),
  )
})

test('the corners and the middle of the world are those of the square', () => {
  expect([mercatorX(-180), mercatorY(maxLatitude)]).toEqual([0, expect.closeTo(0, 12)])
  expect([mercatorX(0), mercatorY(0)]).toEqual([0.5, 0.5])
  expect([mercatorX(180), mercatorY(-90)]).toEqual([1, expect.closeTo(1, 12)])
})

test('a longitude beyond the antimeridian is wrapped', () => {
  expect([190, -190, 540, 179, -180, 180].map(wrapLongitude)).toEqual([-170, 170, -180, 179, -180, -180])
})
