import { PairTable } from './code-lists'

/** Up to so many parties each is linked with each; beyond, a star. */
export const mostLinkedAll = 4

/** A relation as the graph sees it: its parties as numbers of nodes, in order, each once, and which of them is the centre of a star. */
export type SeenRelation = { ends: readonly number[]; centre: number; mark: number }

/** Undirected links between nodes, columns of one length; `marks` are the bits of all relations of a link. */
type Links = { from: number[]; to: number[]; weight: number[]; marks: number[] }

/**
 * The pairs a relation of `ends` becomes. Two to four parties: each with each. Five and more: the centre with every other
 * one, so that a project of a hundred partners has 99 links and not 4,950.
 */
export function pairsOf(ends: readonly number[], centre: number): [number, number][] {
  const pairs: [number, number][] = []
  eachPair([...new Set(ends)], centre, (one, other) => pairs.push([one, other]))
  return pairs
}

/** The same of nodes that are each there once. */
function eachPair(nodes: readonly number[], centre: number, meet: (one: number, other: number) => void): void {
  if (nodes.length > mostLinkedAll) {
    const middle = nodes.includes(centre) ? centre : (nodes[0] ?? centre)
    for (const node of nodes) if (node !== middle) meet(middle, node)
    return
  }
  for (let at = 0; at < nodes.length; at++)
    for (let next = at + 1; next < nodes.length; next++) meet(nodes[at] ?? 0, nodes[next] ?? 0)
}

/** All relations as links: parallel ones are one link whose weight says how many. */
export function linksOf(relations: Iterable<SeenRelation>): Links {
  const links: Links = { from: [], to: [], weight: [], marks: [] }
  const pairs = new PairTable()
  for (const { ends, centre, mark } of relations)
    eachPair(ends, centre, (one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one]
      const at = pairs.numberOf(low, high)
      if (at === links.from.length) {
        links.from.push(low)
        links.to.push(high)
        links.weight.push(1)
        links.marks.push(mark)
      } else {
        links.weight[at] = (links.weight[at] ?? 0) + 1
        links.marks[at] = (links.marks[at] ?? 0) | mark
      }
    })
  return links
}

/** Only these nodes, numbered anew in their order, and the links between them. */
export function linksAmong(links: Links, kept: readonly number[]): Links {
  const numbers = new Map(kept.map((node, at) => [node, at]))
  const among: Links = { from: [], to: [], weight: [], marks: [] }
  links.from.forEach((one, at) => {
    const [from, to] = [numbers.get(one), numbers.get(links.to[at] ?? -1)]
    if (from === undefined || to === undefined) return
    among.from.push(Math.min(from, to))
    among.to.push(Math.max(from, to))
    among.weight.push(links.weight[at] ?? 1)
    among.marks.push(links.marks[at] ?? 0)
  })
  return among
}

/** Relations with named parties on their way to a graph: numbers the parties, keeps each relation once. */
export class PartyBook<Key extends string | number = string> {
  readonly keys: Key[] = []
  readonly seen: SeenRelation[] = []
  private readonly numbers = new Map<Key, number>()
  private readonly known = new Set<string | number>()

  numberOf(key: Key): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.keys.length
    this.numbers.set(key, number)
    this.keys.push(key)
    return number
  }

  /**
   * `holder` is the centre when it is one of the parties, else the first of them is. False, and nothing is added, when
   * there would be more than `most` parties in the book.
   */
  add(
    relation: { id: string | number; holder: Key | null; parties: readonly Key[]; mark: number },
    most = Infinity,
  ): boolean {
    if (this.known.has(relation.id)) return true
    if (this.keys.length + relation.parties.length > most) {
      const strangers = new Set(relation.parties.filter((key) => !this.numbers.has(key)))
      if (this.keys.length + strangers.size > most) return false
    }
    this.known.add(relation.id)
    const ends = unique(relation.parties.map((key) => this.numberOf(key)))
    const holder = relation.holder === null ? undefined : this.numbers.get(relation.holder)
    const centre = holder !== undefined && ends.includes(holder) ? holder : (ends[0] ?? 0)
    this.seen.push({ ends, centre, mark: relation.mark })
    return true
  }
}

const unique = (numbers: number[]): number[] =>
  numbers.length > 8 ? [...new Set(numbers)] : numbers.filter((number, at) => numbers.indexOf(number) === at)
