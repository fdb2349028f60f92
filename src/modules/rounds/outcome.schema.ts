import { z } from 'zod'
import { idSchema } from '@/core/id'
import { languageCode, type Localized, localized } from '@/core/localized'
import { whole } from '@/core/number'
import { paragraphs } from '@/core/text'
import type { GroupSummary } from '@/modules/groups/group.schema'
import type { verdicts } from '@/modules/groups/meeting.schema'
import { practiceLimits } from '@/modules/practices/practice-limit.schema'
import { criteria, remarkStates } from '@/modules/rounds/choices.schema'
import { type Marks, type PracticeResult, resultClasses } from '@/modules/rounds/result.schema'
import type { RoundDetail } from '@/modules/rounds/round.schema'

/** What a remark is about. Labels: messages `rounds.criterion`, and `rounds.result.general`. */
export const remarkSubjects = [...criteria, 'general'] as const
export type RemarkSubject = (typeof remarkSubjects)[number]

export const marksSchema = z.record(z.enum(criteria), z.number().int().min(0).max(5))
/** What a reviewer wrote, by criterion and in general. */
export const commentsSchema = z.partialRecord(z.enum(remarkSubjects), z.string())
export const opinionSchema = localized(practiceLimits.expertOpinion)
export const answerTextSchema = localized(1000)
/** Characters of what is written about a judgement. */
export const mostWords = { answer: 1000, opinion: practiceLimits.expertOpinion } as const

const spread = z.strictObject({ median: z.number(), lowest: z.number(), highest: z.number(), count: z.number().int() })

/** The numbers of a result as they were published. */
export const publishedResultSchema = z.strictObject({
  points: spread,
  criteria: z.record(z.enum(criteria), spread),
  resultClass: z.enum(resultClasses),
})
export type PublishedResult = z.output<typeof publishedResultSchema>

/** What everybody reads of a judgement. */
export const publicResultSchema = z.object({
  title: localized(200),
  closedAt: z.date(),
  publishedAt: z.date(),
  result: publishedResultSchema,
  /** The version of the practice that was judged, and whether what it says has changed since. */
  practiceVersion: z.number().int(),
  isRevised: z.boolean(),
  demo: z.boolean(),
  decision: localized(3000).nullable(),
  verdict: z.enum(['publish', 'revise', 'decline']).nullable(),
  decidedOn: z.date().nullable(),
})
export type PublicResult = z.output<typeof publicResultSchema>

/** One review as this reader may know it. Numbers follow no order in which anybody was asked. */
export type ShownReview = {
  id: string
  number: number
  /** Null without the right to names, and once the account is erased. */
  reviewer: string | null
  isOwn: boolean
  marks: Marks
  points: number
  recommendation: (typeof verdicts)[number] | null
  /** Why it does not count, for whoever keeps the round. */
  annulReason: string | null
  isAnnulled: boolean
}

export type Answer = {
  state: (typeof remarkStates)[number]
  text: Localized | null
  answeredAt: Date
  version: number
}

/** What a reviewer wrote of one criterion, and what was done with it. */
export type SaidRemark = {
  subject: RemarkSubject
  text: string
  language: string | null
  /** The mark beside it; a general remark has none. */
  mark: number | null
  answer: Answer | null
}

/** The same with whose it is, as far as the reader may know. */
export type Remark = SaidRemark & { reviewId: string; number: number; reviewer: string | null; isOwn: boolean }

export type GroupVerdict = {
  id: string
  meetingId: string
  text: Localized
  decidedOn: Date
  verdict: (typeof verdicts)[number] | null
}

/** What still stands between a result and its publication. */
export type Missing = {
  part: 'open' | 'annulled' | 'withdrawn' | 'too_few' | 'undiscussed' | 'remarks'
  count: number
}

/** What became of one practice of a round. */
export type Outcome = {
  roundId: string
  practiceId: string
  /** Null where this reader may not read the practice. */
  title: Localized | null
  slug: string | null
  practiceVersion: number
  version: number
  isWithdrawn: boolean
  result: PracticeResult
  /** Assignments that came to no review, by why. */
  conflicts: number
  annulled: number
  late: number
  reviews: ShownReview[]
  remarks: Remark[]
  unanswered: number
  discussed: { at: Date; meetingId: string | null } | null
  /** When the round is or was over. */
  overAt: Date
  decisions: GroupVerdict[]
  opinion: Localized | null
  mayWriteOpinion: boolean
  published: { at: Date; result: PublishedResult; decisionShown: boolean; isCurrent: boolean } | null
  missing: Missing[]
}

/** A round with what became of its practices; null while this reader may not know. */
export type RoundOutcomes = { round: RoundDetail; outcomes: Outcome[] | null; withNames: boolean }

/** The same for whoever may know, with the group it is of. */
export type ResultsToTake = { group: GroupSummary; round: RoundDetail; outcomes: Outcome[]; withNames: boolean }

const version = whole(1, 2 ** 31 - 1)
const checked = z
  .literal('on')
  .optional()
  .transform((on) => on === 'on')
const at = { roundId: idSchema, practiceId: idSchema, version }

export const publishFormSchema = z.strictObject({ ...at, decisionShown: checked })
export type PublishForm = z.output<typeof publishFormSchema>

export const takeBackSchema = z.strictObject(at)
export type TakeBack = z.output<typeof takeBackSchema>

export const discussedFormSchema = z.strictObject({ ...at, meetingId: z.uuid({ error: 'choose' }) })
export type DiscussedForm = z.output<typeof discussedFormSchema>

/** The expert opinion in one language; without a text that language is taken away. */
export const opinionFormSchema = z.strictObject({
  ...at,
  language: languageCode,
  text: paragraphs(practiceLimits.expertOpinion).optional(),
})
export type OpinionForm = z.output<typeof opinionFormSchema>

/** What was done with a remark; a "no" or half a "yes" says why. */
export const answerFormSchema = z
  .strictObject({
    reviewId: idSchema,
    subject: z.enum(remarkSubjects),
    /** Absent = it was not answered yet. */
    version: version.optional(),
    state: z.enum(remarkStates, { error: 'choose' }),
    language: languageCode,
    text: paragraphs(mostWords.answer).optional(),
  })
  .superRefine(({ state, text }, context) => {
    if (state !== 'accepted' && text === undefined)
      context.addIssue({ code: 'custom', path: ['text'], message: 'answerWhy' })
  })
export type AnswerForm = z.output<typeof answerFormSchema>
