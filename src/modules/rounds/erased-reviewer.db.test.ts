import { beforeEach, expect, test } from 'vitest'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { getOwnData } from '@/modules/accounts/own-data.queries'
import { findReviewersInRound, planAssignment } from '@/modules/rounds/assignment.queries'
import { getRound, getRoundById } from '@/modules/rounds/round.queries'
import { db } from '@/platform/db'
import { type GivenRound, givenRound, givenSubmitted } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'
import { emptyDatabase } from '@tests/database'

let given: GivenRound

beforeEach(async () => {
  await emptyDatabase()
  given = await givenRound((await givenTerritory()).id, { practices: 2, reviewers: 3, perPractice: '3' })
})

test('of an erased reviewer the number and what was sent stay, without a name; what was only typed goes, and its place is free', async () => {
  const { id, group, coordinator, practices, reviewers } = given
  const [leaver] = reviewers
  if (leaver === undefined) throw new Error('a reviewer')
  await givenSubmitted(id, leaver.userId, practices[0]?.id)
  const typed = { marks: { clarity: 3 }, comments: { general: 'Quasi pronto' }, savedAt: new Date() }
  await db.review.updateMany({ where: { reviewerId: leaver.userId, practiceId: practices[1]?.id ?? '' }, data: typed })
  await db.$transaction((tx) => eraseAccount(tx, { id: leaver.userId, action: 'delete-account', byId: null }))
  const rows = await db.review.findMany({ where: { roundId: id, reviewerId: null }, orderBy: { submittedAt: 'asc' } })
  expect(rows).toMatchObject([
    { marks: { clarity: 4 }, comments: { general: 'Bene così.' }, removedAt: null },
    { marks: {}, comments: {}, savedAt: null },
  ])
  const { progress } = await getRound(coordinator, group.slug, id)
  expect(progress).toMatchObject({ asked: 5, submitted: 1 })
  const shown = await findReviewersInRound(coordinator, await getRoundById(coordinator, id), 'it')
  expect(shown.filter(({ name }) => name === null)).toHaveLength(2)
  const plan = await planAssignment(coordinator, await getRoundById(coordinator, id))
  expect(plan.rows.map(({ free }) => free)).toEqual([0, 1])
})

test('one’s own reviews are among what the atlas holds about oneself; those of others are not', async () => {
  const { id, reviewers } = given
  const [own, other] = reviewers
  if (own === undefined || other === undefined) throw new Error('two reviewers')
  await givenSubmitted(id, own.userId)
  await db.review.updateMany({ where: { reviewerId: other.userId }, data: { comments: { general: 'Di un altro' } } })
  const told = JSON.stringify(await getOwnData(own))
  expect(told).toContain('Bene così.')
  expect(told).toContain('Primo giro')
  expect(told).not.toContain('Di un altro')
})
