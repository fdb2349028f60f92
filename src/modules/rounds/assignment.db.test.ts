import { beforeEach, expect, test } from 'vitest'
import { systemViewer, type Viewer } from '@/core/viewer'
import {
  archivePractice,
  discardPractice,
  savePractices,
  sendBackPractice,
} from '@/modules/practices/practice.commands'
import { annulReview, assignReviewers, removeReviewer, takeOutPractice } from '@/modules/rounds/assignment.commands'
import { findAssignments, planAssignment } from '@/modules/rounds/assignment.queries'
import { openRound } from '@/modules/rounds/open-round.commands'
import { getRound, getRoundById } from '@/modules/rounds/round.queries'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { aPractice, text } from '@tests/builders/practice'
import { aRound, type GivenRound, givenRound, givenSubmitted } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let given: GivenRound
const reason = 'Non può più'

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  given = await givenRound(territoryId, { practices: 3, reviewers: 4, perPractice: '2' })
  await db.outboxMail.deleteMany()
})

const stateOf = async (reviewerId: string) =>
  (await findAssignments(given.coordinator, await getRoundById(given.coordinator, given.id)))
    .filter((one) => one.reviewerId === reviewerId)
    .map(({ state }) => state)
const cellsOf = (texts: readonly string[]) =>
  texts.map((cell) => {
    const [practiceId = '', reviewerId = ''] = cell.split('.')
    return { practiceId, reviewerId }
  })
/** Somebody who was asked more than once. */
async function busy(): Promise<{ viewer: Viewer; practiceIds: string[] }> {
  for (const viewer of given.reviewers) {
    const rows = await db.review.findMany({ where: { reviewerId: viewer.userId }, orderBy: { id: 'asc' } })
    if (rows.length > 1) return { viewer, practiceIds: rows.map(({ practiceId }) => practiceId) }
  }
  throw new Error('nobody has two')
}

test('what somebody sent stays when they are taken out; the rest is free, and proposed to others', async () => {
  const { viewer, practiceIds } = await busy()
  await givenSubmitted(given.id, viewer.userId, practiceIds[0])
  await removeReviewer(given.coordinator, { id: given.id, reviewerId: viewer.userId, reason })
  expect((await stateOf(viewer.userId)).sort()).toEqual(['removed', 'submitted'])
  expect(await db.outboxMail.findMany()).toMatchObject([
    { template: 'rounds.removed', recipient: `${viewer.userId}@example.org`, parameters: { reason } },
  ])
  const plan = await planAssignment(given.coordinator, await getRoundById(given.coordinator, given.id))
  expect(plan.rows.map(({ practiceId, free }) => [practiceId, free])).toContainEqual([practiceIds[1], 1])
  expect(plan.proposed).toHaveLength(1)
  expect(plan.proposed.join()).not.toContain(viewer.userId)
  await assignReviewers(given.coordinator, { id: given.id, cells: cellsOf(plan.proposed) })
  expect((await planAssignment(given.coordinator, await getRoundById(given.coordinator, given.id))).proposed).toEqual(
    [],
  )
  expect(await db.outboxMail.findMany({ where: { template: 'rounds.asked' } })).toMatchObject([
    { recipient: `${cellsOf(plan.proposed)[0]?.reviewerId}@example.org`, parameters: { count: 1 } },
  ])
  // Asked again by hand, they may go on.
  const again = [{ practiceId: practiceIds[1] ?? '', reviewerId: viewer.userId }]
  await assignReviewers(given.coordinator, { id: given.id, cells: again })
  expect((await stateOf(viewer.userId)).sort()).toEqual(['asked', 'submitted'])
})

test('whoever is taken out while they send: what was sent first counts, what comes after is refused', async () => {
  const { viewer } = await busy()
  const { id } = await db.review.findFirstOrThrow({ where: { reviewerId: viewer.userId } })
  const sends = db.review.updateMany({ where: { id, removedAt: null }, data: { savedAt: new Date() } })
  const [sent] = await Promise.all([
    sends,
    removeReviewer(given.coordinator, { id: given.id, reviewerId: viewer.userId, reason }),
  ])
  const row = await db.review.findUniqueOrThrow({ where: { id } })
  expect(row.removedAt).not.toBeNull()
  expect(row.savedAt === null).toBe(sent.count === 0)
  expect((await db.review.updateMany({ where: { id, removedAt: null }, data: { savedAt: new Date() } })).count).toBe(0)
})

test('a declared conflict frees the place for another, and whoever declared it is not asked again', async () => {
  const { viewer, practiceIds } = await busy()
  const practiceId = practiceIds[0] ?? ''
  await db.review.updateMany({
    where: { reviewerId: viewer.userId, practiceId },
    data: { conflictAt: new Date(), conflictReason: 'Mio cugino' },
  })
  const plan = await planAssignment(given.coordinator, await getRoundById(given.coordinator, given.id))
  expect(plan.proposed).toHaveLength(1)
  expect(plan.proposed[0]).toMatch(new RegExp(`^${practiceId}`))
  expect(plan.proposed.join()).not.toContain(viewer.userId)
  const row = plan.rows.find((one) => one.practiceId === practiceId)
  expect(row?.cells.find(({ reviewerId }) => reviewerId === viewer.userId)).toMatchObject({ exclusion: 'conflict' })
  await expect(
    assignReviewers(given.coordinator, { id: given.id, cells: [{ practiceId, reviewerId: viewer.userId }] }),
  ).rejects.toMatchObject({ fields: [{ field: 'cells', message: 'judgesConflict' }] })
  expect(
    (await findAssignments(given.coordinator, await getRoundById(given.coordinator, given.id))).map(
      ({ conflictReason }) => conflictReason,
    ),
  ).toContain('Mio cugino')
})

test('a submitted review is annulled with a reason, in an open round and after; nothing else is', async () => {
  const { viewer, practiceIds } = await busy()
  await givenSubmitted(given.id, viewer.userId, practiceIds[0])
  const rows = await db.review.findMany({ where: { reviewerId: viewer.userId } })
  const idOf = (practiceId: string | undefined) => rows.find((one) => one.practiceId === practiceId)?.id ?? ''
  await expect(annulReview(given.coordinator, { id: idOf(practiceIds[1]), reason })).rejects.toMatchObject({
    messageKey: 'reviewNotSubmitted',
  })
  const twice = [1, 2].map(() => annulReview(given.coordinator, { id: idOf(practiceIds[0]), reason }))
  expect((await Promise.allSettled(twice)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await stateOf(viewer.userId)).sort()).toEqual(['annulled', 'asked'])
  expect(
    (await planAssignment(given.coordinator, await getRoundById(given.coordinator, given.id))).proposed,
  ).toHaveLength(1)
})

test('a practice taken out is judged no longer and its reviewers are told once; the last one stays', async () => {
  const [first, second, third] = given.practices.map(({ id }) => id)
  if (first === undefined || second === undefined || third === undefined) throw new Error('three practices')
  const takeOut = (practiceId: string) => takeOutPractice(given.coordinator, { id: given.id, practiceId, reason })
  await takeOut(first)
  expect(await db.outboxMail.count({ where: { template: 'rounds.withdrawn' } })).toBe(2)
  await expect(takeOut(first)).rejects.toMatchObject({ code: 'conflict' })
  const race = await Promise.allSettled([takeOut(second), takeOut(third)])
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const round = await getRound(given.coordinator, given.group.slug, given.id)
  expect(round.practices[0]).toMatchObject({ withdrawal: 'takenOut', withdrawalReason: reason, progress: { asked: 0 } })
  const states = (await findAssignments(given.coordinator, await getRoundById(given.coordinator, given.id))).map(
    ({ state }) => state,
  )
  expect(states.filter((state) => state === 'withdrawn')).toHaveLength(4)
})

test('names and deeds are for whoever keeps the group', async () => {
  const { viewer } = await busy()
  const { id } = await db.review.findFirstOrThrow({ where: { reviewerId: viewer.userId } })
  const cells = [{ practiceId: given.practices[0]?.id ?? '', reviewerId: viewer.userId }]
  const deeds = (who: Viewer | null) => [
    async () => findAssignments(who, await getRoundById(who, given.id)),
    async () => planAssignment(who, await getRoundById(who, given.id)),
    () => assignReviewers(who, { id: given.id, cells }),
    () => removeReviewer(who, { id: given.id, reviewerId: viewer.userId, reason }),
    () => annulReview(who, { id, reason }),
    () => takeOutPractice(who, { id: given.id, practiceId: cells[0]?.practiceId ?? '', reason }),
  ]
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  for (const who of [viewer, await givenViewer('editor', { territoryId })])
    for (const deed of deeds(who)) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' })
  for (const who of [null, await givenViewer('coordinator', { territoryId: other })])
    for (const deed of deeds(who)) await expect(deed()).rejects.toMatchObject({ code: 'not-found' })
})

/** A round on a practice its territory handed in. */
async function onSubmitted() {
  const author = await givenViewer('editor', { territoryId })
  const inCharge = await givenActor({ name: 'Ente' })
  const practice = aPractice({ inChargeId: inCharge.id, title: text('Consegnata') })
  const [saved] = await savePractices(author, [{ territoryId, status: 'submitted', practice }])
  if (saved === undefined) throw new Error('nothing was saved')
  const cells = given.reviewers.slice(0, 2).map(({ userId }) => ({ practiceId: saved.id, reviewerId: userId }))
  const { id } = await openRound(given.coordinator, {
    ...aRound({ groupId: given.group.id, practices: [saved.id] }),
    cells,
  })
  await db.outboxMail.deleteMany()
  return { author, saved, id }
}

test('a practice sent back while it is judged is out of the round at once; its author cannot throw it away', async () => {
  const { author, saved, id } = await onSubmitted()
  const draft = await sendBackPractice(given.coordinator, { ...saved, reason: 'Più breve' })
  const round = await getRound(given.coordinator, given.group.slug, id)
  expect(round.practices).toMatchObject([{ withdrawal: 'sentBack', withdrawalReason: null }])
  // A reviewer reads no draft, not even its title.
  expect((await getRound(given.reviewers[0] ?? null, given.group.slug, id)).practices).toMatchObject([{ title: null }])
  await expect(discardPractice(author, draft)).rejects.toMatchObject({ messageKey: 'practiceInRound' })
})

test('one archived, or hidden from others, is out too; in a round that is closed nothing changes', async () => {
  const [first, second] = given.practices
  if (first === undefined || second === undefined) throw new Error('practices')
  const { version } = await db.practice.findUniqueOrThrow({ where: { id: first.id } })
  await archivePractice(systemViewer, { id: first.id, version })
  await db.practice.update({ where: { id: second.id }, data: { visibility: 'territory' } })
  const round = () => getRound(given.coordinator, given.group.slug, given.id)
  expect((await round()).practices.map(({ withdrawal }) => withdrawal)).toEqual(['archived', 'hidden', null])
  await db.reviewRound.update({ where: { id: given.id }, data: { closedAt: new Date() } })
  await db.practice.update({ where: { id: given.practices[2]?.id ?? '' }, data: { status: 'archived' } })
  expect((await round()).practices[2]).toMatchObject({ withdrawal: null })
})
