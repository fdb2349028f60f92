import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { requireWorking, writeGroupDeed } from '@/modules/groups/group.commands'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { findReviewers, type Reviewer } from '@/modules/rounds/candidate.queries'
import { closingOf } from '@/modules/rounds/closing.schema'
import { type RoundAt, takeOpen } from '@/modules/rounds/kept-round.commands'
import { type About, annulledMail, closedEarlyMail, extendedMail, reminderMail } from '@/modules/rounds/round.mail'
import { canKeepRound } from '@/modules/rounds/round.policy'
import { findOpenCounts, getRoundById } from '@/modules/rounds/round.queries'
import type { Annul, Close, Extend } from '@/modules/rounds/round-form.schema'
import type { RoundDetail } from '@/modules/rounds/round.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { type Mail, queueMails } from '@/platform/mail'

type Kept = { keeper: Viewer; group: GroupSummary; round: RoundDetail }

/** The round, if the viewer keeps it. Throws `not-found`, `forbidden`. */
async function keptRound(viewer: Viewer | null, id: string): Promise<Kept> {
  const { group, round } = await getRoundById(viewer, id)
  requireThat(canKeepRound(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  return { keeper: viewer, group, round }
}

/** Writes to everybody who was asked and not taken out; each with how much they have left. */
async function tellReviewers(
  tx: Transaction,
  about: About,
  mailOf: (reviewer: Reviewer, count: number) => Mail | null,
): Promise<number> {
  const counts = await findOpenCounts(tx, about.round.id)
  const serving = await findReviewers(about.group, tx)
  const mails = serving.flatMap((reviewer) => {
    const count = counts.get(reviewer.userId)
    return count === undefined ? [] : (mailOf(reviewer, count) ?? [])
  })
  await queueMails(tx, mails)
  return mails.length
}

/**
 * Moves the closing day later, and tells whoever was asked. Throws `not-found`, `forbidden`, `invalid` for a day that is
 * not later, `conflict` when the round is closed or somebody else changed it.
 */
export async function extendRound(viewer: Viewer | null, { id, version, closesOn }: Extend): Promise<RoundAt> {
  const { keeper, group, round } = await keptRound(viewer, id)
  const closesAt = closingOf(closesOn, group.territory.timeZone)
  if (closesAt <= round.closesAt)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'closesOn', message: 'closesEarlier' }])
  await db.$transaction(async (tx) => {
    await takeOpen(tx, id)
    await changeRow(tx, { id, version }, { closesAt })
    await writeDeed(tx, 'extend-round', { keeper, group, round }, ['closesAt'])
    const about = { group, round: { ...round, closesAt } }
    await tellReviewers(tx, about, (reviewer, count) => extendedMail(reviewer, about, count))
  })
  return { slug: group.slug, id }
}

/** Closes a round before its day; from then on nobody sends anything. Throws `not-found`, `forbidden`, `conflict`. */
export async function closeRound(viewer: Viewer | null, { id, version }: Close): Promise<RoundAt> {
  const { keeper, group, round } = await keptRound(viewer, id)
  await db.$transaction(async (tx) => {
    await takeOpen(tx, id)
    await changeRow(tx, { id, version }, { closedAt: new Date() })
    await writeDeed(tx, 'close-round', { keeper, group, round })
    const about = { group, round }
    await tellReviewers(tx, about, (reviewer, count) => closedEarlyMail(reviewer, about, count))
  })
  return { slug: group.slug, id }
}

/** A round counts for nothing; it stays, with the reason why. Throws `not-found`, `forbidden`, `conflict`. */
export async function annulRound(viewer: Viewer | null, { id, version, reason }: Annul): Promise<RoundAt> {
  const { keeper, group, round } = await keptRound(viewer, id)
  await db.$transaction(async (tx) => {
    await changeRow(tx, { id, version }, { annulledAt: new Date(), annulledById: keeper.userId, annulReason: reason })
    await writeDeed(tx, 'annul-round', { keeper, group, round })
    const about = { group, round }
    await tellReviewers(tx, about, (reviewer) => annulledMail(reviewer, about, reason))
  })
  return { slug: group.slug, id }
}

async function changeRow(
  tx: Transaction,
  { id, version }: { id: string; version: number },
  data: { closesAt?: Date; closedAt?: Date; annulledAt?: Date; annulledById?: string; annulReason?: string },
): Promise<void> {
  const { count } = await tx.reviewRound.updateMany({
    where: { id, version, annulledAt: null },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new AppError('conflict', 'roundChanged')
}

const writeDeed = (
  tx: Transaction,
  action: string,
  { keeper, group, round }: Kept,
  fields?: readonly string[],
): Promise<unknown> =>
  writeGroupDeed(tx, keeper, {
    ...{ action, recordId: round.id, territoryId: group.territory.id },
    ...(fields && { fields }),
  })

/**
 * Reminds whoever has something left, at most once an hour. Returns where the round stands. Throws `not-found`,
 * `forbidden`, `conflict` (not open, nobody has anything left, reminded just now).
 */
export async function remindReviewers(viewer: Viewer | null, { id }: { id: string }): Promise<RoundAt> {
  const { keeper, group, round } = await keptRound(viewer, id)
  await db.$transaction(async (tx) => {
    await takeOpen(tx, id)
    const hourAgo = new Date(Date.now() - 3_600_000)
    if ((await tx.review.count({ where: { roundId: id, remindedAt: { gt: hourAgo } } })) > 0)
      throw new AppError('conflict', 'remindedAlready')
    const about = { group, round }
    const sent = await tellReviewers(tx, about, (reviewer, count) =>
      count === 0 ? null : reminderMail(reviewer, about, count),
    )
    if (sent === 0) throw new AppError('conflict', 'nobodyLate')
    await markReminded(tx, id)
    await writeDeed(tx, 'remind-reviewers', { keeper, group, round })
  })
  return { slug: group.slug, id }
}

/** Notes when somebody was reminded of what they have left. Part of deeds that ask. */
export const markReminded = (tx: Transaction, roundId: string) =>
  tx.review.updateMany({
    where: {
      ...{ roundId, submittedAt: null, conflictAt: null, removedAt: null, annulledAt: null },
      roundPractice: { withdrawnAt: null },
    },
    data: { remindedAt: new Date() },
  })
