import iterate, { type IterateSettings } from 'graphology-layout-forceatlas2/iterate'

// Numbers of a node and of an edge in the matrices of ForceAtlas2 (graphology-layout-forceatlas2/helpers.js).
const perNode = 10
const perEdge = 3
const golden = Math.PI * (3 - Math.sqrt(5))

/** A row of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type LayoutLinks = { from: ArrayLike<number>; to: ArrayLike<number>; weight: ArrayLike<number> }

/**
 * ForceAtlas2 (Jacomy and others 2014, doi 10.1371/journal.pone.0098679), step by step. It starts from communities that
 * lie apart, which saves a large graph most of the way.
 */
export class Layout {
  private readonly nodes: Float32Array
  private readonly edges: Float32Array
  private readonly settings: IterateSettings
  /** Steps after which more change little. */
  readonly enough: number

  constructor(
    private readonly count: number,
    links: LayoutLinks,
    communities: ArrayLike<number>,
    seed: number,
  ) {
    this.nodes = new Float32Array(count * perNode)
    this.edges = new Float32Array(links.from.length * perEdge)
    this.enough = count < 300 ? 800 : count < 3000 ? 500 : 300
    this.settings = {
      ...{ linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false, edgeWeightInfluence: 1 },
      // The smaller the graph, the closer it is held together: what hangs on a centre has room around it.
      ...{
        strongGravityMode: true,
        gravity: count < 1500 ? 0.4 : 0.1,
        scalingRatio: 10,
        slowDown: 1 + Math.log(Math.max(1, count)),
      },
      ...{ barnesHutOptimize: count > 1000, barnesHutTheta: count > 5000 ? 1 : 0.6 },
    }
    const random = randomOf(seed)
    const width = Math.sqrt(count) * 10
    for (let node = 0; node < count; node += 1) {
      const community = communities[node] ?? 0
      const [turn, far] = [community * golden + seed, Math.sqrt(community) * width * 0.3]
      const [ownTurn, ownFar] = [random() * 2 * Math.PI, Math.sqrt(random()) * width * 0.2]
      this.nodes[node * perNode] = far * Math.cos(turn) + ownFar * Math.cos(ownTurn)
      this.nodes[node * perNode + 1] = far * Math.sin(turn) + ownFar * Math.sin(ownTurn)
      this.nodes[node * perNode + 6] = 1 // mass
      this.nodes[node * perNode + 7] = 1 // convergence
      this.nodes[node * perNode + 8] = 1 // size
    }
    for (let link = 0; link < links.from.length; link += 1) {
      const [one, other] = [(links.from[link] ?? 0) * perNode, (links.to[link] ?? 0) * perNode]
      // Ten parallel relations pull harder than one, not ten times as hard.
      const pull = 1 + Math.log(links.weight[link] ?? 1)
      this.nodes[one + 6] = (this.nodes[one + 6] ?? 0) + pull
      this.nodes[other + 6] = (this.nodes[other + 6] ?? 0) + pull
      this.edges.set([one, other, pull], link * perEdge)
    }
  }

  step(): void {
    iterate(this.settings, this.nodes, this.edges)
  }

  positions(): Float32Array {
    const positions = new Float32Array(this.count * 2)
    for (let node = 0; node < this.count; node += 1) {
      positions[node * 2] = this.nodes[node * perNode] ?? 0
      positions[node * 2 + 1] = this.nodes[node * perNode + 1] ?? 0
    }
    return positions
  }
}
