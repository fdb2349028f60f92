// From the rows of a round to what a reader may know of it. Nothing here asks the database.
import { localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import {
  type Answer,
  answerTextSchema,
  commentsSchema,
  marksSchema,
  type Missing,
  opinionSchema,
  type Outcome,
  type PublishedResult,
  publishedResultSchema,
  type Remark,
  remarkSubjects,
  type SaidRemark,
  type ShownReview,
} from '@/modules/rounds/outcome.schema'
import { pointsOf, type PracticeResult, resultOf } from '@/modules/rounds/result.schema'
import { stateOf, thresholdsSchema, weightsSchema } from '@/modules/rounds/round.schema'
import type { StoredOutcome, StoredReview } from '@/modules/rounds/stored-row.schema'

type Reader = { viewer: Viewer; withNames: boolean; isRead: boolean; mayWriteOpinion: boolean }

/** What counts: handed in, and not annulled. Whoever was taken out later has still said it. */
const isCounted = ({ submittedAt, annulledAt }: Pick<StoredReview, 'submittedAt' | 'annulledAt'>): boolean =>
  submittedAt !== null && annulledAt === null

/** In an order that says nothing of when somebody was asked: the end of an id is random. */
const shuffled = (reviews: readonly StoredReview[]) =>
  reviews.toSorted((a, b) => a.id.slice(-12).localeCompare(b.id.slice(-12)) || a.id.localeCompare(b.id))

/** What became of one practice of a round, as this reader may know it. */
export function outcomeOf(row: StoredOutcome, reader: Reader): Outcome {
  const rules = {
    weights: weightsSchema.parse(row.round.weights),
    thresholds: thresholdsSchema.parse(row.round.thresholds),
    quorum: row.round.quorum,
  }
  const submitted = shuffled(row.reviews.filter(({ submittedAt }) => submittedAt !== null))
  const numbers = new Map(submitted.map(({ id }, index) => [id, index + 1]))
  const counted = submitted.filter(isCounted)
  const result = resultOf(
    counted.map(({ marks }) => marksSchema.parse(marks)),
    rules,
    { isDiscussed: row.discussedAt !== null },
  )
  const remarks = counted.flatMap((review) => remarksOf(review, numbers.get(review.id) ?? 0, reader))
  const unanswered = remarks.filter(({ answer }) => answer === null).length
  const published = row.result === null ? null : publishedResultSchema.parse(row.result)
  const open = row.reviews.filter(({ submittedAt, annulledAt }) => submittedAt === null && annulledAt === null)
  return {
    ...{ roundId: row.roundId, practiceId: row.practiceId },
    ...{ practiceVersion: row.practiceVersion, version: row.version },
    title: reader.isRead ? localized(20_000).parse(row.practice.title) : null,
    slug: reader.isRead && row.practice.status === 'published' ? row.practice.slug : null,
    isWithdrawn: row.withdrawnAt !== null,
    result,
    conflicts: open.filter(({ conflictAt }) => conflictAt !== null).length,
    annulled: row.reviews.filter(({ annulledAt }) => annulledAt !== null).length,
    late: open.filter(({ conflictAt, removedAt }) => conflictAt === null && removedAt === null).length,
    reviews: submitted.map((review) => shownReview(review, numbers.get(review.id) ?? 0, rules, reader)),
    remarks: remarks.toSorted(bySubject),
    unanswered,
    discussed: row.discussedAt === null ? null : { at: row.discussedAt, meetingId: row.discussedMeetingId },
    overAt: row.round.closedAt ?? row.round.closesAt,
    decisions: [...row.decisions],
    opinion: row.expertOpinion === null ? null : opinionSchema.parse(row.expertOpinion),
    mayWriteOpinion: reader.mayWriteOpinion,
    published:
      published === null || row.resultPublishedAt === null
        ? null
        : {
            ...{ at: row.resultPublishedAt, result: published, decisionShown: row.decisionShown },
            isCurrent: isSame(published, publishable(result)),
          },
    missing: missingOf(row, result, unanswered),
  }
}

const bySubject = (a: Remark, b: Remark): number =>
  remarkSubjects.indexOf(a.subject) - remarkSubjects.indexOf(b.subject) || a.number - b.number

function shownReview(
  review: StoredReview,
  number: number,
  rules: Parameters<typeof resultOf>[1],
  { viewer, withNames }: Reader,
): ShownReview {
  const marks = marksSchema.parse(review.marks)
  return {
    ...{ id: review.id, number, marks, recommendation: review.recommendation },
    reviewer: withNames ? (review.reviewer?.name ?? null) : null,
    isOwn: review.reviewerId === viewer.userId,
    points: pointsOf(marks, rules.weights),
    isAnnulled: review.annulledAt !== null,
    annulReason: withNames ? review.annulReason : null,
  }
}

const remarksOf = (review: StoredReview, number: number, { viewer, withNames }: Reader): Remark[] =>
  saidIn(review).map((said) => ({
    ...{ ...said, reviewId: review.id, number },
    reviewer: withNames ? (review.reviewer?.name ?? null) : null,
    isOwn: review.reviewerId === viewer.userId,
  }))

/** What a review that was sent says beside its marks, each remark with what was done with it. */
export function saidIn(review: Pick<StoredReview, 'comments' | 'marks' | 'language' | 'answers'>): SaidRemark[] {
  const said = commentsSchema.parse(review.comments)
  const marks = marksSchema.parse(review.marks)
  return remarkSubjects.flatMap((subject) => {
    const text = said[subject]?.trim() ?? ''
    if (text === '') return []
    const answer = review.answers.find(({ criterion }) => criterion === subject)
    return {
      ...{ subject, text, language: review.language },
      mark: subject === 'general' ? null : marks[subject],
      answer: answer === undefined ? null : answerOf(answer),
    }
  })
}

const answerOf = ({ state, text, answeredAt, version }: StoredReview['answers'][number]): Answer => ({
  ...{ state, answeredAt, version },
  text: text === null ? null : answerTextSchema.parse(text),
})

/** The numbers that are published; null where there is no class to publish. */
export function publishable({ points, criteria, resultClass }: PracticeResult): PublishedResult | null {
  if (points === null || criteria === null || resultClass === null) return null
  const { evidence, transferability, relevance, clarity, resources } = criteria
  const bare = ({ median, lowest, highest, count }: NonNullable<typeof points>) => ({ median, lowest, highest, count })
  return {
    ...{ points, resultClass },
    criteria: {
      evidence: bare(evidence),
      transferability: bare(transferability),
      relevance: bare(relevance),
      clarity: bare(clarity),
      resources: bare(resources),
    },
  }
}

const isSame = (published: PublishedResult, present: PublishedResult | null): boolean =>
  present !== null &&
  JSON.stringify(publishedResultSchema.parse(published)) === JSON.stringify(publishedResultSchema.parse(present))

/** What still has to happen before the result can be published, in the order in which it happens. */
function missingOf(row: StoredOutcome, result: PracticeResult, unanswered: number): Missing[] {
  const state = stateOf(row.round, new Date())
  const is: Record<Missing['part'], boolean> = {
    open: state === 'open',
    annulled: state === 'annulled',
    withdrawn: row.withdrawnAt !== null,
    too_few: result.held === 'too_few',
    undiscussed: result.held === 'undiscussed',
    remarks: unanswered > 0,
  }
  const counts: Partial<Record<Missing['part'], number>> = { remarks: unanswered, too_few: result.count }
  return (['open', 'annulled', 'withdrawn', 'too_few', 'undiscussed', 'remarks'] as const)
    .filter((part) => is[part])
    .map((part) => ({ part, count: counts[part] ?? 0 }))
}
