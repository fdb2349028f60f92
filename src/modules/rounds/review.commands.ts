import { AppError, requireThat } from '@/core/app-error'
import { inLanguage } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { writeGroupDeed } from '@/modules/groups/group.commands'
import { canReadOwnReview } from '@/modules/rounds/review.policy'
import { getOwnReview } from '@/modules/rounds/review.queries'
import { type OwnReview } from '@/modules/rounds/own-review.schema'
import {
  completeReview,
  type Hindrance,
  hindranceMessage,
  type ReviewDraft,
  type ReviewForm,
  type StoredDraft,
} from '@/modules/rounds/review.schema'
import { partOfField, type ReviewFields, reviewFields } from '@/modules/rounds/review-content.schema'
import { holdOpenRound } from '@/modules/rounds/round.queries'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { notifyCoordinators } from '@/platform/notify'

/** Somebody wrote on another page meanwhile: what stands now. */
type StaleReview = {
  stale: { version: number; writer: string | null; savedAt: Date | null; fields: ReviewFields }
}
type KeptReview = { version: number; savedAt: Date }

const staleOf = ({ version, draft, savedAt, sent }: OwnReview): StaleReview => ({
  stale: { version, writer: draft?.writer ?? null, savedAt, fields: draft?.fields ?? sent ?? {} },
})

/** The viewer's own review, if nothing hinders writing in it. Throws `not-found`, `conflict` with the reason. */
async function writableReview(viewer: Viewer | null, id: string): Promise<{ writer: Viewer; review: OwnReview }> {
  const review = await getOwnReview(viewer, id)
  requireThat(canReadOwnReview(viewer, { reviewerId: viewer?.userId ?? null }), viewer)
  if (review.hindrance !== null) throw hindered(review.hindrance)
  return { writer: viewer, review }
}

const hindered = (hindrance: Hindrance) =>
  new AppError(hindrance === 'member' ? 'forbidden' : 'conflict', hindranceMessage[hindrance])

type Change = Parameters<Transaction['review']['updateManyAndReturn']>[0]['data']
type Stands = NonNullable<Parameters<Transaction['review']['updateManyAndReturn']>[0]['where']>

/**
 * Writes into a review, if the round is open and stays so until it is written, and nothing else hinders. Null: it was
 * not, or the review no longer stands as `stands` says.
 */
async function write(
  tx: Transaction,
  { writer, review }: { writer: Viewer; review: OwnReview },
  stands: Stands,
  change: Change,
): Promise<KeptReview | null> {
  if (!(await holdOpenRound(tx, review.round.id))) return null
  const [row] = await tx.review.updateManyAndReturn({
    where: {
      AND: [
        { id: review.id, reviewerId: writer.userId, removedAt: null, annulledAt: null, conflictAt: null },
        { roundPractice: { withdrawnAt: null } },
        stands,
      ],
    },
    data: { ...change, version: { increment: 1 } },
    select: { version: true, savedAt: true },
  })
  return row === undefined ? null : { version: row.version, savedAt: row.savedAt ?? new Date() }
}

async function keep(
  own: { writer: Viewer; review: OwnReview },
  { version, ...draft }: StoredDraft & { version: number },
): Promise<KeptReview | StaleReview> {
  // Typed on what stands, or by the page that typed what stands and later than that.
  const isSamePage = [
    { draft: { path: ['writer'], equals: draft.writer } },
    { draft: { path: ['turn'], lt: draft.turn } },
  ]
  const stands = { OR: [{ version }, { AND: isSamePage }] }
  const kept = await db.$transaction((tx) => write(tx, own, stands, { draft, savedAt: new Date() }))
  if (kept !== null) return kept
  // Closed, taken out or annulled while it was under way; otherwise another page was quicker.
  const { review } = await writableReview(own.writer, own.review.id)
  return staleOf(review)
}

/**
 * Keeps what is typed, for its writer alone, without judging it. Answers what stands when another page wrote meanwhile.
 * Throws `not-found`, `conflict` where nothing can be written any more.
 */
export async function keepReview(
  viewer: Viewer | null,
  id: string,
  draft: ReviewDraft,
): Promise<KeptReview | StaleReview> {
  return keep(await writableReview(viewer, id), draft)
}

/**
 * The same by the form itself. With `look` everything has to be there: throws `invalid` with each field at fault, after it
 * was kept.
 */
export async function keepReviewForm(viewer: Viewer | null, form: ReviewForm): Promise<KeptReview | StaleReview> {
  const own = await writableReview(viewer, form.id)
  const theirs = staleOf(own.review).stale.fields
  const fields = Object.fromEntries(
    reviewFields.flatMap((field) => {
      const value = form.takes.includes(partOfField(field)) ? theirs[field] : form.fields[field]
      return value === undefined ? [] : [[field, value]]
    }),
  )
  const version = form.seen ?? form.version
  const kept = await keep(own, { version, writer: form.writer, turn: form.turn, fields })
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
  const own = await writableReview(viewer, id)
  const { review, writer } = own
  if (review.version !== version || review.draft === null) throw new AppError('conflict', 'reviewSentElsewhere')
  const complete = completeReview(review.draft.fields)
  const now = new Date()
  await db.$transaction(async (tx) => {
    const sent = { ...complete, language, draft: noJson, submittedAt: now, savedAt: now }
    if ((await write(tx, own, { version }, sent)) === null) throw await whyNot(own)
    const { territoryId } = review.round
    await writeGroupDeed(tx, writer, { action: 'send-review', recordId: id, territoryId })
  })
}

/** Why a review could not be written into: somebody closed the round or took it away, or another page was quicker. */
async function whyNot({ writer, review }: { writer: Viewer; review: OwnReview }): Promise<AppError> {
  const { hindrance } = await getOwnReview(writer, review.id)
  return hindrance === null ? new AppError('conflict', 'reviewSentElsewhere') : hindered(hindrance)
}

/**
 * Declares a conflict of interest: somebody else judges the practice, and its coordinators are told. What was sent counts
 * no longer. Throws `not-found`, `conflict`.
 */
export async function declareConflict(
  viewer: Viewer | null,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const own = await writableReview(viewer, id)
  const { writer, review } = own
  const practice = review.round.rows.find((row) => row.id === id)?.title ?? null
  const { territoryId, title } = review.round
  await db.$transaction(async (tx) => {
    const declared = { conflictAt: new Date(), conflictReason: reason, submittedAt: null }
    const emptied = { marks: {}, comments: {}, recommendation: null, draft: noJson }
    if ((await write(tx, own, {}, { ...declared, ...emptied })) === null) throw await whyNot(own)
    await writeGroupDeed(tx, writer, { action: 'declare-conflict', recordId: id, territoryId })
    const parameters = {
      round: inLanguage(title, title.original).value,
      practice: practice === null ? '' : inLanguage(practice, practice.original).value,
    }
    await notifyCoordinators(tx, territoryId, { kind: 'reviewConflict', parameters }, writer.userId)
  })
}
