import { type Cell, cellText } from '@/modules/rounds/round.schema'

type BalanceAsked = {
  /** Decides between reviewers who are equal; the same seed gives the same assignment. */
  seed: string
  practiceIds: readonly string[]
  reviewerIds: readonly string[]
  /** How many are to judge each practice. */
  perPractice: number
  /** Who may not judge what. */
  isExcluded: (cell: Cell) => boolean
  /** What is assigned already: it counts, and stays. */
  kept?: readonly Cell[]
}

/** FNV-1a, 32 bits: an order that is neither the alphabet's nor chance's. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

const shuffled = (ids: readonly string[], seed: string): string[] =>
  [...ids].sort((a, b) => hashOf(seed + a) - hashOf(seed + b) || (a < b ? -1 : 1))

/**
 * Who judges what: each practice as many as wanted, or all who may; the reviewers' loads as even as the exclusions let
 * them be (optimal semi-matching: no chain of moves from one reviewer to another evens them further; Harvey, Ladner,
 * Lovász, Tamir 2006). Returns the new cells, without those kept.
 */
export function balanced({ seed, practiceIds, reviewerIds, perPractice, isExcluded, kept = [] }: BalanceAsked): Cell[] {
  const reviewers = shuffled(reviewerIds, seed)
  const order = new Map(reviewers.map((id, index) => [id, index]))
  const held = new Set(kept.map(cellText))
  const isFree = (cell: Cell) => !held.has(cellText(cell)) && !isExcluded(cell)
  const load = new Map(reviewers.map((id) => [id, 0]))
  for (const { reviewerId } of kept) load.set(reviewerId, (load.get(reviewerId) ?? 0) + 1)
  const loadOf = (id: string) => load.get(id) ?? 0
  const taken = new Map<string, Set<string>>()
  const choices = new Map(
    practiceIds.map((practiceId) => [practiceId, reviewers.filter((reviewerId) => isFree({ practiceId, reviewerId }))]),
  )
  // Those with the fewest who may judge them first: the others find somebody in any case.
  const byNeed = [...practiceIds].sort((a, b) => (choices.get(a)?.length ?? 0) - (choices.get(b)?.length ?? 0))
  for (const practiceId of byNeed) {
    const wanted = perPractice - kept.filter((cell) => cell.practiceId === practiceId).length
    const chosen = [...(choices.get(practiceId) ?? [])]
      .sort((a, b) => loadOf(a) - loadOf(b) || (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .slice(0, Math.max(0, wanted))
    taken.set(practiceId, new Set(chosen))
    for (const id of chosen) load.set(id, loadOf(id) + 1)
  }
  for (let path = lighter(); path !== null; path = lighter())
    for (const { practiceId, from, to } of path) {
      taken.get(practiceId)?.delete(from)
      taken.get(practiceId)?.add(to)
      load.set(from, loadOf(from) - 1)
      load.set(to, loadOf(to) + 1)
    }
  return practiceIds.flatMap((practiceId) =>
    reviewers.filter((id) => taken.get(practiceId)?.has(id)).map((reviewerId) => ({ practiceId, reviewerId })),
  )

  /** A chain of moves that takes one practice from somebody to somebody who has at least two fewer. */
  function lighter(): { practiceId: string; from: string; to: string }[] | null {
    for (const start of [...reviewers].sort((a, b) => loadOf(b) - loadOf(a))) {
      const came = new Map<string, { practiceId: string; from: string }>()
      const queue = [start]
      for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
        if (loadOf(from) <= loadOf(start) - 2) return pathTo(from, start, came)
        for (const [practiceId, set] of taken) {
          if (!set.has(from)) continue
          for (const to of choices.get(practiceId) ?? []) {
            if (to === start || set.has(to) || came.has(to)) continue
            came.set(to, { practiceId, from })
            queue.push(to)
          }
        }
      }
    }
    return null
  }
}

function pathTo(end: string, start: string, came: ReadonlyMap<string, { practiceId: string; from: string }>) {
  const path = []
  let to = end
  while (to !== start) {
    const step = came.get(to)
    if (step === undefined) break
    path.push({ ...step, to })
    to = step.from
  }
  return path
}
