import { z } from 'zod'
import { AppError, requireSeen, requireThat } from '@/core/app-error'
import { decided } from '@/core/decision'
import { idSchema, isId } from '@/core/id'
import { type Localized, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findTies } from '@/modules/rounds/candidate.queries'
import {
  type Outcome,
  type PublicResult,
  publicResultSchema,
  type ResultsToTake,
  type RoundOutcomes,
} from '@/modules/rounds/outcome.schema'
import { outcomeOf } from '@/modules/rounds/stored-outcome.schema'
import { type StoredOutcome, storedOutcomeSchema } from '@/modules/rounds/stored-row.schema'
import { canAnswer, canReadReviews, canWriteOpinion } from '@/modules/rounds/result.policy'
import * as sql from '@/modules/rounds/result.sql'
import { canReadJudged, canSeeReviewers } from '@/modules/rounds/round.policy'
import { getGroupRound, getRoundById, type GroupRound } from '@/modules/rounds/round.queries'
import { roundTitleSchema, stateOf } from '@/modules/rounds/round.schema'
import type { Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { prepared } from '@/platform/prepared'

const titleSchema = localized(20_000)

/** Practices of rounds with all that was said of them; whoever asks judges what of it may be told. */
const readStored = async (
  where: { roundId?: string; practiceId?: string },
  client: Transaction = db,
): Promise<StoredOutcome[]> => z.array(storedOutcomeSchema).parse(await client.$queryRaw(sql.storedOutcomes(where)))

const placeOf = ({ round: { group } }: StoredOutcome) => ({ id: group.id, territoryId: group.territoryId })

function shownTo(
  viewer: Viewer,
  row: StoredOutcome,
  { authorIds = new Set(), isNameless = false }: { authorIds?: ReadonlySet<string>; isNameless?: boolean } = {},
): Outcome {
  const place = placeOf(row)
  const isSide = canAnswer(viewer, row.practice)
  return outcomeOf(row, {
    viewer,
    withNames: canSeeReviewers(viewer, place) && !isNameless,
    isRead: isSide || canReadJudged(viewer, place, row.practice),
    mayWriteOpinion: canWriteOpinion(viewer, place, { authorIds }),
  })
}

/**
 * What became of the practices of a round, or of one of them: medians with their spread, classes, remarks and what was
 * done with them. `outcomes` is null while this reader may not know. Names are for whoever keeps the group, unless
 * `isNameless`. The group
 * itself was judged by who asks.
 */
export async function findOutcomes(
  viewer: Viewer | null,
  { group, round }: GroupRound,
  { practiceId, isNameless = false }: { practiceId?: string; isNameless?: boolean } = {},
): Promise<Pick<RoundOutcomes, 'outcomes' | 'withNames'>> {
  const place = { id: group.id, territoryId: group.territory.id }
  if (!canReadReviews(viewer, place, round.state)) return { outcomes: null, withNames: false }
  const keeps = canSeeReviewers(viewer, place)
  const withNames = keeps && !isNameless
  const judged = round.practices.flatMap((one) =>
    practiceId === undefined || one.practiceId === practiceId ? one.practiceId : [],
  )
  if (judged.length === 0) return { outcomes: [], withNames }
  const [rows, ties] = await Promise.all([
    readStored({ roundId: round.id, ...(practiceId !== undefined && { practiceId }) }),
    // Only whoever keeps the group writes an opinion, so nobody else needs to know who wrote the practice.
    findTies(keeps ? judged : []),
  ])
  return {
    outcomes: rows.map((row) =>
      shownTo(viewer, row, { authorIds: ties.get(row.practiceId)?.authorIds ?? new Set(), isNameless }),
    ),
    withNames,
  }
}

/** A round and what became of its practices, as `findOutcomes`. Throws `not-found`. */
export async function getRoundOutcomes(viewer: Viewer | null, key: string, id: string): Promise<RoundOutcomes> {
  const at = await getGroupRound(viewer, key, id)
  return { round: at.round, ...(await findOutcomes(viewer, at)) }
}

/**
 * The same by the id of the round alone, to be taken along as a file. Throws `not-found`, and `forbidden` while this reader
 * may not know what was said. `isNameless` leaves out who judged, also for whoever may know it.
 */
export async function getResultsToTake(
  viewer: Viewer | null,
  id: string,
  { isNameless = false } = {},
): Promise<ResultsToTake> {
  const at = await getRoundById(viewer, id)
  const { outcomes, withNames } = await findOutcomes(viewer, at, { isNameless })
  requireThat(outcomes !== null, viewer)
  return { group: at.group, round: at.round, outcomes, withNames }
}

/** A judgement as the side of the practice reads it. */
export type JudgementOfPractice = {
  roundTitle: Localized
  territoryName: Localized
  quorum: number
  demo: boolean
  outcome: Outcome
}
type JudgedOf = { practice: { id: string; title: Localized }; judgements: JudgementOfPractice[] }

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
        outcome: shownTo(viewer, row),
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
  const [count] = judgedCount.parse(await db.$queryRaw(prepared(sql.countJudgements(practiceId))))
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
  return { outcome: shownTo(viewer, row), row }
}

/** What groups judged and published of a practice, the latest first, for everybody. */
export async function findPublicResults(practiceId: string): Promise<PublicResult[]> {
  decided() // public views only
  return z.array(publicResultSchema).parse(await db.$queryRaw(prepared(sql.publicResults(practiceId))))
}

const waiting = z.object({
  total: z.number().int(),
  rows: z.array(
    z.object({
      practiceId: idSchema,
      title: titleSchema,
      count: z.number().int(),
      // Inside JSON a moment is the text PostgreSQL writes of it.
      oldestAt: z.string().transform((text) => new Date(text)),
    }),
  ),
})
type WaitingRemarks = z.output<typeof waiting>['rows'][number]

/**
 * Practices of the viewer's territories (an administrator's are the commons, too) with remarks that wait for an answer,
 * the longest waiting first; `after` is the practice before the page.
 */
export async function findUnansweredPractices(
  viewer: Viewer | null,
  { limit, after = null }: { limit: number; after?: string | null },
): Promise<{ rows: WaitingRemarks[]; total: number; next: string | null }> {
  requireThat(viewer !== null && (viewer.isAdmin || viewer.territoryIds.length > 0), viewer)
  const own = { territoryIds: viewer.territoryIds, withCommons: viewer.isAdmin }
  const page = { limit: limit + 1, after: after !== null && isId(after) ? after : null }
  const [found] = z.tuple([waiting]).parse(await db.$queryRaw(prepared(sql.unansweredPractices(own, page))))
  const rows = found.rows.slice(0, limit)
  return { rows, total: found.total, next: found.rows.length > limit ? (rows.at(-1)?.practiceId ?? null) : null }
}
