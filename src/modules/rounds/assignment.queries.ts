import { requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { dayEndingAt } from '@/core/zoned-time'
import { type Organisation } from '@/modules/groups/group.schema'
import { organisationFor, organisationSelect } from '@/modules/groups/member.queries'
import { type Plan, planOf, type ReviewerInRound } from '@/modules/rounds/assignment.schema'
import { exclusionIn, findReviewers, findTies } from '@/modules/rounds/candidate.queries'
import { canSeeReviewers } from '@/modules/rounds/round.policy'
import type { GroupRound } from '@/modules/rounds/round.queries'
import { type AssignmentState, assignmentState, isToDo } from '@/modules/rounds/round.schema'
import { db } from '@/platform/db'

/** What somebody was asked, for whoever keeps the round. Without a name: an account that was erased. */
type Assignment = {
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
  /** Last day of the reviewer's term, `'2026-12-31'`. */
  until: string | null
  isRemoved: boolean
  isByHand: boolean
  remindedAt: Date | null
  submittedAt: Date | null
  conflictReason: string | null
  removalReason: string | null
  annulReason: string | null
}

/** Who was asked to judge what in a round they may read, and how far they are; no mark is among it. Throws `forbidden`. */
export async function findAssignments(viewer: Viewer | null, { group, round }: GroupRound): Promise<Assignment[]> {
  requireThat(canSeeReviewers(viewer, { territoryId: group.territory.id }), viewer)
  const [rows, serving] = await Promise.all([
    db.review.findMany({
      where: { roundId: round.id },
      include: { reviewer: { select: { id: true, name: true } }, standsFor: organisationSelect },
      orderBy: { id: 'asc' },
    }),
    findReviewers(group),
  ])
  const terms = new Map(serving.map(({ userId, until }) => [userId, until]))
  const practiceOf = new Map(round.practices.map((practice) => [practice.practiceId, practice]))
  return rows.map((row) => {
    const state = assignmentState(row, practiceOf.get(row.practiceId) ?? { withdrawnAt: null })
    return {
      ...{ reviewId: row.id, practiceId: row.practiceId, reviewerId: row.reviewerId },
      name: row.reviewer?.name ?? null,
      standsFor: organisationFor(viewer, row.standsFor),
      ...{ isHidden: row.standsForId !== null, state },
      isLate: round.state === 'closed' && isToDo(state),
      isServing: terms.has(row.reviewerId ?? ''),
      until: terms.get(row.reviewerId ?? '') ?? null,
      isRemoved: row.removedAt !== null,
      isByHand: row.assignedById !== null,
      ...{ remindedAt: row.remindedAt, submittedAt: row.submittedAt },
      ...{ conflictReason: row.conflictReason, removalReason: row.removalReason, annulReason: row.annulReason },
    }
  })
}

/** The practices of an open round and who could judge them, with a proposal for what is free. Throws `forbidden`. */
export async function planAssignment(viewer: Viewer | null, { group, round }: GroupRound): Promise<Plan> {
  requireThat(canSeeReviewers(viewer, { territoryId: group.territory.id }), viewer)
  const practiceIds = round.practices.flatMap(({ practiceId, withdrawnAt }) => (withdrawnAt === null ? practiceId : []))
  const [reviewers, ties, rows] = await Promise.all([
    findReviewers(group),
    findTies(practiceIds),
    db.review.findMany({ where: { roundId: round.id } }),
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

/** Everybody who was asked in a round, by name, with where their reviews stand. Throws `forbidden`. */
export async function findReviewersInRound(
  viewer: Viewer | null,
  { group, round }: GroupRound,
  locale: string,
): Promise<ReviewerInRound[]> {
  const assignments = await findAssignments(viewer, { group, round })
  const lastDay = dayEndingAt(group.territory.timeZone, round.closesAt)
  const titles = new Map(
    round.practices.map(({ practiceId, title }) => [practiceId, title && inLanguage(title, locale).value]),
  )
  const byReviewer = Map.groupBy(assignments, ({ reviewerId, reviewId }) => reviewerId ?? reviewId)
  return [...byReviewer.values()]
    .flatMap((own): ReviewerInRound[] => {
      const [first] = own
      if (first === undefined) return []
      const hasOpen = round.state === 'open' && own.some(({ state }) => isToDo(state))
      const { until: term } = first
      return [
        {
          ...{ reviewerId: first.reviewerId, name: first.name, standsFor: first.standsFor, isHidden: first.isHidden },
          isGone: hasOpen && !first.isServing,
          isRemoved: own.every(({ isRemoved }) => isRemoved),
          endsBefore: hasOpen && term !== null && term < lastDay ? term : null,
          reviews: own.map(({ reviewId, practiceId, state, isLate, ...one }) => ({
            ...{ reviewId, state, isLate, practice: titles.get(practiceId) ?? null },
            reason: one.annulReason ?? one.conflictReason ?? (one.isRemoved ? one.removalReason : null),
          })),
        },
      ]
    })
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', locale))
}
