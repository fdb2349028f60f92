import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { requireWorking, writeGroupDeed } from '@/modules/groups/group.commands'
import { getGroup } from '@/modules/groups/group.queries'
import type { GroupSummary } from '@/modules/groups/group.schema'
import type { Preview } from '@/modules/rounds/assignment.schema'
import { balanced } from '@/modules/rounds/balance.schema'
import {
  exclusionIn,
  findReviewers,
  findTies,
  holdPractices,
  type Reviewer,
  takeGroup,
  type Ties,
} from '@/modules/rounds/candidate.queries'
import type { NewRound } from '@/modules/rounds/round-form.schema'
import { askedMail } from '@/modules/rounds/round.mail'
import { canBeJudged, canKeepRound } from '@/modules/rounds/round.policy'
import { closingOf } from '@/modules/rounds/closing.schema'
import { type Cell, cellText, normalisedWeights } from '@/modules/rounds/round.schema'
import { writeCells } from '@/modules/rounds/assignment.commands'
import type { RoundAt } from '@/modules/rounds/kept-round.commands'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { queueMails } from '@/platform/mail'

const refuse = (field: string, message: string) => new AppError('invalid', 'invalid', {}, [{ field, message }])

type Plan = { keeper: Viewer; group: GroupSummary; reviewers: Reviewer[]; ties: Map<string, Ties>; closesAt: Date }

/** What a form asks, held against what there is. Throws `not-found`, `forbidden`, `invalid`. */
async function planRound(viewer: Viewer | null, form: NewRound): Promise<Plan> {
  const group = await getGroup(viewer, form.groupId)
  requireThat(canKeepRound(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  const closesAt = closingOf(form.closesOn, group.territory.timeZone)
  const [reviewers, ties, practices, instruments] = await Promise.all([
    findReviewers(group),
    findTies(form.practices),
    db.practice.findMany({
      where: { id: { in: form.practices } },
      select: {
        ...{ id: true, status: true, visibility: true, territoryId: true },
        offers: { where: { groupId: group.id }, select: { groupId: true } },
      },
    }),
    form.instrumentId === undefined
      ? 1
      : db.policyInstrument.count({ where: { id: form.instrumentId, territoryId: group.territory.id } }),
  ])
  if (instruments === 0) throw refuse('instrumentId', 'unknown')
  const place = { territoryId: group.territory.id }
  const may = practices.filter(({ offers, ...one }) => canBeJudged(place, { ...one, isOffered: offers.length > 0 }))
  if (may.length < form.practices.length) throw refuse('practices', 'notToBeJudged')
  if (reviewers.length === 0) throw refuse('perPractice', 'noReviewers')
  return { keeper: viewer, group, reviewers, ties, closesAt }
}

const balanceOf = (form: NewRound, { reviewers, ties }: Plan): Cell[] => {
  const of = new Map(reviewers.map((reviewer) => [reviewer.userId, reviewer]))
  return balanced({
    seed: form.id,
    practiceIds: form.practices,
    reviewerIds: [...of.keys()],
    perPractice: form.perPractice,
    isExcluded: ({ practiceId, reviewerId }) => {
      const reviewer = of.get(reviewerId)
      return reviewer === undefined || exclusionIn(ties, reviewer, practiceId) !== null
    },
  })
}

/**
 * Who would judge what, by the balance, before anything is opened; whose term ends before the round closes is said.
 * Throws as `openRound`.
 */
export async function previewRound(viewer: Viewer | null, form: NewRound): Promise<Preview> {
  const plan = await planRound(viewer, form)
  return {
    rows: form.practices.map((practiceId) => ({
      practiceId,
      cells: plan.reviewers.map((reviewer) => ({
        reviewerId: reviewer.userId,
        exclusion: exclusionIn(plan.ties, reviewer, practiceId),
      })),
    })),
    reviewers: plan.reviewers.map(({ userId, name, until }) => ({
      userId,
      name,
      endsBefore: until !== null && until < form.closesOn ? until : null,
    })),
    assigned: balanceOf(form, plan).map(cellText),
  }
}

/** Throws `invalid` for whoever may not judge what they are to judge, and for a practice that nobody is to judge. */
function requireCells(form: NewRound, { reviewers, ties }: Plan): void {
  for (const { practiceId, reviewerId } of form.cells) {
    const reviewer = reviewers.find(({ userId }) => userId === reviewerId)
    if (reviewer === undefined || !form.practices.includes(practiceId)) throw refuse('cells', 'unknown')
    const exclusion = exclusionIn(ties, reviewer, practiceId)
    if (exclusion !== null) throw refuse('cells', exclusion === 'author' ? 'judgesOwn' : 'judgesOrganisation')
  }
  const judged = new Set(form.cells.map(({ practiceId }) => practiceId))
  if (form.practices.some((id) => !judged.has(id))) throw refuse('cells', 'nobodyJudges')
}

/**
 * Opens a round with the practices, criteria and assignment a form says, and asks the reviewers by mail. From then on no
 * command changes weights, thresholds or quorum. Throws `not-found`, `forbidden`, `conflict` when it is open already,
 * `invalid` (nobody to judge, somebody's own, a practice that is none or is being judged by this group, a closing day
 * that is over).
 */
export async function openRound(
  viewer: Viewer | null,
  form: NewRound,
  { demo = false }: { demo?: boolean } = {},
): Promise<RoundAt> {
  const plan = await planRound(viewer, form)
  requireCells(form, plan)
  const { keeper, group, closesAt } = plan
  const byBalance = new Set(balanceOf(form, plan).map(cellText))
  await db.$transaction(async (tx) => {
    await takeGroup(tx, group.id)
    requireWorking(await getGroup(viewer, group.id, tx))
    const versions = await judgedVersions(tx, form, group)
    const data = {
      ...{ id: form.id, groupId: group.id, title: form.title, introduction: form.introduction ?? noJson },
      ...{ instrumentId: form.instrumentId ?? null, quorum: form.quorum, perPractice: form.perPractice },
      ...{ weights: normalisedWeights(form.weights), thresholds: form.thresholds },
      ...{ opensAt: new Date(), closesAt, createdById: keeper.userId, demo },
    }
    const { count } = await tx.reviewRound.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) throw new AppError('conflict', 'roundIsOpen')
    await tx.roundPractice.createMany({
      data: form.practices.map((practiceId, position) => ({
        ...{ roundId: form.id, practiceId, position },
        practiceVersion: versions.get(practiceId) ?? 1,
      })),
    })
    await writeCells(tx, keeper, {
      roundId: form.id,
      cells: form.cells,
      reviewers: plan.reviewers,
      isByHand: (cell) => !byBalance.has(cellText(cell)),
    })
    const deed = { action: 'open-round', recordId: form.id, territoryId: group.territory.id }
    await writeGroupDeed(tx, keeper, deed)
    const about = { group, round: { id: form.id, title: form.title, closesAt } }
    await queueMails(
      tx,
      plan.reviewers.flatMap((reviewer) => {
        const count = form.cells.filter(({ reviewerId }) => reviewerId === reviewer.userId).length
        return count === 0 ? [] : [askedMail(reviewer, about, count)]
      }),
    )
  })
  return { slug: group.slug, id: form.id }
}

/** Versions that will be judged, held as they are. Throws `invalid` when one was taken back, or is judged already. */
async function judgedVersions(tx: Transaction, form: NewRound, group: GroupSummary): Promise<Map<string, number>> {
  const held = await holdPractices(tx, form.practices, group.id)
  const place = { territoryId: group.territory.id }
  if (held.filter((practice) => canBeJudged(place, practice)).length < form.practices.length)
    throw refuse('practices', 'notToBeJudged')
  const twice = await tx.roundPractice.count({
    where: {
      practiceId: { in: form.practices },
      withdrawnAt: null,
      round: {
        groupId: group.id,
        id: { not: form.id },
        closedAt: null,
        annulledAt: null,
        closesAt: { gt: new Date() },
      },
    },
  })
  if (twice > 0) throw refuse('practices', 'judgedAlready')
  return new Map(held.map(({ id, version }) => [id, version]))
}
