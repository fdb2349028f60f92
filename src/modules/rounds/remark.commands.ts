import { AppError, requireSeen, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { inOriginal, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { takeOutcome } from '@/modules/rounds/outcome.queries'
import type { AnswerForm } from '@/modules/rounds/outcome.schema'
import { answeredMail } from '@/modules/rounds/result.mail'
import { canAnswer } from '@/modules/rounds/result.policy'
import { roundTitleSchema } from '@/modules/rounds/round.schema'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { writeAudit } from '@/platform/history'
import { queueMails } from '@/platform/mail'
import { mailLocaleSchema } from '@/platform/mail-sheet'
import { plainWords } from '@/platform/message-words'

const titleSchema = localized(20_000)

/**
 * Answers a remark, or changes the answer. Whoever wrote remarks on a practice gets one mail once all of theirs are
 * answered. Throws `not-found` where the practice may not be seen or nothing was remarked, `forbidden`, `conflict` when
 * somebody else answered meanwhile or the round is not over.
 */
export async function answerRemark(viewer: Viewer | null, form: AnswerForm): Promise<{ practiceId: string }> {
  const review = await db.review.findUnique({
    where: { id: form.reviewId },
    select: { roundId: true, practiceId: true, practice: { select: { territoryId: true } } },
  })
  requireSeen(review !== null && canAnswer(viewer, review.practice))
  requireThat(canAnswer(viewer, review.practice), viewer)
  const { practiceId, roundId } = review
  await db.$transaction(async (tx) => {
    const before = (await takeOutcome(tx, viewer, { roundId, practiceId })).outcome
    if (before.missing.some(({ part }) => part === 'open' || part === 'annulled' || part === 'withdrawn'))
      throw new AppError('not-found', 'notFound')
    if (!before.remarks.some(({ reviewId, subject }) => reviewId === form.reviewId && subject === form.subject))
      throw new AppError('not-found', 'notFound')
    await writeAnswer(tx, viewer, form)
    await writeAudit(tx, 'practice', viewer.userId, [
      {
        ...{ recordId: practiceId, territoryId: review.practice.territoryId },
        ...{ action: 'answer-remark', changed: [] },
      },
    ])
    await tellReviewer(tx, viewer, { roundId, practiceId, reviewId: form.reviewId })
  })
  return { practiceId }
}

async function writeAnswer(tx: Transaction, viewer: Viewer, form: AnswerForm): Promise<void> {
  const said = {
    state: form.state,
    text: form.text === undefined ? noJson : inOriginal(form.language, form.text),
    ...{ answeredById: viewer.userId, answeredAt: new Date() },
  }
  const key = { reviewId: form.reviewId, criterion: form.subject }
  const { count } =
    form.version === undefined
      ? await tx.remarkAnswer.createMany({ data: [{ id: newId(), ...key, ...said }], skipDuplicates: true })
      : await tx.remarkAnswer.updateMany({
          where: { ...key, version: form.version },
          data: { ...said, version: { increment: 1 } },
        })
  if (count === 0) throw new AppError('conflict', 'answerChanged')
}

/** The row of the practice is held, so of the last two answers at once the second sees the first. */
async function tellReviewer(
  tx: Transaction,
  viewer: Viewer,
  at: { roundId: string; practiceId: string; reviewId: string },
): Promise<void> {
  const { outcome, row } = await takeOutcome(tx, viewer, at)
  const own = outcome.remarks.filter(({ reviewId }) => reviewId === at.reviewId)
  if (own.some(({ answer }) => answer === null)) return
  const review = await tx.review.findUniqueOrThrow({
    where: { id: at.reviewId },
    select: { reviewer: { select: { id: true, email: true, locale: true, disabledAt: true } } },
  })
  const { reviewer } = review
  if (reviewer === null || reviewer.disabledAt !== null) return
  const words = await plainWords('rounds', mailLocaleSchema.parse(reviewer.locale))
  const about = {
    ...{ roundId: at.roundId, practiceId: at.practiceId, reviewId: at.reviewId, remarks: own },
    ...{ title: titleSchema.parse(row.practice.title), round: roundTitleSchema.parse(row.round.title) },
  }
  await queueMails(tx, [answeredMail(reviewer, about, words)])
}
