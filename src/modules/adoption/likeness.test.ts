import { expect, test } from 'vitest'
import { likenessOf, type Profile } from './likeness.schema'

const profile = (said: Profile = {}): Profile => ({
  kind: { enterprise: 6, university: 2 },
  type: { twinning: 4, eu_project: 4 },
  country: { DE: 5, PL: 5 },
  ...said,
})

test('a territory is wholly like itself, and says in what', () => {
  expect(likenessOf(profile(), profile())).toMatchObject({
    share: 1,
    reasons: [{ share: 1 }, { share: 1 }, { share: 1 }],
  })
})

test('the share of a part is what both have in common', () => {
  const likeness = likenessOf(profile(), profile({ kind: { enterprise: 2, university: 6 }, country: { DE: 10 } }))
  expect(likeness?.reasons).toEqual([
    { part: 'type', share: 1, values: ['eu_project', 'twinning'] },
    { part: 'kind', share: 0.5, values: ['enterprise', 'university'] },
    { part: 'country', share: 0.5, values: ['DE'] },
  ])
  expect(likeness?.share).toBeCloseTo(2 / 3)
})

test('of fewer than three parts, or fewer than five records in a part, nothing is said', () => {
  expect(likenessOf(profile(), profile({ kind: { enterprise: 4 } }))).toBeNull()
  expect(likenessOf({}, profile())).toBeNull()
})
