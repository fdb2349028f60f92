import { expect, test } from 'vitest'
import { groupsOf, highlighted, recentGroups, rowAfter } from './suggestion-state'

const found = (kind: 'actor' | 'relation', id: string) => ({
  ...{ kind, id, name: id, language: 'en', about: '', path: `/${id}`, actorKind: null, group: null, holder: null },
  matched: null,
})
const groups = groupsOf({
  groups: [
    { kind: 'actor', results: [found('actor', '1'), found('actor', '2')], more: true },
    { kind: 'relation', results: [found('relation', '3')], more: false },
  ],
  didYouMean: 'bologna',
})
const walk = (keys: { back: boolean; group: boolean }[]) => {
  let active: string | null = null
  return keys.map((key) => (active = rowAfter(groups, active, key)))
}
const down = { back: false, group: false }
const up = { back: true, group: false }

test('arrows go through every row of every group, and round through the field', () => {
  expect(walk([down, down, down, down, down, down, down])).toEqual([
    ...['actor-1', 'actor-2', 'relation-3', 'corrected-bologna', 'all', null, 'actor-1'],
  ])
  expect(walk([up, up, up])).toEqual(['all', 'corrected-bologna', 'relation-3'])
})

test('pages go from group to group', () => {
  const next = { back: false, group: true }
  expect(walk([next, next, next, next])).toEqual(['actor-1', 'relation-3', 'corrected-bologna', null])
  expect(rowAfter(groups, 'actor-2', { back: true, group: true })).toBeNull()
  expect(rowAfter([], null, down)).toBeNull()
})

test('what was searched before can be forgotten', () => {
  expect(recentGroups([])).toEqual([])
  expect(recentGroups(['a', 'b'])[0]?.rows.map(({ key }) => key)).toEqual(['recent-0', 'recent-1', 'clear'])
})

test('a newer answer keeps the highlight on the same record or lets it go', () => {
  const answer = (ids: string[], didYouMean: string | null) =>
    groupsOf({ groups: [{ kind: 'actor', results: ids.map((id) => found('actor', id)), more: false }], didYouMean })
  expect(highlighted(answer(['2', '1'], null), 'actor-1')).toBe('actor-1')
  expect(highlighted(answer(['2', '3'], null), 'actor-1')).toBeNull()
  expect(highlighted(answer(['2'], 'reggio nell emilia'), 'corrected-reggio_emilia')).toBeNull()
  expect(highlighted(answer([], null), 'all')).toBe('all')
  expect(highlighted([], 'all')).toBeNull()
  expect(highlighted(groups, null)).toBeNull()
})
