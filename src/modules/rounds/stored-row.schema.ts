// What the statement of `result.sql` answers: a practice of a round, with all that was said of it.
import { z } from 'zod'
import { recordStatus, visibility } from '@/core/curated'
import { idSchema } from '@/core/id'
import { decisionTextSchema } from '@/modules/groups/meeting.schema'
import { recommendations, remarkStates } from '@/modules/rounds/choices.schema'

const version = z.number().int()
// Inside JSON a moment is the text PostgreSQL writes of it.
const moment = z.string().transform((text) => new Date(text))
const verdict = z.enum(recommendations).nullable()

const storedAnswerSchema = z.object({
  criterion: z.string(),
  state: z.enum(remarkStates),
  text: z.unknown(),
  answeredAt: moment,
  version,
})

const storedReviewSchema = z.object({
  id: idSchema,
  reviewerId: idSchema.nullable(),
  /** Null once the account is erased. */
  reviewer: z.object({ name: z.string() }).nullable(),
  marks: z.unknown(),
  comments: z.unknown(),
  language: z.string().nullable(),
  recommendation: verdict,
  submittedAt: moment.nullable(),
  conflictAt: moment.nullable(),
  removedAt: moment.nullable(),
  annulledAt: moment.nullable(),
  annulReason: z.string().nullable(),
  answers: z.array(storedAnswerSchema),
})
export type StoredReview = z.output<typeof storedReviewSchema>

export const storedOutcomeSchema = z.object({
  roundId: idSchema,
  practiceId: idSchema,
  practiceVersion: version,
  version,
  withdrawnAt: z.date().nullable(),
  discussedAt: z.date().nullable(),
  discussedMeetingId: idSchema.nullable(),
  expertOpinion: z.unknown(),
  result: z.unknown(),
  resultPublishedAt: z.date().nullable(),
  decisionShown: z.boolean(),
  practice: z.object({
    title: z.unknown(),
    slug: z.string(),
    status: recordStatus,
    visibility,
    territoryId: idSchema.nullable(),
    version,
  }),
  round: z.object({
    title: z.unknown(),
    weights: z.unknown(),
    thresholds: z.unknown(),
    quorum: z.number().int(),
    demo: z.boolean(),
    closesAt: moment,
    closedAt: moment.nullable(),
    annulledAt: moment.nullable(),
    group: z.object({
      id: idSchema,
      slug: z.string(),
      territoryId: idSchema,
      territory: z.object({ name: z.unknown() }),
    }),
  }),
  reviews: z.array(storedReviewSchema),
  decisions: z.array(
    z.object({
      id: idSchema,
      meetingId: idSchema,
      text: decisionTextSchema,
      decidedOn: moment,
      verdict,
    }),
  ),
})
export type StoredOutcome = z.output<typeof storedOutcomeSchema>
