import type { NetworkAnswer } from '@/modules/network/network.schema'
import { actorKinds } from '@/modules/taxonomy/choices.schema'

export type GroupBy = 'kind' | 'community' | 'territory' | 'country'

/** The nodes in groups: the group of each node, and the groups with what they are called and how many they hold. */
export type Grouping = {
  by: GroupBy
  of: Int32Array
  groups: { key: string; count: number }[]
}

/** Groups by key; null = not known yet (communities are looked for). Largest first, kinds in their usual order. */
export function groupingOf({ nodes }: NetworkAnswer, by: GroupBy, communities: Int32Array | null): Grouping | null {
  if (by === 'community' && communities === null) return null
  const keyOf = (node: number): string => {
    if (by === 'kind') return nodes.kind[node] ?? 'place'
    if (by === 'country') return nodes.country[node] ?? ''
    if (by === 'territory') return nodes.territory[node] ?? ''
    return String(communities?.[node] ?? 0)
  }
  const keys = nodes.key.map((_, node) => keyOf(node))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const kinds: readonly string[] = [...actorKinds, 'place']
  const groups = [...counts].map(([key, count]) => ({ key, count }))
  groups.sort((a, b) =>
    by === 'kind' ? kinds.indexOf(a.key) - kinds.indexOf(b.key) : b.count - a.count || (a.key < b.key ? -1 : 1),
  )
  const numbers = new Map(groups.map(({ key }, at) => [key, at]))
  return { by, of: Int32Array.from(keys, (key) => numbers.get(key) ?? 0), groups }
}

/** Places among kinds: a ring, as a place abroad is everywhere (LOOK §1); only the form tells it from other greys. */
export const placeToken = 'ink-3'

/** Groups with a colour of their own beside kinds: more could not be told apart. */
export const mostColoured = 8

/**
 * The token of the colour of a group. Kinds have theirs; of the others the largest have one of the set, the rest and
 * those that stand for none are grey.
 */
export function colorTokenOf({ by, groups }: Grouping, at: number): string {
  const key = groups[at]?.key ?? ''
  if (by === 'kind') return key === 'place' ? placeToken : `kind-${key.replace('_', '-')}`
  if (key === '') return 'rule-strong'
  const rank = groups.slice(0, at).filter((group) => group.key !== '').length
  return rank < mostColoured ? `set-${rank + 1}` : 'rule-strong'
}
