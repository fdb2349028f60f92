import { expect, test } from 'vitest'
import { newId } from '@/core/id'
import { findJudged } from '@/modules/groups/judged.queries'
import { getMeeting } from '@/modules/groups/meeting.queries'
import { decisionFormSchema } from '@/modules/groups/meeting.schema'
import { recordDecision } from '@/modules/groups/record.commands'
import { db } from '@/platform/db'
import { givenAsked, givenJudged, outcomeFor } from '@tests/builders/judged'
import { text } from '@tests/builders/practice'
import { givenMeetingNow } from '@tests/builders/review'
import { emptyDatabase } from '@tests/database'

test('a meeting that was over before the round was decides nothing of it and lifts no zero', async () => {
  await emptyDatabase()
  const asked = await givenAsked()
  const { coordinator, reviewers, group, practiceId, roundId } = asked
  await givenJudged(asked)
  const [before, calledOff] = [newId(), newId()]
  const startsAt = new Date('2026-01-01')
  await db.groupMeeting.create({ data: { id: before, groupId: group.id, startsAt } })
  await db.groupMeeting.create({ data: { id: calledOff, groupId: group.id, startsAt, cancelledAt: new Date() } })
  const about = { judged: `${roundId}.${practiceId}`, verdict: 'publish' }
  const said = { language: 'it', decidedOn: '2026-01-01', text: 'Si pubblica.', present: [reviewers[0]?.userId] }
  const decide = (id: string, more = {}) =>
    recordDecision(coordinator, decisionFormSchema.parse({ ...said, ...about, ...more, id }))
  const refusal = (message: string) => ({ code: 'invalid', fields: [{ field: 'judged', message }] })
  await expect(decide(before)).rejects.toMatchObject(refusal('meetingBefore'))
  await expect(decide(calledOff)).rejects.toMatchObject(refusal('meetingNotHeld'))
  const offered = async (id: string) =>
    (await findJudged(coordinator, group.slug, await getMeeting(coordinator, group.slug, id))).length
  expect([await offered(before), await offered(await givenMeetingNow(group.id, newId()))]).toEqual([0, 1])
  // What was recorded of it before this was refused may be worded anew, and lifts nothing either.
  const old = { id: newId(), meetingId: before, roundId, practiceId, verdict: 'publish' as const }
  await db.groupDecision.create({ data: { ...old, text: text('Si pubblica'), decidedOn: startsAt } })
  expect(await offered(before)).toBe(1)
  await decide(before, { replacesId: old.id })
  expect(await outcomeFor(asked, coordinator)).toMatchObject({ result: { held: 'undiscussed' }, discussed: null })
})
