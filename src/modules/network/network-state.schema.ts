import type { PageKey } from '@/core/page'
import { actorKey, type NetworkNode, stepsParam } from '@/modules/network/network.schema'
import { type Filter, type FilterKey, filterOf } from '@/modules/taxonomy/filter.schema'

/** What the reader's browser measures: the server knows no order by it. */
const measuredColumns = ['betweenness', 'community'] as const
type MeasuredColumn = (typeof measuredColumns)[number]
const countedColumns = ['name', 'kind', 'country', 'relations', 'degree', 'countries'] as const
const networkColumnsSorted = [...countedColumns, ...measuredColumns] as const
export type NetworkColumn = (typeof networkColumnsSorted)[number]
export type NetworkSort = { column: NetworkColumn; isDown: boolean }
type CountedSort = { column: Exclude<NetworkColumn, MeasuredColumn>; isDown: boolean }

/** What an address of the network says: filters, whose network and how far, and the order of the table. */
export type NetworkState = {
  filter: Filter
  ignored: FilterKey[]
  actor: string | null
  steps: number
  sort: NetworkSort
  after: PageKey | null
}

const usual: CountedSort = { column: 'degree', isDown: true }

function sortOf(text: string | null): NetworkSort | null {
  const column = networkColumnsSorted.find((name) => name === text?.replace(/^-/, ''))
  return column === undefined ? null : { column, isDown: text?.startsWith('-') === true }
}

/** The order in which the server has the rows: its usual one in place of what only a browser measures. */
export const countedSort = ({ column, isDown }: NetworkSort): CountedSort =>
  column === 'betweenness' || column === 'community' ? usual : { column, isDown }

export const sortText = ({ column, isDown }: NetworkSort): string => `${isDown ? '-' : ''}${column}`

/** Reads the address of the page. What means nothing is left out, as everywhere; steps become the nearest possible. */
export function networkStateOf(params: URLSearchParams): NetworkState {
  const shared = new URLSearchParams(params)
  shared.delete('sort')
  const { filter: given, ignored } = filterOf(shared)
  const { zoom: _zoom, after, ...filter } = given
  const actor = actorKey.safeParse(params.get('actor') ?? undefined)
  const steps = Number.parseInt(params.get('steps') ?? '1', 10)
  const asked = params.get('sort')
  const sort = sortOf(asked)
  return {
    filter,
    ignored: [...ignored, ...(asked !== null && asked !== '' && sort === null ? (['sort'] as const) : [])],
    actor: actor.success ? actor.data : null,
    steps: Number.isNaN(steps) ? 1 : Math.min(3, Math.max(1, steps)),
    sort: sort ?? usual,
    after: after ?? null,
  }
}

/** Reads `actor` and `steps` of a program: the names of parameters that mean nothing, or what was asked for. */
export function centreOf(params: URLSearchParams): { actor: string | null; steps: number } | { strange: string[] } {
  const [actor, steps] = [params.get('actor'), params.get('steps')]
  const strange = [
    ...(actor !== null && !actorKey.safeParse(actor).success ? ['actor'] : []),
    // Steps from nowhere mean nothing.
    ...(steps !== null && (actor === null || !stepsParam.safeParse(steps).success) ? ['steps'] : []),
  ]
  return strange.length > 0 ? { strange } : { actor, steps: steps === null ? 1 : Number(steps) }
}

/**
 * One page of the nodes in an order; `next` is the position of the page after it. Ties stand by key. `words` says what a
 * column of words shows; `compare` puts words in the order of the reader's language.
 */
export function pageOfNodes(
  nodes: readonly NetworkNode[],
  { sort, after, limit }: { sort: NetworkSort; after: PageKey | null; limit: number },
  words: (node: NetworkNode, column: 'name' | 'kind' | 'country') => string,
  compare: (a: string, b: string) => number,
): { rows: NetworkNode[]; next: PageKey | null } {
  const { column, isDown } = countedSort(sort)
  const turn = isDown ? -1 : 1
  const order = (a: PageKey, b: PageKey): number => {
    const [[one, oneKey], [other, otherKey]] = [a, b]
    const first =
      typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other))
    return turn * (first || (String(oneKey) < String(otherKey) ? -1 : oneKey === otherKey ? 0 : 1))
  }
  const isWords = column === 'name' || column === 'kind' || column === 'country'
  const placed = nodes.map((node) => ({ node, at: [isWords ? words(node, column) : node[column], node.key] }))
  placed.sort((a, b) => order(a.at, b.at))
  const rest = after?.length === 2 ? placed.filter(({ at }) => order(at, after) > 0) : placed
  const rows = rest.slice(0, limit)
  return { rows: rows.map(({ node }) => node), next: rest.length > limit ? (rows.at(-1)?.at ?? null) : null }
}
