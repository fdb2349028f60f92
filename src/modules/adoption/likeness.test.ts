import { expect, test } from 'vitest'
import { likenessOf, type Profile, reasonsOf, sharesOf } from './likeness.schema'

const shares = (said: Profile = {}) =>
  sharesOf({
    kind: { enterprise: 6, university: 2 },
    type: { twinning: 4, eu_project: 4 },
    country: { DE: 5, PL: 5 },
    ...said,
  })

test('a territory is wholly like itself, and says in what', () => {
  expect(likenessOf(shares(), shares())).toBe(1)
  expect(reasonsOf(shares(), shares()).map(({ share }) => share)).toEqual([1, 1, 1])
})

test('the share of a part is what both have in common', () => {
  const other = shares({ kind: { enterprise: 2, university: 6 }, country: { DE: 10 } })
  expect(reasonsOf(shares(), other)).toEqual([
    { part: 'type', share: 1, values: ['eu_project', 'twinning'] },
    { part: 'kind', share: 0.5, values: ['enterprise', 'university'] },
    { part: 'country', share: 0.5, values: ['DE'] },
  ])
  expect(likenessOf(shares(), other)).toBeCloseTo(2 / 3)
})

test('of fewer than three parts, or fewer than five records in a part, nothing is said', () => {
  expect(likenessOf(shares(), shares({ kind: { enterprise: 4 } }))).toBeNull()
  expect(likenessOf(sharesOf({}), shares())).toBeNull()
})
