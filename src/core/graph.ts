/** An undirected graph as compressed sparse rows: the neighbours of `n` are `ends[starts[n]] … ends[starts[n + 1] - 1]`. */
export type Graph = { starts: Uint32Array; ends: Uint32Array }

/** The graph of links between nodes 0 … count − 1; every link once, no node with itself. */
export function graphOf(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Graph {
  const starts = new Uint32Array(count + 1)
  const bump = (node: number) => {
    starts[node + 1] = (starts[node + 1] ?? 0) + 1
  }
  for (let link = 0; link < from.length; link += 1) {
    bump(from[link] ?? 0)
    bump(to[link] ?? 0)
  }
  for (let node = 0; node < count; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
  const next = starts.slice()
  const ends = new Uint32Array(from.length * 2)
  const put = (node: number, other: number) => {
    const at = next[node] ?? 0
    ends[at] = other
    next[node] = at + 1
  }
  for (let link = 0; link < from.length; link += 1) {
    put(from[link] ?? 0, to[link] ?? 0)
    put(to[link] ?? 0, from[link] ?? 0)
  }
  return { starts, ends }
}

export const neighboursOf = ({ starts, ends }: Graph, node: number): Uint32Array =>
  ends.subarray(starts[node], starts[node + 1])

export const degreeOf = ({ starts }: Graph, node: number): number => (starts[node + 1] ?? 0) - (starts[node] ?? 0)

/**
 * Steps from `start` to every node at most `most` away; −1 for the others. A node that `isEnd` is reached, and no way
 * leads on through it.
 */
export function stepsFrom(graph: Graph, start: number, most: number, isEnd?: (node: number) => boolean): Int32Array {
  const steps = new Int32Array(graph.starts.length - 1).fill(-1)
  steps[start] = 0
  let front = [start]
  for (let step = 1; step <= most && front.length > 0; step += 1) {
    const reached: number[] = []
    for (const node of front) {
      if (node !== start && isEnd?.(node)) continue
      for (const other of neighboursOf(graph, node))
        if (steps[other] === -1) {
          steps[other] = step
          reached.push(other)
        }
    }
    front = reached
  }
  return steps
}

/** `size` of the numbers below `count`, spread evenly and the same every time; all of them when they are no more. */
export const spread = (count: number, size: number): number[] =>
  Array.from({ length: Math.min(count, size) }, (_, at) => Math.floor((at * count) / Math.min(count, size)))

/**
 * Betweenness (Brandes 2001, doi 10.1080/0022250X.2001.9990249, links unweighted): the share of shortest ways between
 * two other nodes that lead through a node, 0 to 1. With fewer `sources` than nodes it is estimated from the ways that
 * begin there. A generator: it hands back the number of sources done after each, so that a worker can tell how far it is
 * and stop; the last value are the figures.
 */
export function* betweenness(graph: Graph, sources: readonly number[]): Generator<number, Float64Array> {
  const count = graph.starts.length - 1
  const { starts, ends } = graph
  const sums = new Float64Array(count)
  const ways = new Float64Array(count)
  const share = new Float64Array(count)
  const depth = new Int32Array(count)
  const order = new Uint32Array(count)
  for (let done = 0; done < sources.length; done += 1) {
    const source = sources[done] ?? 0
    depth.fill(-1)
    ways.fill(0)
    share.fill(0)
    depth[source] = 0
    ways[source] = 1
    order[0] = source
    let length = 1
    for (let at = 0; at < length; at += 1) {
      const node = order[at] ?? 0
      for (let i = starts[node] ?? 0, stop = starts[node + 1] ?? 0; i < stop; i += 1) {
        const other = ends[i] ?? 0
        if (depth[other] === -1) {
          depth[other] = (depth[node] ?? 0) + 1
          order[length] = other
          length += 1
        }
        if (depth[other] === (depth[node] ?? 0) + 1) ways[other] = (ways[other] ?? 0) + (ways[node] ?? 0)
      }
    }
    for (let at = length - 1; at > 0; at -= 1) {
      const node = order[at] ?? 0
      const part = (1 + (share[node] ?? 0)) / (ways[node] ?? 1)
      for (let i = starts[node] ?? 0, stop = starts[node + 1] ?? 0; i < stop; i += 1) {
        const other = ends[i] ?? 0
        if (depth[other] === (depth[node] ?? 0) - 1) share[other] = (share[other] ?? 0) + (ways[other] ?? 0) * part
      }
      sums[node] = (sums[node] ?? 0) + (share[node] ?? 0)
    }
    yield done + 1
  }
  // Each way counts from both its ends; a node lies between (n − 1)(n − 2) ordered pairs.
  const pairs = (count - 1) * (count - 2)
  const scale = pairs > 0 && sources.length > 0 ? count / sources.length / pairs : 0
  return sums.map((sum) => sum * scale)
}

/** A node that ties two groups: with how many of each it is linked, and how many pairs of them it joins. */
type Bridge = { node: number; first: number; second: number; pairs: number }

/**
 * Who ties two groups, most pairs first. A pair is one node of either group. A node outside joins those it is linked with
 * on both sides; a node of one group stands for itself there, too. `groups` says the group of every node.
 */
export function bridgesBetween(graph: Graph, groups: ArrayLike<number>, one: number, other: number): Bridge[] {
  const bridges: Bridge[] = []
  const count = graph.starts.length - 1
  for (let node = 0; node < count; node += 1) {
    let [first, second] = [0, 0]
    for (const neighbour of neighboursOf(graph, node)) {
      if (groups[neighbour] === one) first += 1
      else if (groups[neighbour] === other) second += 1
    }
    const own = groups[node]
    const pairs = (first + (own === one ? 1 : 0)) * (second + (own === other ? 1 : 0))
    const reaches = own === one ? second > 0 : own === other ? first > 0 : pairs > 0
    if (reaches) bridges.push({ node, first, second, pairs })
  }
  return bridges.sort((a, b) => b.pairs - a.pairs || a.node - b.node)
}
