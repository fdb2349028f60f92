import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { systemViewer, type Viewer } from '@/core/viewer'
import { findFiles } from '@/modules/files/file.queries'
import { addFile } from '@/modules/files/file.commands'
import { newFileSchema } from '@/modules/files/file.schema'
import { offerPractice, withdrawOffer } from '@/modules/groups/offer.commands'
import { findForTerritory, findHandedIn, findOffers, getJudgedPractice } from '@/modules/groups/offer.queries'
import { publishPractice, savePractices, sendBackPractice, submitPractice } from '@/modules/practices/practice.commands'
import { getPractice } from '@/modules/practices/practice-detail.queries'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { plantGroup } from '@tests/builders/group'
import { aPractice } from '@tests/builders/practice'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let home: { id: string }
let elsewhere: { id: string }
let ours: { id: string; slug: string }
let theirs: { id: string; slug: string }
let coordinator: Viewer
let practice: { id: string; slug: string; version: number }

beforeEach(async () => {
  await emptyDatabase()
  home = await givenTerritory()
  elsewhere = await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })
  ours = await plantGroup('ours', home.id, 'nostro')
  theirs = await plantGroup('theirs', elsewhere.id, 'deras')
  coordinator = await givenViewer('coordinator', { territoryId: home.id })
  const inChargeId = (await givenActor()).id
  const editor = await givenViewer('editor', { territoryId: home.id })
  const [saved] = await savePractices(editor, [{ status: 'submitted', practice: aPractice({ inChargeId }) }])
  if (saved === undefined) throw new Error('nothing was saved')
  practice = saved
})

const offered = () => ({ practiceId: practice.id, groupId: theirs.id })
const read = (viewer: Viewer | null) => getPractice(viewer, practice.slug, 'it').then(({ id }) => id)
const hidden = { code: 'not-found' }

test('reviewers of the own territory read what was handed in; those of another one, and strangers, do not', async () => {
  expect(await read(await givenViewer('reviewer', { groupId: ours.id }))).toBe(practice.id)
  for (const viewer of [
    null,
    await givenViewer('reviewer', { groupId: theirs.id }),
    await givenViewer('editor', { territoryId: elsewhere.id }),
    await givenViewer('coordinator', { territoryId: elsewhere.id }),
  ])
    await expect(read(viewer)).rejects.toMatchObject(hidden)
})

test('what is published for its territory alone is read by the groups of that territory, while they work', async () => {
  await publishPractice(coordinator, practice)
  await db.practice.update({ where: { id: practice.id }, data: { visibility: 'territory' } })
  const of = { kind: 'practice', id: practice.id } as const
  const file = { bytes: new TextEncoder().encode('Prova'), name: 'prova.txt', said: newFileSchema.parse({}) }
  await addFile(coordinator, of, file)
  const reviewer = await givenViewer('reviewer', { groupId: ours.id })
  expect(await read(reviewer)).toBe(practice.id)
  expect(await findFiles(reviewer, of)).toHaveLength(1)
  // No public list has it; the page of the group does, for whoever reads the page.
  const editor = await givenViewer('editor', { territoryId: home.id })
  for (const viewer of [reviewer, editor, coordinator])
    expect(await findForTerritory(viewer, ours.slug, 'it')).toMatchObject([{ slug: practice.slug, offeredAt: null }])
  expect(await findHandedIn(reviewer, ours.slug, 'it')).toEqual([])
  // An offer of the past opens nothing: it is shown to its own territory.
  await db.practiceOffer.create({ data: offered() })
  for (const viewer of [
    null,
    await givenViewer('reviewer', { groupId: theirs.id }),
    await givenViewer('coordinator', { territoryId: elsewhere.id }),
  ])
    await expect(read(viewer)).rejects.toMatchObject(hidden)
  const stranger = await givenViewer('reviewer', { groupId: theirs.id })
  expect(await findForTerritory(stranger, theirs.slug, 'it')).toEqual([])
  await expect(findForTerritory(stranger, ours.slug, 'it')).rejects.toMatchObject(hidden)
  for (const data of [{ visibility: 'public' }, { visibility: 'territory', status: 'archived' }] as const) {
    await db.practice.update({ where: { id: practice.id }, data })
    expect(await findForTerritory(coordinator, ours.slug, 'it')).toEqual([])
  }
  await expect(read(reviewer)).rejects.toMatchObject(hidden)
  await db.practice.update({ where: { id: practice.id }, data: { status: 'published' } })
  await db.group.update({ where: { id: ours.id }, data: { archivedAt: new Date() } })
  await expect(read(reviewer)).rejects.toMatchObject(hidden)
  expect(await findForTerritory(coordinator, ours.slug, 'it')).toEqual([])
})

test('an archived group judges nothing: it reads nothing that is handed in, and nothing is offered to it', async () => {
  await db.group.updateMany({ data: { archivedAt: new Date() } })
  await expect(read(await givenViewer('reviewer', { groupId: ours.id }))).rejects.toMatchObject(hidden)
  expect(await findHandedIn(coordinator, ours.slug, 'it')).toEqual([])
  const { territoryId } = await db.practice.findUniqueOrThrow({ where: { id: practice.id } })
  expect((await findOffers(coordinator, { id: practice.id, territoryId }, 'it')).choices).toEqual([])
  await expect(offerPractice(coordinator, offered())).rejects.toMatchObject({ code: 'invalid' })
})

test('a group it was offered to reads it with its files, and its coordinator, not its editors; until it is withdrawn', async () => {
  const reviewer = await givenViewer('reviewer', { groupId: theirs.id })
  const [other, editor] = [
    await givenViewer('coordinator', { territoryId: elsewhere.id }),
    await givenViewer('editor', { territoryId: elsewhere.id }),
  ]
  const of = { kind: 'practice', id: practice.id } as const
  const file = { bytes: new TextEncoder().encode('Prova'), name: 'prova.txt', said: newFileSchema.parse({}) }
  await addFile(coordinator, of, file)
  expect(await findFiles(reviewer, of)).toEqual([])

  await offerPractice(coordinator, offered())
  for (const viewer of [reviewer, other]) {
    expect(await read(viewer)).toBe(practice.id)
    expect(await findFiles(viewer, of)).toMatchObject([{ fileName: 'prova.txt', mayChange: false }])
    expect(await findHandedIn(viewer, theirs.slug, 'it')).toMatchObject([
      { slug: practice.slug, territory: 'Reggio Emilia', offeredAt: expect.any(Date) },
    ])
    const at = { group: theirs.slug, practice: practice.slug }
    expect((await getJudgedPractice(viewer, at, 'it')).practice.id).toBe(practice.id)
  }
  await expect(read(editor)).rejects.toMatchObject(hidden)
  expect(await findHandedIn(editor, theirs.slug, 'it')).toEqual([])
  expect(await findHandedIn(coordinator, ours.slug, 'it')).toMatchObject([{ offeredAt: null }])
  // What is theirs to judge is not ours to change.
  await expect(sendBackPractice(other, { ...practice, reason: 'no' })).rejects.toMatchObject({ code: 'forbidden' })

  await withdrawOffer(coordinator, offered())
  await withdrawOffer(coordinator, offered())
  for (const viewer of [reviewer, other]) await expect(read(viewer)).rejects.toMatchObject(hidden)
  expect(await db.notification.findMany({ orderBy: { createdAt: 'asc' } })).toMatchObject([
    { kind: 'submitted' },
    { userId: other.userId, kind: 'practiceOffered', recordId: practice.id },
    { userId: other.userId, kind: 'practiceOfferWithdrawn' },
  ])
  expect(
    await db.auditEntry.findMany({ where: { action: { contains: 'offer' } }, orderBy: { id: 'asc' } }),
  ).toMatchObject([
    { action: 'offer-practice', recordId: practice.id, territoryId: home.id, userId: coordinator.userId },
    { action: 'withdraw-offer' },
  ])
})

test('what comes back to its editors is read by them alone; handed in again, the group reads it again', async () => {
  const reviewer = await givenViewer('reviewer', { groupId: theirs.id })
  await offerPractice(coordinator, offered())
  const back = await sendBackPractice(coordinator, { ...practice, reason: 'Say more' })
  await expect(read(reviewer)).rejects.toMatchObject(hidden)
  expect(await findHandedIn(reviewer, theirs.slug, 'it')).toEqual([])
  await expect(offerPractice(coordinator, offered())).rejects.toMatchObject({ messageKey: 'notHandedIn' })
  const again = await submitPractice(coordinator, back)
  expect(await read(reviewer)).toBe(practice.id)
  await publishPractice(coordinator, again)
  expect(await findHandedIn(reviewer, theirs.slug, 'it')).toEqual([])
  const at = { group: theirs.slug, practice: practice.id }
  expect((await getJudgedPractice(reviewer, at, 'it')).practice.status).toBe('published')
  await expect(getJudgedPractice(coordinator, at, 'it')).rejects.toMatchObject(hidden)
})

test('only the coordinator of the practice offers it, once, and only to a group of another territory', async () => {
  const editor = await givenViewer('editor', { territoryId: home.id })
  await expect(offerPractice(editor, offered())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(findOffers(editor, { id: practice.id, territoryId: home.id }, 'it')).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    offerPractice(await givenViewer('coordinator', { territoryId: elsewhere.id }), offered()),
  ).rejects.toMatchObject(hidden)
  await expect(offerPractice(null, offered())).rejects.toMatchObject(hidden)
  for (const groupId of [ours.id, newId()])
    await expect(offerPractice(coordinator, { practiceId: practice.id, groupId })).rejects.toMatchObject({
      fields: [{ field: 'groupId' }],
    })
  const twice = await Promise.allSettled([
    offerPractice(coordinator, offered()),
    offerPractice(systemViewer, offered()),
  ])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.notification.count({ where: { kind: 'practiceOffered' } })).toBe(1)
})

test('a coordinator elsewhere learns the name of a group only where it is shown', async () => {
  const asked = { id: practice.id, territoryId: home.id }
  expect((await findOffers(coordinator, asked, 'it')).choices).toEqual([
    { groupId: theirs.id, territory: 'Gävle', name: null },
  ])
  await db.group.update({ where: { id: theirs.id }, data: { isShown: true } })
  expect((await findOffers(coordinator, asked, 'it')).choices).toMatchObject([{ name: 'Gruppo deras' }])
  await offerPractice(coordinator, offered())
  expect(await findOffers(coordinator, asked, 'it')).toMatchObject({ choices: [], made: [{ territory: 'Gävle' }] })
})

test('while a round of the group judges it, the offer stands', async () => {
  await offerPractice(coordinator, offered())
  const roundId = newId()
  const opened = {
    opensAt: new Date(),
    closesAt: new Date(Date.now() + 86_400_000),
    title: {},
    weights: {},
    thresholds: {},
  }
  await db.reviewRound.create({ data: { id: roundId, groupId: theirs.id, ...opened } })
  await db.roundPractice.create({ data: { roundId, practiceId: practice.id, practiceVersion: 1 } })
  await expect(withdrawOffer(coordinator, offered())).rejects.toMatchObject({ messageKey: 'offerInRound' })
  await db.reviewRound.update({ where: { id: roundId }, data: { closedAt: new Date() } })
  await withdrawOffer(coordinator, offered())
  expect(await db.practiceOffer.count()).toBe(0)
})
