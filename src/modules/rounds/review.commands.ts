import { z } from 'zod'
import { AppError, requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { writeGroupDeed } from '@/modules/groups/group.commands'
import { canReadOwnReview } from '@/modules/rounds/review.policy'
import { getOwnReview } from '@/modules/rounds/review.queries'
import {
  completeReview,
  hindranceMessage,
  type OwnReview,
  type ReviewDraft,
  type ReviewForm,
  type StoredDraft,
} from '@/modules/rounds/review.schema'
import { type ReviewFields, reviewFields } from '@/modules/rounds/review-content.schema'
import * as sql from '@/modules/rounds/review.sql'
import { db } from '@/platform/db'
import { notifyCoordinators } from '@/platform/notify'

const written = z.array(z.object({ version: z.number(), savedAt: z.date() }))

/** Somebody wrote on another page meanwhile: what stands now. */
export type StaleReview = { stale: { version: number; writer: string | null; savedAt: Date | null; fields: ReviewFields } }
export type KeptReview = { version: number; savedAt: Date }

const staleOf = ({ version, draft, savedAt, sent }: OwnReview): StaleReview => ({
  stale: { version, writer: draft?.writer ?? null, savedAt, fields: draft?.fields ?? sent ?? {} },
})

/** The viewer's own review, if nothing hinders writing in it. Throws `not-found`, `conflict` with the reason. */
async function writableReview(viewer: Viewer | null, id: string): Promise<{ writer: Viewer; review: OwnReview }> {
  const review = await getOwnReview(viewer, id)
  requireThat(canReadOwnReview(viewer, { reviewerId: viewer?.userId ?? null }), viewer)
  refuseHindered(review)
  return { writer: viewer, review }
}

function refuseHindered({ hindrance }: OwnReview): void {
  if (hindrance === null) return
  throw new AppError(hindrance === 'member' ? 'forbidden' : 'conflict', hindranceMessage[hindrance])
}

async function keep(
  viewer: Viewer,
  id: string,
  { version, ...draft }: StoredDraft & { version: number },
): Promise<KeptReview | StaleReview> {
  const rows = await db.$queryRaw<unknown[]>(sql.keepDraft({ id, reviewerId: viewer.userId }, version, draft))
  const [row] = written.parse(rows)
  if (row !== undefined) return row
  // Closed, taken out or annulled while it was under way; otherwise another page was quicker.
  const { review } = await writableReview(viewer, id)
  return staleOf(review)
}

/**
 * Keeps what is typed, for its writer alone, without judging it. Answers what stands when another page wrote meanwhile.
 * Throws `not-found`, `conflict` where nothing can be written any more.
 */
export async function keepReview(viewer: Viewer | null, id: string, draft: ReviewDraft): Promise<KeptReview | StaleReview> {
  const { writer } = await writableReview(viewer, id)
  return keep(writer, id, draft)
}

/** The part of the form a field is chosen with when two versions differ. */
export const partOfField = (field: string): string => field.replace(/(Mark|Remark)$/, '')

/**
 * The same by the form itself. With `look` everything has to be there: throws `invalid` with each field at fault, after it
 * was kept.
 */
export async function keepReviewForm(viewer: Viewer | null, form: ReviewForm): Promise<KeptReview | StaleReview> {
  const { writer, review } = await writableReview(viewer, form.id)
  const theirs = staleOf(review).stale.fields
  const fields = Object.fromEntries(
    reviewFields.flatMap((field) => {
      const value = form.takes.includes(partOfField(field)) ? theirs[field] : form.fields[field]
      return value === undefined ? [] : [[field, value]]
    }),
  )
  const version = form.seen ?? form.version
  const kept = await keep(writer, form.id, { version, writer: form.writer, turn: form.turn, fields })
  if (!('stale' in kept) && form.intent === 'look') completeReview(fields)
  return kept
}

/**
 * Sends a review as it stands in this version; a second time it takes the place of the first. Throws `not-found`,
 * `invalid` with the fields at fault, `conflict` where nothing can be sent any more, or where another page wrote or sent
 * meanwhile: of two at once one is sent.
 */
export async function sendReview(
  viewer: Viewer | null,
  { id, version }: { id: string; version: number },
  language: string,
): Promise<void> {
  const { writer, review } = await writableReview(viewer, id)
  if (review.version !== version || review.draft === null) throw new AppError('conflict', 'reviewSentElsewhere')
  const complete = completeReview(review.draft.fields)
  await db.$transaction(async (tx) => {
    const at = { id, reviewerId: writer.userId }
    const rows = await tx.$queryRaw<unknown[]>(sql.send(at, version, { ...complete, language }))
    if (written.parse(rows).length === 0) {
      refuseHindered(await getOwnReview(writer, id))
      throw new AppError('conflict', 'reviewSentElsewhere')
    }
    const { territoryId } = review.round
    await writeGroupDeed(tx, writer, { action: 'send-review', recordId: id, territoryId })
  })
}

/**
 * Declares a conflict of interest: somebody else judges the practice, and its coordinators are told. What was sent counts
 * no longer. Throws `not-found`, `conflict`.
 */
export async function declareConflict(
  viewer: Viewer | null,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { writer, review } = await writableReview(viewer, id)
  const practice = review.round.rows.find((row) => row.id === id)?.title ?? null
  const { territoryId, title } = review.round
  await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>(sql.declareConflict({ id, reviewerId: writer.userId }, reason))
    if (written.parse(rows).length === 0) {
      refuseHindered(await getOwnReview(writer, id))
      throw new AppError('conflict', 'reviewSentElsewhere')
    }
    await writeGroupDeed(tx, writer, { action: 'declare-conflict', recordId: id, territoryId })
    const parameters = {
      round: inLanguage(title, title.original).value,
      practice: practice === null ? '' : inLanguage(practice, practice.original).value,
    }
    await notifyCoordinators(tx, territoryId, { kind: 'reviewConflict', parameters }, writer.userId)
  })
}
