import type { Organisation } from '@/modules/groups/group.schema'
import { balanced } from '@/modules/rounds/balance.schema'
import type { exclusions } from '@/modules/rounds/choices.schema'
import { type AssignmentState, type Cell, cellText } from '@/modules/rounds/round.schema'

type Exclusion = (typeof exclusions)[number]

/** Whether somebody judges a practice, may, or why they may not. */
export type PlanCell = { reviewerId: string; exclusion: Exclusion | null; state: AssignmentState | null }

/** Who would judge what, before a round is opened. `endsBefore`: the last day of a term that ends before the round closes. */
export type Preview = {
  rows: { practiceId: string; cells: { reviewerId: string; exclusion: 'author' | 'organisation' | null }[] }[]
  reviewers: { userId: string; name: string; endsBefore: string | null }[]
  assigned: string[]
}

export type Plan = {
  rows: { practiceId: string; cells: PlanCell[]; free: number }[]
  reviewers: { userId: string; name: string; until: string | null; judges: number }[]
  /** By the balance, for the places that are free. */
  proposed: string[]
}

type Row = { id: string; practiceId: string; reviewerId: string | null; removedAt: Date | null; state: AssignmentState }
type Person = { userId: string; name: string; until: string | null }

/** Does an assignment take a place? What was annulled, declared in conflict or taken out frees it. */
const holdsPlace = ({ state }: { state: AssignmentState }) =>
  state === 'asked' || state === 'begun' || state === 'submitted'

/** How an assignment stands in the middle of a round, and what the balance proposes for the places that are free. */
export function planOf<Reviewer extends Person>({
  seed,
  practiceIds,
  perPractice,
  reviewers,
  tieOf,
  rows,
}: {
  seed: string
  practiceIds: readonly string[]
  perPractice: number
  reviewers: readonly Reviewer[]
  tieOf: (reviewer: Reviewer, practiceId: string) => 'author' | 'organisation' | null
  rows: readonly Row[]
}): Plan {
  const rowOf = new Map(
    rows.flatMap((row) =>
      row.reviewerId === null ? [] : [[cellText({ practiceId: row.practiceId, reviewerId: row.reviewerId }), row]],
    ),
  )
  const personOf = new Map(reviewers.map((reviewer) => [reviewer.userId, reviewer]))
  // Who was taken out is asked again by hand only.
  const leftOut = new Set(rows.flatMap(({ reviewerId, removedAt }) => (removedAt === null ? [] : (reviewerId ?? []))))
  const held = rows.filter(holdsPlace)
  // A review whose account was erased holds its place, too.
  const kept = held.map(({ id, practiceId, reviewerId }) => ({ practiceId, reviewerId: reviewerId ?? id }))
  const exclusionOf = ({ practiceId, reviewerId }: Cell): Exclusion | null => {
    const row = rowOf.get(cellText({ practiceId, reviewerId }))
    const person = personOf.get(reviewerId)
    if (row?.state === 'conflict') return 'conflict'
    if (row?.state === 'removed' || row?.state === 'annulled') return 'removed'
    return person === undefined ? null : tieOf(person, practiceId)
  }
  const proposed = balanced({
    ...{ seed, practiceIds, perPractice, kept },
    reviewerIds: reviewers.map(({ userId }) => userId).filter((id) => !leftOut.has(id)),
    isExcluded: (cell) => exclusionOf(cell) !== null,
  })
  return {
    rows: practiceIds.map((practiceId) => ({
      practiceId,
      cells: reviewers.map(({ userId: reviewerId }) => ({
        reviewerId,
        exclusion: exclusionOf({ practiceId, reviewerId }),
        state: rowOf.get(cellText({ practiceId, reviewerId }))?.state ?? null,
      })),
      free: Math.max(0, perPractice - held.filter((row) => row.practiceId === practiceId).length),
    })),
    reviewers: reviewers.map(({ userId, name, until }) => ({
      ...{ userId, name, until },
      judges: kept.filter(({ reviewerId }) => reviewerId === userId).length,
    })),
    proposed: proposed.map(cellText),
  }
}

/** Somebody who was asked in a round, with where each of their reviews stands. Without a name: an erased account. */
export type ReviewerInRound = {
  reviewerId: string | null
  name: string | null
  standsFor: Organisation | null
  isHidden: boolean
  /** Sits in the group no more, and has something left. */
  isGone: boolean
  isRemoved: boolean
  /** The last day of a term that ends before the round closes, where something is left. */
  endsBefore: string | null
  reviews: {
    reviewId: string
    /** Title; null where the keeper may not read the practice. */
    practice: string | null
    state: AssignmentState
    isLate: boolean
    /** Of a conflict, of taking out, of annulling. */
    reason: string | null
  }[]
}
