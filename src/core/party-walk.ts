import { graphOf, stepsFrom } from './graph'
import { linksOf, type PartyBook } from './party-graph'

/**
 * Asks for relations with one of some parties, step by step away from `centre`, then for those between the parties that
 * are farthest out; whoever reads them into the book says how many they were.
 * `most` at a time are all that are read; no way leads on through a party that `isEnd`.
 * @returns the nodes that are so near, the nearest first, and whether all relations were read
 */
export function* stepsAround<Key extends string | number>(
  book: PartyBook<Key>,
  centre: Key,
  { steps, most, isEnd }: { steps: number; most: number; isEnd: (key: Key) => boolean },
): Generator<{ keys: Key[]; least: 1 | 2 }, { near: number[]; isWhole: boolean }, number> {
  const start = book.numberOf(centre)
  const ends = new Map<number, boolean>()
  const isEndNode = (node: number): boolean => {
    const known = ends.get(node)
    if (known !== undefined) return known
    const key = book.keys[node]
    const said = key !== undefined && isEnd(key)
    ends.set(node, said)
    return said
  }
  let away: Int32Array = new Int32Array([0])
  let isWhole = true
  for (let step = 1; step <= steps; step += 1) {
    const front = book.keys.filter((_, node) => away[node] === step - 1)
    if (front.length === 0) break
    if ((yield { keys: front, least: 1 }) === most) isWhole = false
    const links = linksOf(book.seen)
    away = stepsFrom(graphOf(book.keys.length, links.from, links.to), start, step, isEndNode)
  }
  // The links between those farthest out belong to the picture, too.
  const last = book.keys.filter((_, node) => away[node] === steps)
  if ((yield { keys: last, least: 2 }) === most) isWhole = false
  const near = [...book.keys.keys()]
    .filter((node) => (away[node] ?? -1) >= 0)
    .sort((a, b) => (away[a] ?? 0) - (away[b] ?? 0) || a - b)
  return { near, isWhole }
}
