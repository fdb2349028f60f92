/** A square of one degree with this south-west corner, as boundaries are stored. */
const square = (west: number, south: number) => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + 1, south],
        [west + 1, south + 1],
        [west, south + 1],
        [west, south],
      ],
    ],
  ],
})

/** A NUTS region of the level its code says, one degree wide. */
const aRegion = (code: string, west: number, south: number) => ({
  ...{ code, country: code.slice(0, 2), level: code.length - 2, version: '2021', name: `Region ${code}` },
  boundary: square(west, south),
})

/** A region of level 3 with those around it, all of the same outline. */
export const regionsAround = (code: string, west: number, south: number) =>
  [3, 4, 5].map((length) => aRegion(code.slice(0, length), west, south))
