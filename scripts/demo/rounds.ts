import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { dayIn } from '@/core/zoned-time'
import { openRound, previewRound } from '@/modules/rounds/open-round.commands'
import { getRoundOutcomes } from '@/modules/rounds/outcome.queries'
import { answerFormSchema } from '@/modules/rounds/outcome.schema'
import { answerRemark } from '@/modules/rounds/remark.commands'
import { publishResult } from '@/modules/rounds/result.commands'
import { newRoundSchema } from '@/modules/rounds/round-form.schema'
import { db } from '@/platform/db'
import { type GroupEntry, idOf, practiceKey, type RoundEntry } from '../../prisma/demo/partnership'

const dayLength = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayLength)

/**
 * Opens the rounds of the groups among their invented members, after them; what is over was judged by them alone, says
 * so wherever it is shown, and nobody is written to.
 */
export async function loadRounds(groups: readonly GroupEntry[], ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { key, rounds } of groups) for (const entry of rounds) await loadRound(idOf(ids, key), entry, ids)
  await db.outboxMail.deleteMany({
    where: { template: { startsWith: 'rounds.' }, recipient: { endsWith: '@demo.example' } },
  })
}

async function loadRound(groupId: string, entry: RoundEntry, ids: ReadonlyMap<string, string>): Promise<void> {
  const practiceOf = (name: string) => idOf(ids, practiceKey(name))
  const { territory } = await db.group.findUniqueOrThrow({
    where: { id: groupId },
    select: { territory: { select: { timeZone: true, instruments: { select: { id: true }, take: 1 } } } },
  })
  const said = {
    ...{ groupId, id: newId(), language: entry.language, title: entry.title, introduction: entry.introduction },
    practices: entry.practices.map(practiceOf),
    weights: { evidence: 1, transferability: 1, relevance: 1, clarity: 1, resources: 1 },
    thresholds: { excellent: 21, good: 18, sufficient: 13 },
    ...{ quorum: 3, perPractice: 3, step: 'open' },
    closesOn: dayIn(territory.timeZone, inDays(entry.openForDays ?? 1)),
    instrumentId: territory.instruments[0]?.id,
  }
  const { assigned } = await previewRound(systemViewer, newRoundSchema.parse(said))
  const form = newRoundSchema.parse({ ...said, cells: assigned })
  const { id: roundId } = await openRound(systemViewer, form, { demo: true })
  // Of a round that is over, everything was sent before its end.
  const sentAt = inDays(entry.closedDaysAgo === undefined ? 0 : -entry.closedDaysAgo - 2)
  for (const { practice, reviewer, marks, comments, recommendation } of entry.reviews) {
    const [evidence, transferability, relevance, clarity, resources] = marks
    const { id: reviewerId } = await db.user.findUniqueOrThrow({ where: { email: reviewer } })
    await db.review.update({
      where: { roundId_practiceId_reviewerId: { roundId, practiceId: practiceOf(practice), reviewerId } },
      data: {
        marks: { evidence, transferability, relevance, clarity, resources },
        ...{ comments, recommendation, language: entry.language, savedAt: sentAt, submittedAt: sentAt },
      },
    })
  }
  if (entry.closedDaysAgo !== undefined) await endRound(roundId, entry, practiceOf)
}

async function endRound(
  roundId: string,
  { closedDaysAgo = 1, answers, published }: RoundEntry,
  practiceOf: (name: string) => string,
): Promise<void> {
  const closesAt = inDays(-closedDaysAgo)
  const { groupId } = await db.reviewRound.update({
    where: { id: roundId },
    data: { opensAt: inDays(-closedDaysAgo - 21), closesAt, closedAt: closesAt },
  })
  const readOutcomes = async () => (await getRoundOutcomes(systemViewer, groupId, roundId)).outcomes ?? []
  for (const outcome of await readOutcomes())
    for (const { reviewId, subject } of outcome.remarks) {
      const said = answers.find((one) => practiceOf(one.practice) === outcome.practiceId && one.subject === subject)
      if (said === undefined) continue
      const { state, language, text } = said
      await answerRemark(systemViewer, answerFormSchema.parse({ reviewId, subject, state, language, text }))
    }
  for (const { practiceId, version } of await readOutcomes())
    if (published.some((name) => practiceOf(name) === practiceId))
      await publishResult(systemViewer, { roundId, practiceId, version, decisionShown: false })
}
