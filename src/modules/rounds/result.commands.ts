// What a group makes of the reviews of a practice: that it discussed them, its opinion, and the published result.
import { AppError, requireThat } from '@/core/app-error'
import type { Localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { discussionFault } from '@/modules/groups/discussion.schema'
import { requireWorking, writeGroupDeed } from '@/modules/groups/group.commands'
import type { GroupSummary } from '@/modules/groups/group.schema'
import { findTies } from '@/modules/rounds/candidate.queries'
import { takeOutcome } from '@/modules/rounds/outcome.queries'
import type { DiscussedForm, OpinionForm, Outcome, PublishForm, TakeBack } from '@/modules/rounds/outcome.schema'
import { canPublishResult, canWriteOpinion } from '@/modules/rounds/result.policy'
import { getRoundById } from '@/modules/rounds/round.queries'
import { publishable } from '@/modules/rounds/stored-outcome.schema'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { touchData } from '@/platform/history'

type At = { roundId: string; practiceId: string; version: number }
/** Where the result stands: the group's address and the round. */
export type ResultAt = { slug: string; roundId: string; practiceId: string }

type Taken = { tx: Transaction; keeper: Viewer; group: GroupSummary; outcome: Outcome }
type Columns = NonNullable<Parameters<Transaction['roundPractice']['update']>[0]['data']>

/**
 * A deed of whoever keeps the group on one practice of a round, one after the other, and never on what somebody else has
 * changed meanwhile. `change` says which columns; returning, it may have thrown.
 */
async function change(
  viewer: Viewer | null,
  at: At,
  { action, fields, columns }: { action: string; fields: string[]; columns: (taken: Taken) => Promise<Columns> },
): Promise<ResultAt> {
  const { group } = await getRoundById(viewer, at.roundId)
  requireThat(canPublishResult(viewer, { territoryId: group.territory.id }), viewer)
  requireWorking(group)
  await db.$transaction(async (tx) => {
    const { outcome } = await takeOutcome(tx, viewer, at)
    if (outcome.version !== at.version) throw new AppError('conflict', 'resultChanged')
    const data = await columns({ tx, keeper: viewer, group, outcome })
    await tx.roundPractice.update({
      where: { roundId_practiceId: { roundId: at.roundId, practiceId: at.practiceId } },
      data: { ...data, version: { increment: 1 } },
    })
    await writeGroupDeed(tx, viewer, { action, recordId: at.practiceId, territoryId: group.territory.id, fields })
    await touchData(tx)
  })
  return { slug: group.slug, roundId: at.roundId, practiceId: at.practiceId }
}

const refuse = (field: string, message: string) => new AppError('invalid', 'invalid', {}, [{ field, message }])

/**
 * Says in which meeting the group has discussed a practice: what a zero held is held no longer. Throws `not-found`,
 * `forbidden`, `conflict`, `invalid` for a meeting that was not held, or not after the round was over.
 */
export const recordDiscussion = (viewer: Viewer | null, form: DiscussedForm): Promise<ResultAt> =>
  change(viewer, form, {
    action: 'discuss-practice',
    fields: ['discussedAt'],
    columns: async ({ tx, keeper, group, outcome }) => {
      requireOver(outcome)
      const meeting = await tx.groupMeeting.findFirst({
        where: { id: form.meetingId, groupId: group.id },
      })
      if (meeting === null) throw refuse('meetingId', 'meetingNotHeld')
      const held = { ...meeting, isCancelled: meeting.cancelledAt !== null }
      const fault = discussionFault(held, { overAt: outcome.overAt, now: new Date() })
      if (fault !== null) throw refuse('meetingId', fault)
      return { discussedAt: meeting.startsAt, discussedMeetingId: meeting.id, discussedById: keeper.userId }
    },
  })

/** Only what is over is discussed, written about and published. */
function requireOver({ missing }: Outcome): void {
  const early = missing.find(({ part }) => part === 'open' || part === 'annulled' || part === 'withdrawn')
  if (early !== undefined) throw new AppError('conflict', 'resultNotYet')
}

/**
 * Writes the group's opinion in one language, or takes that language away. It is shown with the practice once the result
 * is published. Throws `not-found`, `forbidden` (also for whoever wrote the practice), `conflict`.
 */
export const writeOpinion = (viewer: Viewer | null, form: OpinionForm): Promise<ResultAt> =>
  change(viewer, form, {
    action: 'write-opinion',
    fields: ['expertOpinion'],
    columns: async ({ tx, keeper, group, outcome }) => {
      const authorIds = (await findTies([form.practiceId], tx)).get(form.practiceId)?.authorIds ?? new Set<string>()
      const place = { id: group.id, territoryId: group.territory.id }
      requireThat(canWriteOpinion(keeper, place, { authorIds }), keeper)
      requireOver(outcome)
      return { expertOpinion: withText(outcome.opinion, form) ?? noJson }
    },
  })

/** The text with one of its languages changed; null when none is left. The first that was written is the original. */
function withText(
  before: Localized | null,
  { language, text }: { language: string; text?: string | undefined },
): Localized | null {
  const { [language]: _, ...others } = before?.texts ?? {}
  const texts = text === undefined ? others : { ...others, [language]: { value: text, machine: false } }
  const [first] = Object.keys(texts)
  if (first === undefined) return null
  const original = before !== null && texts[before.original] !== undefined ? before.original : first
  return { original, texts }
}

/**
 * Publishes the result of a practice as it stands now, or again. Of two who do it at once one succeeds. Throws
 * `not-found`, `forbidden`, `conflict` while something is missing: the round is open, too few reviews, a zero that nobody
 * discussed, a remark without an answer.
 */
export const publishResult = (viewer: Viewer | null, form: PublishForm): Promise<ResultAt> =>
  change(viewer, form, {
    action: 'publish-result',
    fields: ['result'],
    columns: async ({ keeper, outcome }) => {
      const result = publishable(outcome.result)
      if (outcome.missing.length > 0 || result === null) throw new AppError('conflict', 'resultNotReady')
      const now = new Date()
      return {
        ...{ result, decisionShown: form.decisionShown },
        ...{ resultPublishedAt: now, resultPublishedById: keeper.userId },
      }
    },
  })

/** Takes a published result back: the practice's page no longer tells of it. Throws `not-found`, `forbidden`, `conflict`. */
export const takeBackResult = (viewer: Viewer | null, form: TakeBack): Promise<ResultAt> =>
  change(viewer, form, {
    action: 'take-back-result',
    fields: ['result'],
    columns: async ({ outcome }) => {
      if (outcome.published === null) throw new AppError('conflict', 'resultChanged')
      return { result: noJson, resultPublishedAt: null, resultPublishedById: null }
    },
  })
