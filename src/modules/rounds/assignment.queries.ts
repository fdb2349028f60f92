import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { type Organisation } from '@/modules/groups/group.schema'
import { organisationFor, organisationSelect } from '@/modules/groups/member.queries'
import { type Plan, planOf } from '@/modules/rounds/assignment.schema'
import { exclusionIn, findReviewers, findTies } from '@/modules/rounds/candidate.queries'
import { canSeeReviewers } from '@/modules/rounds/round.policy'
import { getRoundById } from '@/modules/rounds/round.queries'
import { type AssignmentState, assignmentState, isToDo } from '@/modules/rounds/round.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** What somebody was asked, for whoever keeps the round. Without a name: an account that was erased. */
export type Assignment = {
  reviewId: string
  practiceId: string
  reviewerId: string | null
  name: string | null
  standsFor: Organisation | null
  isHidden: boolean
  state: AssignmentState
  /** The round is closed, and nothing came. */
  isLate: boolean
  /** Does the reviewer sit in the group today? Whoever does not can send nothing. */
  isServing: boolean
  isRemoved: boolean
  isByHand: boolean
  remindedAt: Date | null
  submittedAt: Date | null
  conflictReason: string | null
  removalReason: string | null
  annulReason: string | null
}

/** Who was asked to judge what, and how far they are; marks are not among it. Throws `not-found`, `forbidden`. */
export async function findAssignments(viewer: Viewer | null, roundId: string): Promise<Assignment[]> {
  const { group, round } = await getRoundById(viewer, roundId)
  requireThat(canSeeReviewers(viewer, { territoryId: group.territory.id }), viewer)
  const [rows, serving] = await Promise.all([
    db.review.findMany({
      where: { roundId },
      include: { reviewer: { select: { id: true, name: true } }, standsFor: organisationSelect },
      orderBy: { id: 'asc' },
    }),
    findReviewers(group),
  ])
  const serves = new Set(serving.map(({ userId }) => userId))
  const practiceOf = new Map(round.practices.map((practice) => [practice.practiceId, practice]))
  return rows.map((row) => {
    const state = assignmentState(row, practiceOf.get(row.practiceId) ?? { withdrawnAt: null })
    return {
      ...{ reviewId: row.id, practiceId: row.practiceId, reviewerId: row.reviewerId },
      name: row.reviewer?.name ?? null,
      standsFor: organisationFor(viewer, row.standsFor),
      ...{ isHidden: row.standsForId !== null, state },
      isLate: round.state === 'closed' && isToDo(state),
      isServing: row.reviewerId !== null && serves.has(row.reviewerId),
      isRemoved: row.removedAt !== null,
      isByHand: row.assignedById !== null,
      ...{ remindedAt: row.remindedAt, submittedAt: row.submittedAt },
      ...{ conflictReason: row.conflictReason, removalReason: row.removalReason, annulReason: row.annulReason },
    }
  })
}

/** The practices of an open round and who could judge them, with a proposal for what is free. Throws `not-found`, `forbidden`. */
export async function planAssignment(viewer: Viewer | null, roundId: string, client: Transaction = db): Promise<Plan> {
  const { group, round } = await getRoundById(viewer, roundId)
  requireThat(canSeeReviewers(viewer, { territoryId: group.territory.id }), viewer)
  const practiceIds = round.practices.flatMap(({ practiceId, withdrawnAt }) => (withdrawnAt === null ? practiceId : []))
  const [reviewers, ties, rows] = await Promise.all([
    findReviewers(group, client),
    findTies(practiceIds, client),
    client.review.findMany({ where: { roundId, reviewerId: { not: null } } }),
  ])
  return planOf({
    seed: round.id,
    practiceIds,
    perPractice: round.perPractice,
    reviewers,
    tieOf: (reviewer, practiceId) => exclusionIn(ties, reviewer, practiceId),
    rows: rows.map((row) => ({ ...row, state: assignmentState(row, { withdrawnAt: null }) })),
  })
}
