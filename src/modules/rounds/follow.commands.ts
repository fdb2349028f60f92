// What follows from time and from deeds of other rooms: reminders, closing, practices taken back. Jobs' deeds.
import { requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { dayEndingAt } from '@/core/zoned-time'
import { findPracticeNames } from '@/modules/practices/practice-desk.queries'
import { tellWithdrawn } from '@/modules/rounds/assignment.commands'
import { findReviewers } from '@/modules/rounds/candidate.queries'
import { markReminded } from '@/modules/rounds/round.commands'
import { closedMail, lateMail, reminderMail } from '@/modules/rounds/round.mail'
import { findOpenCounts, getRoundById, takeOpenRound } from '@/modules/rounds/round.queries'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { queueMails } from '@/platform/mail'
import { notifyCoordinators } from '@/platform/notify'

type KeptRound = Awaited<ReturnType<typeof getRoundById>>

const hour = 3_600_000
const days = (count: number) => count * 24 * hour

/** When reviewers are reminded: so long before the closing, if the round was open then. */
const moments = [
  { name: 'days', before: days(2) },
  { name: 'week', before: days(7) },
] as const

/**
 * Reminds reviewers who have something left, a week and two days before a round closes, once each; two days before, the
 * coordinators are told on their desk, too. Returns how many rounds were due.
 */
export async function remindDueReviewers(viewer: Viewer | null, now = new Date()): Promise<number> {
  requireThat(viewer !== null && viewer.isAdmin, viewer)
  const rounds = await db.reviewRound.findMany({
    where: { closedAt: null, annulledAt: null, closesAt: { gt: now, lte: new Date(now.getTime() + days(7)) } },
    select: { id: true, opensAt: true, closesAt: true },
    orderBy: { closesAt: 'asc' },
    take: 1000,
  })
  let due = 0
  for (const { id, opensAt, closesAt } of rounds) {
    // Of two moments that have passed the later one speaks.
    const moment = moments.find(({ before }) => closesAt.getTime() - before <= now.getTime())
    if (moment === undefined || closesAt.getTime() - moment.before <= opensAt.getTime()) continue
    due++
    await remindAt(viewer, id, moment.name)
  }
  return due
}

async function remindAt(viewer: Viewer, id: string, moment: 'days' | 'week'): Promise<void> {
  const { group, round } = await getRoundById(viewer, id)
  const about = { group, round }
  const occasion = `${round.closesAt.getTime()}:${moment}`
  await db.$transaction(async (tx) => {
    if (!(await takeOpenRound(tx, id))) return
    const counts = await findOpenCounts(tx, id)
    const serving = await findReviewers(group, tx)
    const late = serving.filter(({ userId }) => (counts.get(userId) ?? 0) > 0)
    if (late.length === 0 || (await isTold(tx, occasion, round.id))) return
    await queueMails(
      tx,
      late.map((reviewer) => reminderMail(reviewer, about, counts.get(reviewer.userId) ?? 0, occasion)),
    )
    await markReminded(tx, id)
    if (moment === 'week') return
    await notifyCoordinators(tx, group.territory.id, {
      kind: 'roundCloses',
      parameters: {
        group: inLanguage(group.name, group.name.original).value,
        round: inLanguage(round.title, round.title.original).value,
        closesOn: dayEndingAt(group.territory.timeZone, round.closesAt),
        open: [...counts.values()].reduce((sum, count) => sum + count, 0),
        asked: round.progress.asked,
      },
    })
  })
}

/** Was anybody reminded on this occasion? */
const isTold = async (tx: Transaction, occasion: string, roundId: string): Promise<boolean> =>
  (await tx.outboxMail.count({ where: { dedupeKey: { startsWith: `rounds.reminder:${roundId}:${occasion}:` } } })) > 0

/**
 * Writes down that rounds have closed by their date, tells whoever is late and the coordinators. A round is closed
 * without it, too. Returns how many.
 */
export async function closeDueRounds(viewer: Viewer | null, now = new Date()): Promise<number> {
  requireThat(viewer !== null && viewer.isAdmin, viewer)
  const rounds = await db.reviewRound.findMany({
    where: { closedAt: null, annulledAt: null, closesAt: { lte: now } },
    select: { id: true },
    orderBy: { closesAt: 'asc' },
    take: 200,
  })
  for (const { id } of rounds) await closeDue(viewer, id, now)
  return rounds.length
}

async function closeDue(viewer: Viewer, id: string, now: Date): Promise<void> {
  const { group, round } = await getRoundById(viewer, id)
  const about = { group, round }
  await db.$transaction(async (tx) => {
    const { count } = await tx.reviewRound.updateMany({
      where: { id, closedAt: null, annulledAt: null, closesAt: { lte: now } },
      data: { closedAt: round.closesAt, version: { increment: 1 } },
    })
    if (count === 0) return
    const counts = await findOpenCounts(tx, id)
    const serving = await findReviewers(group, tx)
    const coordinators = await tx.user.findMany({
      where: { disabledAt: null, memberships: { some: { role: 'coordinator', territoryId: group.territory.id } } },
    })
    const late = serving.filter(({ userId }) => (counts.get(userId) ?? 0) > 0)
    await queueMails(tx, [
      ...late.map((reviewer) => lateMail(reviewer, about, counts.get(reviewer.userId) ?? 0)),
      ...coordinators.map((user) => closedMail({ ...user, userId: user.id }, about, round.progress)),
    ])
  })
}

/** Tells reviewers of practices that their territory took back in the last days. Returns how many practices. */
export async function tellTakenBack(viewer: Viewer | null): Promise<number> {
  requireThat(viewer !== null && viewer.isAdmin, viewer)
  const rows = await db.roundPractice.findMany({
    where: { withdrawnAt: { gt: new Date(Date.now() - days(3)) }, round: { annulledAt: null } },
    select: { roundId: true, practiceId: true, withdrawal: true },
    orderBy: { withdrawnAt: 'asc' },
    take: 1000,
  })
  for (const { roundId, practiceId, withdrawal } of rows) {
    const about = await getRoundById(viewer, roundId)
    await db.$transaction(async (tx) => {
      await tellWithdrawn(tx, about, practiceId)
      if (withdrawal !== 'takenOut') await tellKeepers(tx, about, practiceId)
    })
  }
  return rows.length
}

async function tellKeepers(tx: Transaction, { group, round }: KeptRound, practiceId: string): Promise<void> {
  const key = `${round.id}:${practiceId}`
  const kind = 'practiceTakenBack'
  if ((await tx.notification.count({ where: { kind, parameters: { path: ['key'], equals: key } } })) > 0) return
  const name = (await findPracticeNames([practiceId], group.name.original)).get(practiceId) ?? ''
  const { value } = inLanguage(round.title, round.title.original)
  await notifyCoordinators(tx, group.territory.id, { kind, parameters: { key, round: value, name } })
}
