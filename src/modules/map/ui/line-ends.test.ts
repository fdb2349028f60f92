import { expect, test } from 'vitest'
import type { Line } from '@/modules/map/map.schema'
import { crowdedEnds, lineEnds } from './line-ends'

const line = (said: Partial<Line>): Line => ({
  ...{ from: [10, 44], to: [29, -24], group: 'institutional', flow: null, state: 'active', count: 1 },
  ...{ name: 'Polokwane', language: null, country: 'ZA', since: null, relations: [{ slug: 'a', type: 'twinning' }] },
  ...said,
})

test('two groups that lead to one place have one mark, with the icon of the larger', () => {
  const economic = line({
    group: 'economic',
    count: 2,
    since: '2010',
    relations: [
      { slug: 'b', type: 'export' },
      { slug: 'c', type: 'import' },
    ],
  })
  const [end, ...others] = lineEnds([line({ since: '2004' }), economic])
  expect(others).toEqual([])
  expect(end).toMatchObject({ group: 'economic', count: 3, since: '2004', relations: ['b', 'c', 'a'] })
  expect(end?.lines).toHaveLength(2)
})

test('of ends that stand close the one with more relations keeps its icon', () => {
  const relations = [
    { slug: 'b', type: 'export' },
    { slug: 'c', type: 'export' },
  ]
  const ends = lineEnds([line({ to: [29, -24] }), line({ to: [29.2, -24], count: 2, relations })])
  expect(crowdedEnds(ends, null, 4)).toEqual(new Set(['end 29.000 -24.000']))
  expect(crowdedEnds(ends, null, 9)).toEqual(new Set())
})

test('an end beside the selected disc has no room for an icon', () => {
  expect(crowdedEnds(lineEnds([line({ to: [10.2, 44] })]), [10, 44], 4).size).toBe(1)
})
