import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { LayoutLinks } from '@/modules/network/ui/layout'
import { randomOf } from '@/modules/network/ui/layout'

/**
 * The community of every node (Blondel and others 2008, doi 10.1088/1742-5468/2008/10/P10008), by the number of relations
 * of each link: 0 is the largest. The same graph has the same communities every time.
 */
export function communitiesOf(count: number, links: LayoutLinks): Int32Array {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>()
  for (let node = 0; node < count; node += 1) graph.addNode(node)
  for (let link = 0; link < links.from.length; link += 1)
    graph.addEdge(links.from[link], links.to[link], { weight: links.weight[link] ?? 1 })
  const communities = new Int32Array(count)
  if (links.from.length === 0) return communities.map((_, node) => node)
  const found = louvain(graph, { rng: randomOf(1), getEdgeWeight: 'weight' })
  const sizes = new Map<number, number>()
  for (let node = 0; node < count; node += 1) sizes.set(found[node] ?? 0, (sizes.get(found[node] ?? 0) ?? 0) + 1)
  const ranks = new Map(
    [...sizes].sort(([a, many], [b, more]) => more - many || a - b).map(([community], rank) => [community, rank]),
  )
  return communities.map((_, node) => ranks.get(found[node] ?? 0) ?? 0)
}
