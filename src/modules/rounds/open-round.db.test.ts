import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { endOfDay } from '@/core/zoned-time'
import { seatMember } from '@/modules/groups/member.commands'
import { memberFormSchema } from '@/modules/groups/member.schema'
import { savePractices } from '@/modules/practices/practice.commands'
import { openRound, previewRound } from '@/modules/rounds/open-round.commands'
import { findRounds, getRound, getRoundById } from '@/modules/rounds/round.queries'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { aPractice, text } from '@tests/builders/practice'
import { aRound, dayAfter, type GivenRound, givenRound } from '@tests/builders/round'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let given: GivenRound

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  given = await givenRound(territoryId, { practices: 2, reviewers: 3, perPractice: '2' })
})

/** A second round of the same group, with practices of its own. */
async function nextForm(said: Partial<Parameters<typeof aRound>[0]> = {}) {
  const inCharge = await givenActor({ name: 'Altro ente' })
  const practice = await practiceOf({ inChargeId: inCharge.id })
  return { inCharge, practice, form: aRound({ groupId: given.group.id, practices: [practice.id], ...said }) }
}

async function practiceOf({
  inChargeId,
  at = null,
  status = 'published',
  by,
}: {
  inChargeId: string
  at?: string | null
  status?: 'draft' | 'submitted' | 'published'
  by?: Viewer
}) {
  const practice = aPractice({ inChargeId, title: text(`Pratica ${newId()}`) })
  const [saved] = await savePractices(by ?? systemViewer, [{ territoryId: at, status, practice }])
  if (saved === undefined) throw new Error('nothing was saved')
  return saved
}
const cellsFor = (practiceId: string, ...viewers: Viewer[]) =>
  viewers.map(({ userId }) => ({ practiceId, reviewerId: userId }))
const problems = (field: string, message: string) => ({ fields: [{ field, message }] })

test('a coordinator opens a round: weights are shares of 25, it closes at 24:00 of the territory, whoever is assigned is asked once', async () => {
  const { id, group, coordinator, reviewers } = given
  const round = await getRound(coordinator, group.slug, id)
  expect(round).toMatchObject({
    state: 'open',
    weights: { evidence: 5, clarity: 5 },
    thresholds: { excellent: 21, good: 18, sufficient: 13 },
    closesAt: endOfDay(dayAfter(14), 'Europe/Rome'),
    progress: { asked: 4, begun: 0, submitted: 0, conflict: 0 },
  })
  expect(round.practices.map(({ progress, practiceVersion }) => [progress.asked, practiceVersion])).toEqual([
    [2, 1],
    [2, 1],
  ])
  const mails = await db.outboxMail.findMany({ where: { template: 'rounds.asked' } })
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
    reviewers.map(({ userId }) => `${userId}@example.org`).sort(),
  )
  const counts = mails.map(({ parameters }) => Object(parameters).count)
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(4)
  expect(await db.auditEntry.findFirst({ where: { action: 'open-round' } })).toMatchObject({
    recordId: id,
    territoryId,
  })
})

test('the group and the territory’s editors read what and how far; to everybody else the round is not there', async () => {
  const { id, group, reviewers } = given
  for (const viewer of [reviewers[0] ?? null, await givenViewer('editor', { territoryId })]) {
    expect(await findRounds(viewer, group.slug)).toMatchObject([{ id, practices: 2, progress: { asked: 4 } }])
    const told = JSON.stringify(await getRoundById(viewer, id))
    for (const { userId } of reviewers) expect(told).not.toContain(userId)
  }
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  for (const viewer of [null, await givenViewer('coordinator', { territoryId: other })]) {
    await expect(getRoundById(viewer, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(findRounds(viewer, group.slug)).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(getRoundById(given.coordinator, newId())).rejects.toMatchObject({ code: 'not-found' })
})

test('only whoever keeps the group opens a round', async () => {
  const { form, practice } = await nextForm()
  const cells = cellsFor(practice.id, ...given.reviewers)
  const foreign = await givenViewer('coordinator', {
    territoryId: (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id,
  })
  for (const [viewer, code] of [
    [given.reviewers[0] ?? null, 'forbidden'],
    [await givenViewer('editor', { territoryId }), 'forbidden'],
    [foreign, 'not-found'],
    [null, 'not-found'],
  ] as const) {
    await expect(openRound(viewer, { ...form, cells })).rejects.toMatchObject({ code })
    await expect(previewRound(viewer, form)).rejects.toMatchObject({ code })
  }
  expect(await db.reviewRound.count()).toBe(1)
})

test('a round without reviewers, or with a practice nobody judges is refused at its field', async () => {
  const { form, practice } = await nextForm()
  await expect(openRound(given.coordinator, form)).rejects.toMatchObject(problems('cells', 'nobodyJudges'))
  await db.membership.deleteMany({ where: { role: 'reviewer' } })
  const cells = cellsFor(practice.id, ...given.reviewers)
  await expect(openRound(given.coordinator, { ...form, cells })).rejects.toMatchObject(
    problems('perPractice', 'noReviewers'),
  )
})

test('a closing day that is over, or more than a year away, is told at its field', async () => {
  const { form } = await nextForm()
  for (const [closesOn, message] of [
    [dayAfter(-1), 'closesInPast'],
    [dayAfter(400), 'closesTooLate'],
  ] as const)
    await expect(previewRound(given.coordinator, { ...form, closesOn })).rejects.toMatchObject(
      problems('closesOn', message),
    )
})

test('nobody is put before a practice they wrote, or one of an organisation they belong to or stand for', async () => {
  const { inCharge, practice } = await nextForm()
  const [writer, employee, deputy] = given.reviewers
  if (writer === undefined || employee === undefined || deputy === undefined) throw new Error('three reviewers')
  const linked = await givenActor({ name: 'Ente collegato' })
  await db.practiceActor.create({ data: { practiceId: practice.id, actorId: linked.id } })
  await db.revision.create({
    data: {
      ...{ id: newId(), recordKind: 'practice', recordId: practice.id, authorId: writer.userId, version: 2 },
      changed: ['detail'],
    },
  })
  await db.user.update({ where: { id: employee.userId }, data: { organisationId: inCharge.id } })
  const seat = { standsFor: linked.id, standsForText: 'Ente', standsForFor: 'Ente' }
  await seatMember(
    given.coordinator,
    memberFormSchema.parse({ groupId: given.group.id, userId: deputy.userId, ...seat }),
  )
  const form = aRound({ groupId: given.group.id, practices: [practice.id] })
  const preview = await previewRound(given.coordinator, form)
  const of = (viewer: Viewer) =>
    preview.rows[0]?.cells.find(({ reviewerId }) => reviewerId === viewer.userId)?.exclusion
  expect([of(writer), of(employee), of(deputy)]).toEqual(['author', 'organisation', 'organisation'])
  expect(preview.assigned).toEqual([])
  for (const [viewer, message] of [
    [writer, 'judgesOwn'],
    [employee, 'judgesOrganisation'],
    [deputy, 'judgesOrganisation'],
  ] as const)
    await expect(openRound(given.coordinator, { ...form, cells: cellsFor(practice.id, viewer) })).rejects.toMatchObject(
      problems('cells', message),
    )
  // Whoever only moved it along its life did not write it.
  await db.revision.updateMany({ where: { recordId: practice.id }, data: { changed: ['status'] } })
  await openRound(given.coordinator, { ...form, cells: cellsFor(practice.id, writer) })
  expect(await db.review.findFirst({ where: { practiceId: practice.id } })).toMatchObject({
    assignedById: null,
    standsForId: null,
  })
})

test('an assignment by hand is told from one by the balance', async () => {
  const { form, practice } = await nextForm({ perPractice: '1' })
  await openRound(given.coordinator, { ...form, cells: cellsFor(practice.id, ...given.reviewers) })
  const rows = await db.review.findMany({ where: { practiceId: practice.id } })
  expect(rows.map(({ assignedById }) => assignedById).sort()).toEqual(
    [given.coordinator.userId, given.coordinator.userId, null].sort(),
  )
})

test('practices of any territory are judged once published, or handed in here or offered; no draft, and none that its territory keeps to itself', async () => {
  const other = (await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })).id
  const inCharge = await givenActor({ name: 'Ente' })
  const make = (at: string, status: 'draft' | 'submitted' | 'published') =>
    practiceOf({ inChargeId: inCharge.id, at, status })
  const may = [
    await make(territoryId, 'submitted'),
    await make(territoryId, 'published'),
    await make(other, 'published'),
  ]
  const offered = await make(other, 'submitted')
  await db.practiceOffer.create({ data: { practiceId: offered.id, groupId: given.group.id } })
  may.push(offered)
  const hidden = await make(territoryId, 'published')
  await db.practice.update({ where: { id: hidden.id }, data: { visibility: 'territory' } })
  const mayNot = [hidden, await make(territoryId, 'draft'), await make(other, 'submitted'), { id: newId() }]
  const asked = (id: string) => previewRound(given.coordinator, aRound({ groupId: given.group.id, practices: [id] }))
  for (const { id } of may) expect((await asked(id)).rows).toHaveLength(1)
  for (const { id } of mayNot) await expect(asked(id)).rejects.toMatchObject(problems('practices', 'notToBeJudged'))
})

test('two presses open one round, and of two coordinators who put the same practice before the group one does', async () => {
  const { form, practice } = await nextForm()
  const cells = cellsFor(practice.id, ...given.reviewers)
  const again = { ...form, cells }
  const twice = await Promise.allSettled([openRound(given.coordinator, again), openRound(given.coordinator, again)])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const next = await nextForm()
  const other = await givenViewer('coordinator', { territoryId })
  const both = { ...next.form, cells: cellsFor(next.practice.id, ...given.reviewers) }
  const race = await Promise.allSettled([
    openRound(given.coordinator, { ...both, id: newId() }),
    openRound(other, { ...both, id: newId() }),
  ])
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(race.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: problems('practices', 'judgedAlready'),
  })
  expect(await db.reviewRound.count()).toBe(3)
})

test('a term that ends before the round closes is said before it is opened', async () => {
  const { form } = await nextForm()
  const [first] = given.reviewers
  const until = dayAfter(3)
  await seatMember(
    given.coordinator,
    memberFormSchema.parse({ groupId: given.group.id, userId: first?.userId ?? '', until }),
  )
  const { reviewers } = await previewRound(given.coordinator, form)
  expect(reviewers.find(({ userId }) => userId === first?.userId)?.endsBefore).toBe(until)
  expect(reviewers.filter(({ endsBefore }) => endsBefore !== null)).toHaveLength(1)
})
