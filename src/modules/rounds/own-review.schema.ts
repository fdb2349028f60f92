import { z } from 'zod'
import { recordStatus, visibility } from '@/core/curated'
import { idSchema } from '@/core/id'
import { type Localized, localized } from '@/core/localized'
import type { PracticeText } from '@/modules/practices/practice-limit.schema'
import type { SaidRemark } from '@/modules/rounds/outcome.schema'
import type { Hindrance, StoredDraft } from '@/modules/rounds/review.schema'
import type { ReviewFields } from '@/modules/rounds/review-content.schema'
import type { AssignmentState, RoundState, Weights } from '@/modules/rounds/round.schema'

const text = localized(20_000)
const name = localized(200)

/** One row of the desk of a reviewer. */
export const ownReviewRowSchema = z.object({
  id: idSchema,
  roundId: idSchema,
  savedAt: z.date().nullable(),
  submittedAt: z.date().nullable(),
  conflictAt: z.date().nullable(),
  removedAt: z.date().nullable(),
  annulledAt: z.date().nullable(),
  hasDraft: z.boolean(),
  withdrawnAt: z.date().nullable(),
  roundTitle: name,
  closesAt: z.date(),
  closedAt: z.date().nullable(),
  roundAnnulledAt: z.date().nullable(),
  annulReason: z.string().nullable(),
  demo: z.boolean(),
  groupId: idSchema,
  groupSlug: z.string(),
  groupName: name,
  groupTerritoryId: idSchema,
  timeZone: z.string(),
  instrument: name.nullable(),
  title: text,
  territoryName: name.nullable(),
  status: recordStatus,
  visibility,
  territoryId: idSchema.nullable(),
  /** Of all texts in their original language. */
  characters: z.number().int(),
})

/** An assignment as its reviewer finds it in the list. `title` is null where they may no longer read the practice. */
export type OwnReviewRow = {
  id: string
  state: AssignmentState
  title: Localized | null
  territoryName: Localized | null
  /** To read it and to judge it. */
  minutes: number
  savedAt: Date | null
  submittedAt: Date | null
  /** Changed after it was sent. */
  hasUnsent: boolean
}

/** A round with what one reviewer has in it, in the order of the round. */
export type OwnRound = {
  id: string
  title: Localized
  state: RoundState
  closesAt: Date
  closedAt: Date | null
  annulReason: string | null
  demo: boolean
  groupName: Localized
  groupSlug: string
  /** Of the group. */
  territoryId: string
  timeZone: string
  instrument: Localized | null
  rows: OwnReviewRow[]
  /** How many of those still asked for are sent, and how long the rest takes. */
  progress: { done: number; total: number; minutes: number }
}

/** The practice as it was judged before by the same person: their marks, and the texts that changed since. */
export type EarlierReview = {
  roundTitle: Localized
  submittedAt: Date
  fields: ReviewFields
  /** Null: the wording of then is no longer kept. */
  changes: { field: PracticeText; before: string; after: string; language: string }[] | null
}

/** One's own review with everything its page says of it. */
export type OwnReview = {
  id: string
  version: number
  round: OwnRound
  practiceId: string
  practiceVersion: number
  state: AssignmentState
  hindrance: Hindrance | null
  /** Why: of the round, the review, the place or the practice, as `hindrance` says. */
  reason: string | null
  withdrawal: string | null
  weights: Weights
  conflict: { at: Date; reason: string | null } | null
  savedAt: Date | null
  submittedAt: Date | null
  draft: StoredDraft | null
  /** Null: never sent. */
  sent: ReviewFields | null
  /** What was remarked, with what was done with it; empty until one remark is answered. */
  answered: SaidRemark[]
  /** Neighbours among the practices of the round that are still to be judged or were. */
  previousId: string | null
  nextId: string | null
}
