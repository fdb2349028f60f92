import { z } from 'zod'
import { requireSeen, requireThat } from '@/core/app-error'
import { isId } from '@/core/id'
import { inLanguage, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { practiceTexts } from '@/modules/practices/practice-limit.schema'
import { exclusionIn, findTies } from '@/modules/rounds/candidate.queries'
import { canOpenReviews, canReadOwnReview, hindranceOf } from '@/modules/rounds/review.policy'
import {
  type EarlierReview,
  type OwnReview,
  type OwnReviewRow,
  ownReviewRowSchema,
  type OwnRound,
} from '@/modules/rounds/own-review.schema'
import { fieldsOfSent, type Hindrance, storedDraftSchema } from '@/modules/rounds/review.schema'
import * as sql from '@/modules/rounds/review.sql'
import { saidIn } from '@/modules/rounds/stored-outcome.schema'
import { canReadJudged } from '@/modules/rounds/round.policy'
import { assignmentState, isToDo, roundTitleSchema, stateOf, weightsSchema } from '@/modules/rounds/round.schema'
import { db } from '@/platform/db'
import { prepared } from '@/platform/prepared'

type Row = z.output<typeof ownReviewRowSchema>

// 1,000 characters are read in a minute; five marks and a sentence take three.
const readingMinutes = (characters: number) => Math.max(1, Math.round(characters / 1000))
const judgingMinutes = 3

/** How long the texts of a practice are read, in whole minutes. */
export const minutesToRead = (texts: readonly (string | undefined)[]): number =>
  readingMinutes(texts.reduce((sum, text) => sum + (text ?? '').length, 0))

function rowOf(viewer: Viewer, row: Row): OwnReviewRow {
  const isRead = canReadJudged(viewer, { id: row.groupId, territoryId: row.groupTerritoryId }, row)
  return {
    id: row.id,
    state: assignmentState(row, row),
    title: isRead ? row.title : null,
    territoryName: isRead ? row.territoryName : null,
    minutes: readingMinutes(row.characters) + judgingMinutes,
    savedAt: row.savedAt,
    submittedAt: row.submittedAt,
    hasUnsent: row.submittedAt !== null && row.hasDraft,
  }
}

function roundOf(viewer: Viewer, rows: readonly [Row, ...Row[]], now: Date): OwnRound {
  const [first] = rows
  const own = rows.map((row) => rowOf(viewer, row))
  const left = own.filter(({ state }) => isToDo(state))
  const done = own.filter(({ state }) => state === 'submitted').length
  return {
    id: first.roundId,
    title: first.roundTitle,
    state: stateOf({ closesAt: first.closesAt, closedAt: first.closedAt, annulledAt: first.roundAnnulledAt }, now),
    closesAt: first.closesAt,
    closedAt: first.closedAt,
    annulReason: first.annulReason,
    demo: first.demo,
    groupName: first.groupName,
    groupSlug: first.groupSlug,
    territoryId: first.groupTerritoryId,
    timeZone: first.timeZone,
    instrument: first.instrument,
    rows: own,
    progress: {
      done,
      total: done + left.length,
      minutes: left.reduce((sum, { minutes }) => sum + minutes, 0),
    },
  }
}

async function readRounds(viewer: Viewer, roundId: string | null): Promise<OwnRound[]> {
  const rows = z
    .array(ownReviewRowSchema)
    .parse(await db.$queryRaw<unknown[]>(prepared(sql.ownReviews(viewer.userId, roundId))))
  const now = new Date()
  return [...Map.groupBy(rows, (row) => row.roundId).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [roundOf(viewer, [first, ...rest], now)],
  )
}

/** What the viewer was asked to judge, round by round, the one that closes last first. One query. */
export async function findOwnRounds(viewer: Viewer | null): Promise<OwnRound[]> {
  requireThat(canOpenReviews(viewer), viewer)
  return readRounds(viewer, null)
}

/** How many reviews the viewer still has to send. */
export async function countReviewsToDo(viewer: Viewer): Promise<number> {
  const now = new Date()
  return db.review.count({
    where: {
      ...{ reviewerId: viewer.userId, submittedAt: null, conflictAt: null, removedAt: null, annulledAt: null },
      round: { closesAt: { gt: now }, closedAt: null, annulledAt: null },
      roundPractice: { withdrawnAt: null },
    },
  })
}

const reviewRow = {
  include: {
    answers: true,
    round: {
      select: { groupId: true, closesAt: true, closedAt: true, annulledAt: true, annulReason: true, weights: true },
    },
    roundPractice: {
      select: { withdrawnAt: true, withdrawal: true, withdrawalReason: true, practiceVersion: true },
    },
  },
} as const

const reasonOf = (
  hindrance: Hindrance | null,
  row: {
    annulReason: string | null
    removalReason: string | null
    conflictReason: string | null
    round: { annulReason: string | null }
    roundPractice: { withdrawalReason: string | null }
  },
): string | null => {
  if (hindrance === 'annulled') return row.annulReason
  if (hindrance === 'removed') return row.removalReason
  if (hindrance === 'conflict') return row.conflictReason
  if (hindrance === 'annulledRound') return row.round.annulReason
  return hindrance === 'withdrawn' ? row.roundPractice.withdrawalReason : null
}

/** One's own review. Throws `not-found` for that of anybody else, as for what does not exist. */
export async function getOwnReview(viewer: Viewer | null, id: string): Promise<OwnReview> {
  const row = isId(id) ? await db.review.findUnique({ where: { id }, ...reviewRow }) : null
  requireSeen(row !== null && canReadOwnReview(viewer, row))
  const [[round], ties] = await Promise.all([readRounds(viewer, row.roundId), findTies([row.practiceId])])
  requireSeen(round !== undefined)
  const { organisationId, userId } = viewer
  const exclusion = exclusionIn(ties, { userId, organisationId, standsForId: row.standsForId }, row.practiceId)
  const assignment = { ...row, withdrawnAt: row.roundPractice.withdrawnAt, groupId: row.round.groupId, exclusion }
  const hindrance = hindranceOf(viewer, assignment, new Date())
  const near = round.rows.filter(({ state, id: other }) => other === id || state === 'submitted' || isToDo(state))
  const at = near.findIndex((other) => other.id === id)
  return {
    id,
    version: row.version,
    round,
    practiceId: row.practiceId,
    practiceVersion: row.roundPractice.practiceVersion,
    state: assignmentState(row, row.roundPractice),
    hindrance,
    reason: reasonOf(hindrance, row),
    withdrawal: row.roundPractice.withdrawal,
    weights: weightsSchema.parse(row.round.weights),
    conflict: row.conflictAt && { at: row.conflictAt, reason: row.conflictReason },
    savedAt: row.savedAt,
    submittedAt: row.submittedAt,
    draft: storedDraftSchema.nullable().parse(row.draft),
    sent: row.submittedAt === null ? null : fieldsOfSent(row),
    answered: row.answers.length === 0 ? [] : saidIn(row),
    previousId: near[at - 1]?.id ?? null,
    nextId: near[at + 1]?.id ?? null,
  }
}

const wording = z.object(Object.fromEntries(practiceTexts.map((field) => [field, localized(20_000).nullish()])))

/**
 * How the viewer judged the same practice in the last round before this one, and which of its texts changed since; null
 * when they did not. `present` is the practice as it stands.
 */
export async function findEarlierReview(
  viewer: Viewer,
  review: Pick<OwnReview, 'id' | 'practiceId'>,
  present: object,
): Promise<EarlierReview | null> {
  const row = await db.review.findFirst({
    where: {
      ...{ practiceId: review.practiceId, reviewerId: viewer.userId, id: { not: review.id }, annulledAt: null },
      submittedAt: { not: null },
    },
    include: { round: { select: { title: true } }, roundPractice: { select: { practiceVersion: true } } },
    orderBy: { submittedAt: 'desc' },
  })
  if (row === null || row.submittedAt === null) return null
  const revision = await db.revision.findFirst({
    where: {
      ...{ recordKind: 'practice', recordId: review.practiceId, state: 'accepted' },
      version: row.roundPractice.practiceVersion,
    },
    select: { after: true },
  })
  return {
    roundTitle: roundTitleSchema.parse(row.round.title),
    submittedAt: row.submittedAt,
    fields: fieldsOfSent(row),
    changes: changesOf(revision?.after, present),
  }
}

/** Which texts read differently, each in the language it is written in now. */
function changesOf(then: unknown, now: object): EarlierReview['changes'] {
  const [old, fresh] = [wording.safeParse(then).data, wording.safeParse(now).data]
  if (old === undefined || fresh === undefined) return null
  return practiceTexts.flatMap((field) => {
    const [before, after] = [old[field] ?? null, fresh[field] ?? null]
    const language = after?.original ?? before?.original
    if (language === undefined) return []
    const said = (text: typeof before) => (text === null ? '' : inLanguage(text, language).value)
    return said(before) === said(after) ? [] : [{ field, before: said(before), after: said(after), language }]
  })
}
