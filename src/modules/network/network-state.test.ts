import { expect, test } from 'vitest'
import { centreOf, countedSort, networkStateOf, pageOfNodes } from './network-state.schema'
import type { NetworkNode } from './network.schema'

const stateOf = (query: string) => networkStateOf(new URLSearchParams(query))
const node = (key: string, degree: number): NetworkNode => ({
  ...{ key, slug: key, kind: 'other', name: key.toUpperCase(), language: 'en', country: 'IT', territory: null },
  ...{ relations: degree, degree, countries: 0 },
})

test('an address is read as far as it means something', () => {
  expect(stateOf('actor=unimore&steps=2&country=ZA&sort=-countries')).toMatchObject({
    filter: { country: ['ZA'] },
    ignored: [],
    actor: 'unimore',
    steps: 2,
    sort: { column: 'countries', isDown: true },
  })
  expect(stateOf('')).toMatchObject({ actor: null, steps: 1, sort: { column: 'degree', isDown: true }, after: null })
  expect(stateOf('steps=99&sort=verified&kind=x&zoom=4')).toMatchObject({ steps: 3, ignored: ['kind', 'sort'] })
  expect([stateOf('steps=-4').steps, stateOf('steps=NaN').steps, stateOf('steps=').steps]).toEqual([1, 1, 1])
  expect(stateOf(`actor=${'x'.repeat(500)}`).actor).toBeNull()
})

test('a program is told which parameter means nothing', () => {
  const asked = (query: string) => centreOf(new URLSearchParams(query))
  expect(asked('actor=a&steps=3')).toEqual({ actor: 'a', steps: 3 })
  expect(asked('')).toEqual({ actor: null, steps: 1 })
  for (const steps of ['99', 'NaN', '0', '-1', '1.5', '1e999', ''])
    expect(asked(`actor=a&steps=${steps}`)).toEqual({ strange: ['steps'] })
  expect(asked('steps=2')).toEqual({ strange: ['steps'] })
  expect(asked('actor=%00')).toEqual({ strange: ['actor'] })
})

test('pages hold every node once, in order, up and down', () => {
  const nodes = Array.from({ length: 23 }, (_, at) => node(`n${at}`, at % 4))
  for (const sort of [
    { column: 'degree', isDown: true },
    { column: 'degree', isDown: false },
    { column: 'name', isDown: true },
  ] as const) {
    const seen: NetworkNode[] = []
    let after: readonly (string | number | null)[] | null = null
    do {
      const page = pageOfNodes(
        nodes,
        { sort, after, limit: 5 },
        ({ name }) => name,
        (a, b) => a.localeCompare(b, 'en'),
      )
      seen.push(...page.rows)
      after = page.next
    } while (after !== null)
    expect(new Set(seen).size).toBe(23)
    const values = seen.map((one) => one[sort.column])
    const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    expect(values).toEqual(sort.isDown ? sorted.reverse() : sorted)
  }
})

test('the order by what only a browser measures is kept in the address; the server has its usual one', () => {
  const { sort, ignored } = stateOf('sort=-betweenness')
  expect([sort, ignored]).toEqual([{ column: 'betweenness', isDown: true }, []])
  expect(countedSort(sort)).toEqual({ column: 'degree', isDown: true })
  expect(countedSort({ column: 'name', isDown: false })).toEqual({ column: 'name', isDown: false })
  const { rows } = pageOfNodes(
    [node('a', 1), node('b', 3)],
    { sort, after: null, limit: 5 },
    ({ key }) => key,
    () => 0,
  )
  expect(rows.map(({ key }) => key)).toEqual(['b', 'a'])
})
