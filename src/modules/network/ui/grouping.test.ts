import { expect, test } from 'vitest'
import type { NetworkAnswer } from '@/modules/network/network.schema'
import { colorTokenOf, groupingOf, mostColoured } from './grouping'

const network = (countries: string[], territories: (string | null)[] = []): NetworkAnswer => ({
  ...{ relations: { total: 0, drawn: 0 }, found: countries.length, isWhole: true, territories: [] },
  nodes: {
    ...{ key: countries.map((_, at) => `n${at}`), slug: countries.map(() => null), name: countries },
    kind: countries.map((_, at) => (at === 0 ? null : at === 1 ? 'public_authority' : 'enterprise')),
    ...{ language: countries.map(() => null), country: countries },
    territory: countries.map((_, at) => territories[at] ?? null),
    ...{ relations: countries.map(() => 1), degree: countries.map(() => 1), countries: countries.map(() => 0) },
  },
  links: { from: [], to: [], weight: [], groups: [] },
})

test('groups stand by size, kinds in their own order', () => {
  const data = network(['IT', 'SE', 'SE'])
  expect(groupingOf(data, 'country', null)).toMatchObject({
    of: Int32Array.of(1, 0, 0),
    groups: [
      { key: 'SE', count: 2 },
      { key: 'IT', count: 1 },
    ],
  })
  const kinds = groupingOf(data, 'kind', null)
  expect(kinds?.groups.map(({ key }) => key)).toEqual(['enterprise', 'public_authority', 'place'])
  expect(groupingOf(data, 'community', null)).toBeNull()
  expect(groupingOf(data, 'community', Int32Array.of(0, 1, 0))?.groups[0]).toEqual({ key: '0', count: 2 })
})

test('kinds keep their colour, eight others have one, the rest and no territory are grey', () => {
  const kinds = groupingOf(network(['IT', 'SE', 'SE']), 'kind', null)
  expect(kinds && [0, 1, 2].map((at) => colorTokenOf(kinds, at))).toEqual([
    'kind-enterprise',
    'kind-public-authority',
    'ink-3',
  ])
  const many = Array.from({ length: 12 }, (_, at) => (at === 0 ? null : `t${at}`))
  const territories = groupingOf(
    network(
      many.map(() => 'IT'),
      many,
    ),
    'territory',
    null,
  )
  const tokens = territories?.groups.map((_, at) => colorTokenOf(territories, at)) ?? []
  expect(tokens.filter((token) => token === 'rule-strong')).toHaveLength(12 - mostColoured)
  expect(new Set(tokens).size).toBe(mostColoured + 1)
})
