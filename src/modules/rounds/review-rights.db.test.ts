import { expect, test } from 'vitest'
import { type Viewer, viewerOf } from '@/core/viewer'
import { declareConflict, keepReview, sendReview } from '@/modules/rounds/review.commands'
import { getOwnReview } from '@/modules/rounds/review.queries'
import { db } from '@/platform/db'
import { givenReview as given, kept, stored, typed, whole } from '@tests/builders/open-review'
import type { GivenRound } from '@tests/builders/round'

const over: [string, (given: { round: GivenRound; id: string }) => Promise<unknown>, string][] = [
  [
    'the round has closed',
    ({ round }) =>
      db.reviewRound.update({
        where: { id: round.id },
        data: { opensAt: new Date(Date.now() - 9000), closesAt: new Date(Date.now() - 1000) },
      }),
    'roundClosed',
  ],
  [
    'the round was annulled',
    ({ round }) => db.reviewRound.update({ where: { id: round.id }, data: { annulledAt: new Date() } }),
    'roundAnnulled',
  ],
  [
    'it was annulled',
    ({ id }) => db.review.update({ where: { id }, data: { annulledAt: new Date() } }),
    'reviewAnnulled',
  ],
  [
    'they were taken out',
    ({ id }) => db.review.update({ where: { id }, data: { removedAt: new Date() } }),
    'reviewRemoved',
  ],
  [
    'the practice was withdrawn',
    async ({ round, id }) => {
      const { practiceId } = await stored(id)
      await db.roundPractice.update({
        where: { roundId_practiceId: { roundId: round.id, practiceId } },
        data: { withdrawnAt: new Date(), withdrawal: 'takenOut' },
      })
    },
    'practiceWithdrawn',
  ],
]

test.each(over)('nothing is written or sent once %s; what was typed can be read', async (_, happens, messageKey) => {
  const { round, reviewer, id } = await given()
  const version = await kept(reviewer, id)
  await happens({ round, id })
  await expect(keepReview(reviewer, id, typed(version, whole))).rejects.toMatchObject({ code: 'conflict', messageKey })
  await expect(sendReview(reviewer, { id, version }, 'sv')).rejects.toMatchObject({ code: 'conflict', messageKey })
  await expect(declareConflict(reviewer, { id, reason: 'Late' })).rejects.toMatchObject({ messageKey })
  expect((await getOwnReview(reviewer, id)).draft?.fields).toEqual(whole)
})

test('nobody judges their own practice, nor that of their organisation, nor after leaving the group', async () => {
  const { reviewer, id } = await given()
  const version = await kept(reviewer, id)
  const { practiceId } = await stored(id)
  const { inChargeId } = await db.practice.findUniqueOrThrow({ where: { id: practiceId } })
  const refused = (viewer: Viewer) => sendReview(viewer, { id, version }, 'sv')
  const of = (more: { organisationId?: string | null; memberships?: Viewer['memberships'] }) =>
    viewerOf({ userId: reviewer.userId, name: reviewer.name, memberships: reviewer.memberships, ...more })
  await expect(refused(of({ organisationId: inChargeId }))).rejects.toMatchObject({ messageKey: 'ownOrganisation' })
  await expect(refused(of({ memberships: [] }))).rejects.toMatchObject({ code: 'forbidden' })
  await db.practice.update({ where: { id: practiceId }, data: { createdById: reviewer.userId } })
  await expect(refused(reviewer)).rejects.toMatchObject({ messageKey: 'ownPractice' })
  expect(await stored(id)).toMatchObject({ submittedAt: null })
})

test('a review is its reviewer’s own: to everybody else it does not exist', async () => {
  const { round, id } = await given()
  for (const viewer of [null, round.coordinator, round.reviewers[1] ?? null]) {
    await expect(getOwnReview(viewer, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(keepReview(viewer, id, typed(1, whole))).rejects.toMatchObject({ code: 'not-found' })
    await expect(sendReview(viewer, { id, version: 1 }, 'en')).rejects.toMatchObject({ code: 'not-found' })
    await expect(declareConflict(viewer, { id, reason: 'Not mine' })).rejects.toMatchObject({ code: 'not-found' })
  }
})
