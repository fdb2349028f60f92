import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { requireWorking, writeGroupDeed } from '@/modules/groups/group.commands'
import { exclusionIn, findReviewers, findTies, type Reviewer } from '@/modules/rounds/candidate.queries'
import { type RoundAt, takeOpen } from '@/modules/rounds/kept-round.commands'
import { askedMail, removedMail, withdrawnMail } from '@/modules/rounds/round.mail'
import { canKeepRound } from '@/modules/rounds/round.policy'
import { getRoundById } from '@/modules/rounds/round.queries'
import type { AnnulReview, Assign, RemoveReviewer, TakeOut } from '@/modules/rounds/round-form.schema'
import { assignmentState, type Cell } from '@/modules/rounds/round.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { queueMails } from '@/platform/mail'

const refuse = (message: string) => new AppError('invalid', 'invalid', {}, [{ field: 'cells', message }])

type Cells = {
  roundId: string
  cells: readonly Cell[]
  reviewers: readonly Reviewer[]
  isByHand: (cell: Cell) => boolean
}

/** Writes who is to judge what, and for whom they stood then. Part of deeds that ask. */
export async function writeCells(
  tx: Transaction,
  keeper: Viewer,
  { roundId, cells, reviewers, isByHand }: Cells,
): Promise<void> {
  const standsFor = new Map(reviewers.map(({ userId, standsForId }) => [userId, standsForId]))
  await tx.review.createMany({
    data: cells.map((cell) => ({
      ...{ id: newId(), roundId, practiceId: cell.practiceId, reviewerId: cell.reviewerId },
      standsForId: standsFor.get(cell.reviewerId) ?? null,
      assignedById: isByHand(cell) ? keeper.userId : null,
    })),
    skipDuplicates: true, // the same cell ticked twice
  })
}

/**
 * Asks more members in the middle of a round: for places that became free, or as many more as wanted. Whoever was taken
 * out may be asked again; what they had typed is still theirs. Throws `not-found`, `forbidden`, `conflict` for a round
 * that is not open, `invalid` for whoever may not judge what is ticked.
 */
export async function assignReviewers(viewer: Viewer | null, { id, cells }: Assign): Promise<RoundAt> {
  const { group, round } = await getRoundById(viewer, id)
  requireThat(canKeepRound(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  await db.$transaction(async (tx) => {
    await takeOpen(tx, id)
    const reviewers = await findReviewers(group, tx)
    const practiceIds = cells.map(({ practiceId }) => practiceId)
    const ties = await findTies(practiceIds, tx)
    const rows = await tx.review.findMany({ where: { roundId: id } })
    const judged = await tx.roundPractice.findMany({
      where: { roundId: id, withdrawnAt: null },
      select: { practiceId: true },
    })
    const fresh = cells.filter((cell) => {
      const reviewer = reviewers.find(({ userId }) => userId === cell.reviewerId)
      if (reviewer === undefined || !judged.some(({ practiceId }) => practiceId === cell.practiceId))
        throw refuse('unknown')
      const exclusion = exclusionIn(ties, reviewer, cell.practiceId)
      if (exclusion !== null) throw refuse(exclusion === 'author' ? 'judgesOwn' : 'judgesOrganisation')
      const row = rows.find((one) => one.practiceId === cell.practiceId && one.reviewerId === cell.reviewerId)
      if (row?.conflictAt) throw refuse('judgesConflict')
      if (row?.annulledAt) throw refuse('judgesAnnulled')
      return row === undefined || row.removedAt !== null
    })
    if (fresh.length === 0) return
    await writeCells(tx, viewer, { roundId: id, cells: fresh, reviewers, isByHand: () => true })
    await tx.review.updateMany({
      where: { roundId: id, removedAt: { not: null }, OR: [...fresh] },
      data: {
        ...{ removedAt: null, removedById: null, removalReason: null },
        ...{ assignedAt: new Date(), assignedById: viewer.userId },
      },
    })
    const deed = { action: 'assign-reviewers', recordId: id, territoryId: group.territory.id }
    await writeGroupDeed(tx, viewer, deed)
    const countOf = (userId: string) => fresh.filter(({ reviewerId }) => reviewerId === userId).length
    await queueMails(
      tx,
      reviewers.flatMap((reviewer) => {
        const count = countOf(reviewer.userId)
        return count === 0 ? [] : [askedMail(reviewer, { group, round }, count)]
      }),
    )
  })
  return { slug: group.slug, id }
}

/**
 * Takes somebody out in the middle of a round: what they sent stays and counts, but cannot be changed any more; what
 * they had not sent is free for others. Throws `not-found` (nobody who was asked), `forbidden`, `conflict`.
 */
export async function removeReviewer(
  viewer: Viewer | null,
  { id, reviewerId, reason }: RemoveReviewer,
): Promise<RoundAt> {
  const { group, round } = await getRoundById(viewer, id)
  requireThat(canKeepRound(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  await db.$transaction(async (tx) => {
    await takeOpen(tx, id)
    const { count } = await tx.review.updateMany({
      where: { roundId: id, reviewerId, removedAt: null },
      data: { removedAt: new Date(), removedById: viewer.userId, removalReason: reason },
    })
    if (count === 0) throw new AppError('not-found', 'notFound')
    const deed = { action: 'remove-reviewer', recordId: id, territoryId: group.territory.id }
    await writeGroupDeed(tx, viewer, deed)
    const reader = await tx.user.findFirst({ where: { id: reviewerId, disabledAt: null } })
    if (reader !== null) await queueMails(tx, [removedMail({ ...reader, userId: reader.id }, { group, round }, reason)])
  })
  return { slug: group.slug, id }
}

/**
 * A submitted review counts no more, and stays with the reason why. Throws `not-found`, `forbidden`, `conflict` (not
 * submitted, annulled already, or its result is published).
 */
export async function annulReview(viewer: Viewer | null, { id, reason }: AnnulReview): Promise<RoundAt> {
  const found = await db.review.findUnique({ where: { id }, select: { roundId: true } })
  const { group, round } = await getRoundById(viewer, found?.roundId ?? '')
  requireThat(canKeepRound(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  await db.$transaction(async (tx) => {
    const { count } = await tx.review.updateMany({
      where: {
        ...{ id, submittedAt: { not: null }, annulledAt: null, round: { annulledAt: null } },
        roundPractice: { resultPublishedAt: null },
      },
      data: { annulledAt: new Date(), annulledById: viewer.userId, annulReason: reason, version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('conflict', 'reviewNotSubmitted')
    const deed = { action: 'annul-review', recordId: id, territoryId: group.territory.id }
    await writeGroupDeed(tx, viewer, deed)
  })
  return { slug: group.slug, id: round.id }
}

/**
 * Takes a practice out of an open round; whoever judges it is told why. Throws `not-found`, `forbidden`, `conflict` for
 * one that is out already, or the last that is left.
 */
export async function takeOutPractice(viewer: Viewer | null, { id, practiceId, reason }: TakeOut): Promise<RoundAt> {
  const { group, round } = await getRoundById(viewer, id)
  requireThat(canKeepRound(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  await db.$transaction(async (tx) => {
    await takeOpen(tx, id)
    if ((await tx.roundPractice.count({ where: { roundId: id, withdrawnAt: null } })) <= 1)
      throw new AppError('conflict', 'lastPractice')
    const { count } = await tx.roundPractice.updateMany({
      where: { roundId: id, practiceId, withdrawnAt: null },
      data: {
        ...{ withdrawnAt: new Date(), withdrawnById: viewer.userId, version: { increment: 1 } },
        ...{ withdrawal: 'takenOut', withdrawalReason: reason },
      },
    })
    if (count === 0) throw new AppError('conflict', 'roundChanged')
    const deed = { action: 'take-out-practice', recordId: id, territoryId: group.territory.id }
    await writeGroupDeed(tx, viewer, deed)
    await tellWithdrawn(tx, { group, round }, practiceId)
  })
  return { slug: group.slug, id }
}

/** Tells whoever was asked to judge a practice that it is judged no longer; once, whoever asks twice. Part of deeds that ask. */
export async function tellWithdrawn(
  tx: Transaction,
  about: {
    group: Parameters<typeof findReviewers>[0] & Parameters<typeof withdrawnMail>[1]['group']
    round: Parameters<typeof withdrawnMail>[1]['round']
  },
  practiceId: string,
): Promise<void> {
  const row = await tx.roundPractice.findUniqueOrThrow({
    where: { roundId_practiceId: { roundId: about.round.id, practiceId } },
    include: { practice: { select: { title: true } } },
  })
  const reviews = await tx.review.findMany({
    where: { roundId: about.round.id, practiceId, reviewerId: { not: null } },
  })
  const serving = await findReviewers(about.group, tx)
  const told = reviews.filter((review) =>
    ['asked', 'begun', 'submitted'].includes(assignmentState(review, { withdrawnAt: null })),
  )
  await queueMails(
    tx,
    serving
      .filter(({ userId }) => told.some(({ reviewerId }) => reviewerId === userId))
      .map((reviewer) => withdrawnMail(reviewer, about, row)),
  )
}
