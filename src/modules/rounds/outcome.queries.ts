import { z } from 'zod'
import { AppError, requireSeen, requireThat } from '@/core/app-error'
import { decided } from '@/core/decision'
import { isId } from '@/core/id'
import { type Localized, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { getGroup } from '@/modules/groups/group.queries'
import { decisionTextSchema } from '@/modules/groups/meeting.schema'
import { findTies } from '@/modules/rounds/candidate.queries'
import {
  type Outcome,
  type PublicResult,
  publicResultSchema,
  type ResultsToTake,
  type RoundOutcomes,
} from '@/modules/rounds/outcome.schema'
import { outcomeOf, type StoredOutcome } from '@/modules/rounds/stored-outcome.schema'
import { canAnswer, canReadReviews, canWriteOpinion } from '@/modules/rounds/result.policy'
import * as sql from '@/modules/rounds/result.sql'
import { canReadJudged, canSeeReviewers } from '@/modules/rounds/round.policy'
import { getRound } from '@/modules/rounds/round.queries'
import { roundTitleSchema, stateOf } from '@/modules/rounds/round.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

const titleSchema = localized(20_000)

const stored = {
  practice: {
    select: { title: true, slug: true, status: true, visibility: true, territoryId: true, version: true },
  },
  round: {
    select: {
      ...{ title: true, weights: true, thresholds: true, quorum: true, demo: true },
      ...{ closesAt: true, closedAt: true, annulledAt: true },
      group: { select: { id: true, slug: true, territoryId: true, territory: { select: { name: true } } } },
    },
  },
  reviews: { include: { reviewer: { select: { name: true } }, answers: true } },
} as const

/** Practices of rounds with all that was said of them; whoever asks judges what of it may be told. */
async function readStored(
  where: { roundId: string } | { practiceId: string } | { roundId: string; practiceId: string },
  client: Transaction = db,
): Promise<StoredOutcome[]> {
  // One after the other: inside a transaction there is one connection.
  const rows = await client.roundPractice.findMany({
    where,
    include: stored,
    orderBy: [{ round: { closesAt: 'desc' } }, { position: 'asc' }, { practiceId: 'asc' }],
    take: 200,
  })
  const decisions = await client.groupDecision.findMany({
    where: { ...where, ...('roundId' in where ? {} : { roundId: { not: null } }), replacedBy: null },
    select: { id: true, meetingId: true, roundId: true, practiceId: true, text: true, decidedOn: true, verdict: true },
    orderBy: [{ decidedOn: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
    take: 1000,
  })
  return rows.map((row) => ({
    ...row,
    decisions: decisions
      .filter(({ roundId, practiceId }) => roundId === row.roundId && practiceId === row.practiceId)
      .map(({ id, meetingId, text, decidedOn, verdict }) => ({
        ...{ id, meetingId, decidedOn, verdict },
        text: decisionTextSchema.parse(text),
      })),
  }))
}

const placeOf = ({ round: { group } }: StoredOutcome) => ({ id: group.id, territoryId: group.territoryId })

function shownTo(viewer: Viewer, row: StoredOutcome, authorIds: ReadonlySet<string>): Outcome {
  const place = placeOf(row)
  const isSide = canAnswer(viewer, row.practice)
  return outcomeOf(row, {
    viewer,
    withNames: canSeeReviewers(viewer, place),
    isRead: isSide || canReadJudged(viewer, place, row.practice),
    mayWriteOpinion: canWriteOpinion(viewer, place, { authorIds }),
  })
}

/**
 * A round and what became of its practices: medians with their spread, classes, remarks and what was done with them.
 * `outcomes` is null while this reader may not know. Names are for whoever keeps the group. Throws `not-found`.
 */
export async function getRoundOutcomes(viewer: Viewer | null, key: string, id: string): Promise<RoundOutcomes> {
  const [group, round] = await Promise.all([getGroup(viewer, key), getRound(viewer, key, id)])
  const place = { id: group.id, territoryId: group.territory.id }
  if (!canReadReviews(viewer, place, round.state)) return { round, outcomes: null, withNames: false }
  const rows = await readStored({ roundId: round.id })
  // Only whoever keeps the group writes an opinion, so nobody else needs to know who wrote the practice.
  const ties = await findTies(canSeeReviewers(viewer, place) ? rows.map(({ practiceId }) => practiceId) : [])
  return {
    round,
    outcomes: rows.map((row) => shownTo(viewer, row, ties.get(row.practiceId)?.authorIds ?? new Set())),
    withNames: canSeeReviewers(viewer, place),
  }
}

/**
 * The same by the id of the round alone, to be taken along as a file. Throws `not-found`, and `forbidden` while this reader
 * may not know what was said.
 */
export async function getResultsToTake(viewer: Viewer | null, id: string): Promise<ResultsToTake> {
  const found = isId(id) ? await db.reviewRound.findUnique({ where: { id }, select: { groupId: true } }) : null
  requireSeen(found !== null)
  const group = await getGroup(viewer, found.groupId)
  const { outcomes, ...results } = await getRoundOutcomes(viewer, group.id, id)
  requireThat(outcomes !== null, viewer)
  return { group, outcomes, ...results }
}

/** A judgement as the side of the practice reads it. */
export type JudgementOfPractice = {
  roundTitle: Localized
  territoryName: Localized
  quorum: number
  demo: boolean
  outcome: Outcome
}
export type JudgedOf = { practice: { id: string; title: Localized }; judgements: JudgementOfPractice[] }

/**
 * What groups said of a practice in rounds that are over, the latest first, without names, for whoever answers for the
 * practice. Throws `not-found` where the practice may not be seen, `forbidden`.
 */
export async function getJudgements(viewer: Viewer | null, practiceId: string): Promise<JudgedOf> {
  const practice = isId(practiceId)
    ? await db.practice.findUnique({ where: { id: practiceId }, select: { id: true, title: true, territoryId: true } })
    : null
  requireSeen(practice !== null && canAnswer(viewer, practice))
  const rows = await readStored({ practiceId })
  const now = new Date()
  return {
    practice: { id: practice.id, title: titleSchema.parse(practice.title) },
    judgements: rows
      .filter(({ round }) => stateOf(round, now) === 'closed')
      .map((row) => ({
        roundTitle: roundTitleSchema.parse(row.round.title),
        territoryName: localized(200).parse(row.round.group.territory.name),
        ...{ quorum: row.round.quorum, demo: row.round.demo },
        outcome: shownTo(viewer, row, new Set()),
      })),
  }
}

const judgedCount = z.array(z.object({ rounds: z.number().int(), unanswered: z.number().int() }))

/** In how many rounds that are over a practice was judged, and how many remarks wait. Throws `not-found`, as `getJudgements`. */
export async function countJudgements(
  viewer: Viewer | null,
  practiceId: string,
): Promise<{ rounds: number; unanswered: number }> {
  const practice = isId(practiceId)
    ? await db.practice.findUnique({ where: { id: practiceId }, select: { territoryId: true } })
    : null
  requireSeen(practice !== null && canAnswer(viewer, practice))
  const [count] = judgedCount.parse(await db.$queryRaw(sql.countJudgements(practiceId)))
  return count ?? { rounds: 0, unanswered: 0 }
}

/** One practice of a round for a deed on it, held until the transaction ends: whoever else acts on it waits. */
export async function takeOutcome(
  tx: Transaction,
  viewer: Viewer,
  { roundId, practiceId }: { roundId: string; practiceId: string },
): Promise<{ outcome: Outcome; row: StoredOutcome }> {
  const at = { roundId, practiceId }
  await tx.$queryRaw(sql.takeRoundPractice(at))
  const [row] = await readStored(at, tx)
  if (row === undefined) throw new AppError('not-found', 'notFound')
  return { outcome: shownTo(viewer, row, new Set()), row }
}

/** What groups judged and published of a practice, the latest first, for everybody. */
export async function findPublicResults(practiceId: string): Promise<PublicResult[]> {
  decided() // public views only
  return z.array(publicResultSchema).parse(await db.$queryRaw(sql.publicResults(practiceId)))
}

const waiting = z.array(
  z.object({ practiceId: z.string(), title: titleSchema, count: z.number().int(), oldestAt: z.date() }),
)
export type WaitingRemarks = z.output<typeof waiting>[number]

/**
 * Practices of the viewer's territories (an administrator's are the commons, too) with remarks that wait for an answer, the longest waiting first; `after` is the
 * practice before the page.
 */
export async function findUnansweredPractices(
  viewer: Viewer | null,
  { limit, after = null }: { limit: number; after?: string | null },
): Promise<{ rows: WaitingRemarks[]; total: number; next: string | null }> {
  requireThat(viewer !== null && (viewer.isAdmin || viewer.territoryIds.length > 0), viewer)
  const all = waiting.parse(await db.$queryRaw(sql.unansweredPractices(viewer.territoryIds, viewer.isAdmin)))
  const from = all.findIndex(({ practiceId }) => practiceId === after) + 1
  const rows = all.slice(from, from + limit)
  return { rows, total: all.length, next: all.length > from + limit ? (rows.at(-1)?.practiceId ?? null) : null }
}
