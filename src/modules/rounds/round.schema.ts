import { z } from 'zod'
import { idSchema } from '@/core/id'
import { localized } from '@/core/localized'
import { assignmentStates, criteria, roundStates, withdrawals } from '@/modules/rounds/choices.schema'

export {
  assignmentStates,
  criteria,
  exclusions,
  recommendations,
  roundStates,
  withdrawals,
} from '@/modules/rounds/choices.schema'

export type Criterion = (typeof criteria)[number]
export type RoundState = (typeof roundStates)[number]
export type AssignmentState = (typeof assignmentStates)[number]

/** Characters of what is written of a round, and how much it may hold. */
export const most = { title: 200, introduction: 3000, reason: 1000, practices: 40, perPractice: 50 } as const
/** What all criteria weigh together (9-decisions, Rounds). */
export const allPoints = 25

export const roundTitleSchema = localized(most.title)
const roundIntroductionSchema = localized(most.introduction)

/** By criterion; together 25. */
export const weightsSchema = z.record(z.enum(criteria), z.number().positive())
export type Weights = z.output<typeof weightsSchema>

/** Points from which a practice is excellent, good, sufficient; below the last it is on hold. */
export const thresholdsSchema = z.strictObject({ excellent: z.number(), good: z.number(), sufficient: z.number() })
export type Thresholds = z.output<typeof thresholdsSchema>

/** What a round begins with unless its coordinator says otherwise (2-domain, Review). */
export const usual = {
  weights: { evidence: 5, transferability: 5, relevance: 5, clarity: 5, resources: 5 } satisfies Weights,
  thresholds: { excellent: 21, good: 18, sufficient: 13 } satisfies Thresholds,
  quorum: 3,
  perPractice: 3,
} as const

/** Any positive numbers as shares of 25. */
export function normalisedWeights(given: Weights): Weights {
  const sum = criteria.reduce((total, criterion) => total + given[criterion], 0)
  const share = (criterion: Criterion) => (given[criterion] * allPoints) / sum
  return {
    evidence: share('evidence'),
    transferability: share('transferability'),
    relevance: share('relevance'),
    clarity: share('clarity'),
    resources: share('resources'),
  }
}

type Times = { closesAt: Date; closedAt: Date | null; annulledAt: Date | null }

/** Where a round stands at a moment. Its closing date closes it, whether or not a job has said so. */
export function stateOf({ closesAt, closedAt, annulledAt }: Times, now: Date): RoundState {
  if (annulledAt !== null) return 'annulled'
  return closedAt !== null || closesAt <= now ? 'closed' : 'open'
}

/** Of each step whether it was taken; when it was is of no matter here. */
type Assigned = Record<'savedAt' | 'submittedAt' | 'conflictAt' | 'removedAt' | 'annulledAt', Date | true | null>

/**
 * Where an assignment stands. What was submitted stays so when its writer is taken out or the practice withdrawn; an
 * annulled review stays too, and counts for nothing.
 */
export function assignmentState(review: Assigned, practice: { withdrawnAt: Date | true | null }): AssignmentState {
  if (review.annulledAt !== null) return 'annulled'
  if (review.submittedAt !== null) return 'submitted'
  if (review.conflictAt !== null) return 'conflict'
  if (review.removedAt !== null) return 'removed'
  if (practice.withdrawnAt !== null) return 'withdrawn'
  return review.savedAt === null ? 'asked' : 'begun'
}

/** Is something still expected of whoever was assigned? */
export const isToDo = (state: AssignmentState): boolean => state === 'asked' || state === 'begun'

/** Somebody who is to judge a practice. */
export type Cell = { practiceId: string; reviewerId: string }
export const cellText = ({ practiceId, reviewerId }: Cell) => `${practiceId}.${reviewerId}`

export const roundRowSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  title: roundTitleSchema,
  introduction: roundIntroductionSchema.nullable(),
  weights: weightsSchema,
  thresholds: thresholdsSchema,
  quorum: z.number().int(),
  perPractice: z.number().int(),
  opensAt: z.date(),
  closesAt: z.date(),
  closedAt: z.date().nullable(),
  annulledAt: z.date().nullable(),
  annulReason: z.string().nullable(),
  demo: z.boolean(),
  version: z.number().int(),
})

/** How many assignments stand where; `asked` in all, without those taken out, withdrawn or declared in conflict. */
export type Progress = { asked: number; begun: number; submitted: number; conflict: number }

/** A practice of a round, for whoever reads the group: numbers, no names. */
export type RoundPractice = {
  practiceId: string
  /** Null where this reader may not read the practice. */
  title: z.output<typeof roundTitleSchema> | null
  slug: string | null
  isPublished: boolean
  territoryName: z.output<typeof roundTitleSchema> | null
  practiceVersion: number
  version: number
  discussedAt: Date | null
  resultPublishedAt: Date | null
  withdrawnAt: Date | null
  withdrawal: (typeof withdrawals)[number] | null
  /** What whoever keeps the round said when they took it out. */
  withdrawalReason: string | null
  progress: Progress
}

export type RoundDetail = z.output<typeof roundRowSchema> & {
  state: RoundState
  instrument: { id: string; name: z.output<typeof roundTitleSchema> } | null
  practices: RoundPractice[]
  progress: Progress
}

/** A round in a list. */
export type RoundRow = Pick<RoundDetail, 'id' | 'title' | 'opensAt' | 'closesAt' | 'closedAt' | 'state'> & {
  practices: number
  progress: Progress
}

/** An open round on the desk of whoever keeps it. */
export type OpenRound = Pick<RoundDetail, 'id' | 'title' | 'closesAt' | 'progress'> & {
  groupSlug: string
  groupName: z.output<typeof roundTitleSchema>
  timeZone: string
}
