import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import exact from 'graphology-metrics/centrality/betweenness.js'
import { expect, test } from 'vitest'
import { betweenness, bridgesBetween, degreeOf, type Graph, graphOf, neighboursOf, spread, stepsFrom } from './graph'

function between(graph: Graph, sources: readonly number[]): number[] {
  const run = betweenness(graph, sources)
  for (;;) {
    const step = run.next()
    if (step.done) return [...step.value]
  }
}

// 0 – 1 – 2 – 3, and 1 – 4
const tree = graphOf(5, [0, 1, 2, 1], [1, 2, 3, 4])

test('neighbours, degrees and steps', () => {
  expect([...neighboursOf(tree, 1)].sort()).toEqual([0, 2, 4])
  expect([0, 1, 2, 3, 4].map((node) => degreeOf(tree, node))).toEqual([1, 3, 2, 1, 1])
  expect([...stepsFrom(tree, 0, 2)]).toEqual([0, 1, 2, -1, 2])
  expect([...stepsFrom(tree, 0, 3)]).toEqual([0, 1, 2, 3, 2])
  // No way leads on through an end, but from it when it is where one starts.
  expect([...stepsFrom(tree, 0, 3, (node) => node === 1)]).toEqual([0, 1, -1, -1, -1])
  expect([...stepsFrom(tree, 1, 1, (node) => node === 1)]).toEqual([1, 0, 1, -1, 1])
})

test('the betweenness of every graph is that of graphology', () => {
  const links = fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(11)), {
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
  })
  fc.assert(
    fc.property(links, (pairs) => {
      const sound = pairs.filter(([a, b]) => a !== b)
      const theirs = new UndirectedGraph()
      for (let node = 0; node < 12; node += 1) theirs.addNode(node)
      for (const [a, b] of sound) theirs.addEdge(a, b)
      const expected = exact(theirs, { normalized: true })
      const graph = graphOf(
        12,
        sound.map(([a]) => a),
        sound.map(([, b]) => b),
      )
      between(graph, spread(12, 12)).forEach((value, node) => expect(value).toBeCloseTo(expected[node] ?? 0, 10))
    }),
  )
})

test('a sample is spread, and estimates without bias on a ring', () => {
  expect(spread(3, 10)).toEqual([0, 1, 2])
  expect(spread(1000, 4)).toEqual([0, 250, 500, 750])
  const nodes = Array.from({ length: 60 }, (_, node) => node)
  const ring = graphOf(
    60,
    nodes,
    nodes.map((node) => (node + 1) % 60),
  )
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  expect(sum(between(ring, spread(60, 20)))).toBeCloseTo(sum(between(ring, nodes)), 8)
})

test('nothing to measure: no node, one node, no link', () => {
  expect(between(graphOf(0, [], []), [])).toEqual([])
  expect(between(graphOf(1, [], []), [0])).toEqual([0])
  expect(between(graphOf(3, [], []), [0, 1, 2])).toEqual([0, 0, 0])
})

test('a bridge is ranked by the pairs it joins', () => {
  // Group 0: 0, 1, 2. Group 1: 3, 4. Outside: 5 (joins 0, 1 with 3), 6 (only group 0). 2 – 4 directly.
  const graph = graphOf(7, [5, 5, 5, 6, 2], [0, 1, 3, 2, 4])
  const groups = [0, 0, 0, 1, 1, 2, 2]
  expect(bridgesBetween(graph, groups, 0, 1)).toEqual([
    { node: 5, first: 2, second: 1, pairs: 2 },
    { node: 2, first: 0, second: 1, pairs: 1 },
    { node: 4, first: 1, second: 0, pairs: 1 },
  ])
  expect(bridgesBetween(graph, groups, 0, 9)).toEqual([])
})
