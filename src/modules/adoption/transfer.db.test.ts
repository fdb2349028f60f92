import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenPublishedPractice, text } from '@tests/builders/practice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { fieldsOf } from '@/core/form-fields'
import type { Viewer } from '@/core/viewer'
import { findOwnTransfers, findWays, getKeptTransfer } from '@/modules/adoption/own-transfer.queries'
import {
  interestFormSchema,
  outcomeFormSchema,
  transferToForm,
  workshopFormSchema,
} from '@/modules/adoption/transfer-form.schema'
import {
  markInterest,
  planWorkshop,
  recordOutcome,
  undoTransfer,
  withdrawTransfer,
} from '@/modules/adoption/transfer.commands'
import { findTransfersOfPractice, findTransfersOfTerritory } from '@/modules/adoption/transfer.queries'
import { findWorkshopsOver } from '@/modules/adoption/workshop-over.queries'
import { archivePractice } from '@/modules/practices/practice.commands'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

/** A practice at home in Reggio Emilia, and an editor of Gävle who may take it up. */
async function givenTwo() {
  const home = await givenTerritory()
  const gavle = await givenTerritory({ slug: 'gavle', name: 'Gävle', country: 'SE' })
  const actor = await givenActor({ name: 'Comune' })
  await db.actor.update({ where: { id: actor.id }, data: { homeTerritoryId: home.id } })
  const practice = await givenPublishedPractice({ inChargeId: actor.id }, home.id)
  const editor = await givenViewer('editor', { territoryId: gavle.id })
  const at = { practiceId: practice.id, territoryId: gavle.id }
  return { home, gavle, actor, practice, editor, at }
}

const interest = (at: object, said: Record<string, unknown> = {}) =>
  interestFormSchema.parse({ ...at, language: 'sv', ...said })
const workshop = (at: object, said: Record<string, unknown> = {}) =>
  workshopFormSchema.parse({
    ...{ ...at, language: 'sv', on: '2026-05-17', until: '2026-05-18', place: 'Gävle' },
    ...{ title: { original: 'sv', texts: { sv: { value: 'Överföring' } } }, ...said },
  })
const outcome = (at: object, said: Record<string, unknown> = {}) =>
  outcomeFormSchema.parse({
    ...{ ...at, language: 'sv', outcome: 'adopted', since: '2018-11-28' },
    ...{ reasons: { original: 'sv', texts: { sv: { value: 'En dörr' }, en: { value: 'One door' } } }, ...said },
  })

test('interest, a workshop, an adoption with reasons: everybody reads each of them', async () => {
  const { gavle, practice, editor, at, home } = await givenTwo()
  await markInterest(
    editor,
    interest(at, { note: { texts: { sv: { value: 'Vi vill lära' } } }, internalNotes: 'Ring Anna' }),
  )
  expect(await findTransfersOfPractice(practice.id, 'en')).toMatchObject([
    { state: 'interested', territory: { slug: 'gavle' }, note: { value: 'Vi vill lära', language: 'sv' } },
  ])
  expect(JSON.stringify(await findTransfersOfPractice(practice.id, 'en'))).not.toContain('Anna')
  await planWorkshop(editor, workshop({ ...at, version: '1' }))
  await recordOutcome(editor, outcome({ ...at, version: '2' }, { links: [{ url: 'skr.se' }] }))
  const [shown, ...others] = await findTransfersOfPractice(practice.id, 'en')
  expect(others).toEqual([])
  expect(shown).toMatchObject({
    ...{ state: 'adopted', since: '2018-11-28', reasons: { value: 'One door', language: 'en' } },
    workshop: { on: '2026-05-17', until: '2026-05-18', place: 'Gävle', title: { language: 'sv' } },
    links: [{ url: 'https://skr.se' }],
    practice: { slug: practice.slug, home: { slug: home.slug } },
  })
  expect(await findTransfersOfTerritory(gavle, 'en')).toMatchObject({ in: [{ state: 'adopted' }], out: [] })
  expect(await findTransfersOfTerritory(home, 'en')).toMatchObject({ in: [], out: [{ state: 'adopted' }] })
  const kept = await getKeptTransfer(editor, at)
  expect(kept).toMatchObject({ version: 3, content: { internalNotes: 'Ring Anna' } })
  expect(kept?.changes.map(({ deed, by }) => [deed, by])).toEqual([
    ['outcome', 'A editor'],
    ['workshop', 'A editor'],
    ['interest', 'A editor'],
  ])
  const audit = await db.auditEntry.findMany({ where: { territoryId: gavle.id }, orderBy: { id: 'asc' } })
  expect(audit.map(({ action }) => action)).toEqual(['transfer-interest', 'transfer-workshop', 'transfer-outcome'])
})

test('those who keep the practice are told of each new state, and of nothing else', async () => {
  const { home, editor, at } = await givenTwo()
  const keeper = await givenViewer('coordinator', { territoryId: home.id })
  await markInterest(editor, interest(at))
  await markInterest(editor, interest({ ...at, version: '1' }, { note: { texts: { sv: { value: 'Mer' } } } }))
  await planWorkshop(editor, workshop({ ...at, version: '2' }))
  const told = await db.notification.findMany({ where: { userId: keeper.userId }, orderBy: { createdAt: 'asc' } })
  expect(told.map(({ kind, parameters }) => [kind, parameters])).toEqual([
    ['transferInterested', { name: 'Un tavolo per il Sudafrica', territory: 'Gävle' }],
    ['transferWorkshop', { name: 'Un tavolo per il Sudafrica', territory: 'Gävle' }],
  ])
})

test('only those who edit a territory speak for it, and only of a practice they may see', async () => {
  const { home, gavle, practice, at } = await givenTwo()
  const refused = (viewer: Viewer | null) => expect(markInterest(viewer, interest(at))).rejects
  await refused(null).toMatchObject({ code: 'unauthenticated' })
  await refused(await givenViewer('coordinator', { territoryId: home.id })).toMatchObject({ code: 'forbidden' })
  const group = await db.group.create({
    data: { id: practice.id, slug: 'g', territoryId: gavle.id, name: text('Grupp', 'sv') },
  })
  await refused(await givenViewer('reviewer', { groupId: group.id })).toMatchObject({ code: 'forbidden' })
  await expect(getKeptTransfer(await givenViewer('editor', { territoryId: home.id }), at)).rejects.toMatchObject({
    code: 'forbidden',
  })
  const coordinator = await givenViewer('coordinator', { territoryId: gavle.id })
  await db.practice.update({ where: { id: practice.id }, data: { visibility: 'territory' } })
  await expect(markInterest(coordinator, interest(at))).rejects.toMatchObject({ code: 'not-found' })
  await db.practice.update({ where: { id: practice.id }, data: { visibility: 'partners' } })
  await markInterest(coordinator, interest(at))
  expect(await findTransfersOfPractice(practice.id, 'en')).toEqual([])
})

test('a practice is not adopted where it is at home, nor before it is published', async () => {
  const { home, practice, editor, at } = await givenTwo()
  const own = await givenViewer('coordinator', { territoryId: home.id })
  await expect(markInterest(own, interest({ ...at, territoryId: home.id }))).rejects.toMatchObject({
    messageKey: 'practiceAtHome',
  })
  const { version } = await db.practice.findUniqueOrThrow({ where: { id: practice.id } })
  await archivePractice(own, { id: practice.id, version })
  await expect(markInterest(editor, interest(at))).rejects.toMatchObject({ code: 'not-found' })
})

test('of twenty who begin at once one is taken, and of twenty who go on one', async () => {
  const { editor, at } = await givenTwo()
  const begun = await Promise.allSettled(Array.from({ length: 20 }, () => markInterest(editor, interest(at))))
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const seen = { ...at, version: '1' }
  const next = await Promise.allSettled([
    ...Array.from({ length: 10 }, () => planWorkshop(editor, workshop(seen))),
    ...Array.from({ length: 10 }, () => recordOutcome(editor, outcome(seen))),
  ])
  expect(next.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of [...begun, ...next])
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict', messageKey: 'transferChanged' })
  expect(await db.practiceTransfer.findMany()).toMatchObject([{ version: 2 }])
  expect(await db.practiceTransferChange.count()).toBe(2)
})

test('a mistake is taken back once, the first one without a trace', async () => {
  const { practice, editor, at } = await givenTwo()
  await markInterest(editor, interest(at))
  await recordOutcome(editor, outcome({ ...at, version: '1' }, { outcome: 'not_adopted' }))
  await expect(withdrawTransfer(editor, { ...at, version: 2 })).rejects.toMatchObject({ messageKey: 'hasOutcome' })
  await undoTransfer(editor, { ...at, version: 2 })
  expect(await getKeptTransfer(editor, at)).toMatchObject({
    version: 3,
    content: { state: 'interested', reasons: null },
    changes: [{ deed: 'undo' }, { deed: 'outcome' }, { deed: 'interest' }],
  })
  await expect(undoTransfer(editor, { ...at, version: 3 })).rejects.toMatchObject({ messageKey: 'nothingToUndo' })
  await withdrawTransfer(editor, { ...at, version: 3 })
  expect(await getKeptTransfer(editor, at)).toBeNull()
  expect(await findTransfersOfPractice(practice.id, 'en')).toEqual([])
  await markInterest(editor, interest(at))
  await undoTransfer(editor, { ...at, version: 1 })
  expect(await db.practiceTransfer.count()).toBe(0)
})

test('the way it came is a public relation, offered among those that tie the territory to the practice', async () => {
  const { gavle, actor, practice, editor, at } = await givenTwo()
  const kommun = await givenActor({ name: 'Gävle kommun' })
  await db.actor.update({ where: { id: kommun.id }, data: { homeTerritoryId: gavle.id } })
  const lesson = await givenRelation({ parties: [party(kommun), party(actor)] })
  const strange = await givenRelation({
    parties: [party(kommun), { country: 'ZA', role: 'partner', placeName: 'X' }],
  })
  const ways = await findWays({ practiceId: practice.id, territorySlug: 'gavle' }, [], 'sv')
  expect(ways.map(({ id }) => id)).toEqual([lesson.id])
  await recordOutcome(editor, outcome(at, { relations: [lesson.id, strange.id] }))
  const [shown] = await findTransfersOfPractice(practice.id, 'sv')
  expect(shown?.relations.toSorted()).toEqual([lesson.id, strange.id].sort())
  await db.relation.update({ where: { id: strange.id }, data: { visibility: 'partners' } })
  await db.$executeRaw`UPDATE data_version SET version = version + 1`
  expect((await findTransfersOfPractice(practice.id, 'sv'))[0]?.relations).toEqual([lesson.id])
  await expect(
    recordOutcome(editor, outcome({ ...at, version: '1' }, { relations: [strange.id] })),
  ).rejects.toMatchObject({
    fields: [{ field: 'relations', message: 'unknown' }],
  })
})

test('what waits for a territory comes first: what came of a workshop that is over, then what is not planned', async () => {
  const { gavle, actor, editor, at } = await givenTwo()
  const other = await givenPublishedPractice({ inChargeId: actor.id, title: text('Altra') })
  const third = await givenPublishedPractice({ inChargeId: actor.id, title: text('Terza') })
  await planWorkshop(editor, workshop({ ...at, practiceId: third.id }, { on: '2099-01-01', until: undefined }))
  await markInterest(editor, interest({ ...at, practiceId: other.id }))
  await planWorkshop(editor, workshop(at))
  expect((await findOwnTransfers(editor, 'it')).map(({ open, practice }) => [open, practice?.title.value])).toEqual([
    ['record', 'Un tavolo per il Sudafrica'],
    ['plan', 'Altra'],
    ['hold', 'Terza'],
  ])
  expect(
    await findOwnTransfers(
      await givenViewer('editor', { territoryId: (await givenTerritory({ slug: 'x' })).id }),
      'it',
    ),
  ).toEqual([])
  const form = new FormData()
  const kept = await getKeptTransfer(editor, at)
  if (kept === null) throw new Error('nothing is kept')
  const values = transferToForm(kept.content)
  expect(values).toMatchObject({ on: '2026-05-17', until: '2026-05-18', place: 'Gävle' })
  expect(fieldsOf(form)).toEqual({})
  expect(gavle.id).toBe(at.territoryId)
})

test('a workshop that is over asks the territory that held it, until somebody says what came of it', async () => {
  const { home, gavle, actor, editor, at } = await givenTwo()
  const other = await givenPublishedPractice({ inChargeId: actor.id, title: text('Altra') })
  const third = await givenPublishedPractice({ inChargeId: actor.id, title: text('Terza') })
  await planWorkshop(editor, workshop(at))
  await planWorkshop(editor, workshop({ ...at, practiceId: other.id }, { on: '2026-05-10', until: undefined }))
  await planWorkshop(editor, workshop({ ...at, practiceId: third.id }, { until: '2099-01-01' }))
  const coordinator = await givenViewer('coordinator', { territoryId: gavle.id })
  const page = { limit: 10, locale: 'it' }
  for (const viewer of [editor, coordinator]) {
    const { rows, total } = await findWorkshopsOver(viewer, page)
    expect(rows.map(({ day, title }) => [day, title?.value])).toEqual([
      ['2026-05-10', 'Altra'],
      ['2026-05-18', 'Un tavolo per il Sudafrica'],
    ])
    expect(total).toBe(2)
  }
  const first = await findWorkshopsOver(editor, { ...page, limit: 1 })
  expect(first.next).not.toBeNull()
  expect((await findWorkshopsOver(editor, { ...page, after: first.next })).rows).toMatchObject([{ day: '2026-05-18' }])
  expect((await findWorkshopsOver(await givenViewer('editor', { territoryId: home.id }), page)).total).toBe(0)
  await expect(findWorkshopsOver(null, page)).rejects.toMatchObject({ code: 'unauthenticated' })
  await recordOutcome(editor, outcome({ ...at, version: '1' }))
  await db.practice.update({ where: { id: other.id }, data: { visibility: 'territory' } })
  const left = await findWorkshopsOver(coordinator, page)
  expect(left).toMatchObject({ total: 1, rows: [{ title: null, territory: { id: gavle.id } }] })
})
