import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { mailedLinks } from '@tests/builders/mail'
import { givenPerson, givenPublicPerson } from '@tests/builders/person'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { dumpOf, linesWith } from '@tests/dump'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer } from '@/core/viewer'
import { saveActors } from '@/modules/actors/actor.commands'
import { keepDraft } from '@/modules/desk/draft.commands'
import { savePerson } from '@/modules/persons/person.commands'
import { newPersonSchema } from '@/modules/persons/person.schema'
import { passOnMessage, writeToPerson } from '@/modules/persons/relay.commands'
import { answerRequest, confirmRequest, eraseForRequest, fileRequest } from '@/modules/privacy/data-request.commands'
import { askForOwnPage, eraseByLink, objectByLink, openOwnPage } from '@/modules/privacy/own-data.commands'
import { runRetention } from '@/modules/privacy/retention.commands'
import { eraseUser } from '@/modules/privacy/user-erasure.commands'
import { queueMails } from '@/platform/mail'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const from = { address: '2001:db8:1::1', locale: 'it' }
const zoe = { name: 'Żofia Kanarińska', email: 'zofia.kanarinska@example.eu', phone: '+39 0522 77 88 99' }
const canaries = [zoe.name, fold(zoe.name), zoe.email, zoe.phone, zoe.phone.replaceAll(' ', '')]
const whole = `Ask ${zoe.name}, ${zoe.email}, ${zoe.phone}`

/** Somebody whose name, address and number stand wherever a register can hold them. */
async function everywhere() {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const coordinator = await givenViewer('coordinator', { territoryId })
  const actor = await givenActor(
    { email: zoe.email, description: inOriginal('it', whole), internalNotes: whole },
    territoryId,
  )
  const relation = await givenRelation({
    parties: [party(actor), { country: 'ZA', placeName: 'Polokwane', role: 'partner' }],
    title: inOriginal('it', `Patto di ${zoe.name}`),
  })
  const person = newPersonSchema.parse({
    ...{ ...zoe, role: inOriginal('it', 'Direttrice'), legalBasis: 'consent', publicationBasis: 'consent' },
    ...{ source: `card of ${zoe.name}`, locale: 'it', retainUntil: '2027-06-01' },
  })
  const personId = await savePerson(editor, { actorId: actor.id, person })
  await db.outboxMail.updateMany({ data: { state: 'sent', sentAt: new Date() } })
  await keepDraft(editor, { form: 'actor', recordId: actor.id, base: 1 }, { description: whole })
  await writeToPerson({ to: personId, name: 'Bo', email: 'bo@example.eu', message: `Dear ${zoe.name}` }, from)
  await passOnMessage((await mailedLinks('bo@example.eu'))[0] ?? '')
  const batchId = newId()
  await db.importBatch.create({
    data: { id: batchId, reader: 'csv', fileName: 'x.csv', fileHash: 'x', state: 'committed', counts: {} },
  })
  const row = { batchId, row: 1, outcome: 'created', recordKind: 'actor' as const, recordId: actor.id }
  await db.importRow.create({ data: { ...row, problems: [{ field: 'email', value: zoe.email, message: whole }] } })
  await db.notification.create({
    data: { id: newId(), userId: coordinator.userId, kind: 'note', parameters: { name: zoe.name, email: zoe.email } },
  })
  await db.suggestion.create({
    data: {
      ...{ id: newId(), recordKind: 'actor', recordId: actor.id, baseVersion: 1, email: zoe.email, locale: 'it' },
      ...{ message: whole, changes: { email: zoe.email }, changed: ['email'] },
    },
  })
  return { editor, coordinator, actor, relation, personId, territoryId }
}

const ownLink = async () => {
  await askForOwnPage(zoe.email, from)
  return (await mailedLinks(zoe.email))[0] ?? ''
}

test('whoever withdraws is found nowhere in a copy of the database, by no spelling', async () => {
  const { actor, personId } = await everywhere()
  const before = linesWith(await dumpOf(), canaries)
  for (const table of [
    'person',
    'actor',
    'revision',
    'relation',
    'form_draft',
    'import_row',
    'outbox_mail',
    'notification',
    'suggestion',
  ])
    expect(
      before.some((line) => line.startsWith(`public.${table}:`)),
      table,
    ).toBe(true)
  const token = await ownLink()
  const held = await openOwnPage(token)
  expect(held).toMatchObject({ persons: [{ id: personId, phone: zoe.phone }], suggestions: [{ message: whole }] })
  expect(typeof held === 'object' ? held?.traces.map(({ where }) => where).sort() : held).toEqual(
    expect.arrayContaining(['drafts', 'imports', 'texts', 'versions']),
  )
  await eraseByLink({ token, personId: 'all' })
  await db.mailedToken.deleteMany({ where: { usedAt: null } }) // the page the person is looking at
  expect(linesWith(await dumpOf(), canaries)).toEqual([])
  // The rest of the record stands.
  expect((await db.actor.findUniqueOrThrow({ where: { id: actor.id } })).description).toMatchObject({
    texts: { it: { value: 'Ask […], […], […]' } },
  })
  const log = await db.auditEntry.findMany({ where: { recordId: personId }, orderBy: { id: 'asc' } })
  expect(log.map(({ action, userId }) => [action, userId === null])).toEqual([
    ['create-person', false],
    ['erase-person', true],
  ])
})

test('neither an import nor a copy of yesterday brings back whoever was erased', async () => {
  const { editor, actor } = await everywhere()
  const copy = await db.person.findMany()
  await eraseByLink({ token: await ownLink(), personId: 'all' })
  await expect(saveActors(systemViewer, [{ actor: anActor({ name: 'New', email: zoe.email }) }])).rejects.toMatchObject(
    {
      fields: [{ field: 'email', message: 'erasedPerson' }],
    },
  )
  const again = newPersonSchema.parse({
    ...{ name: zoe.name, legalBasis: 'consent', source: 'x', locale: 'it', retainUntil: '2027-06-01' },
  })
  await expect(savePerson(editor, { actorId: actor.id, person: again })).rejects.toMatchObject({
    fields: [{ field: 'name', message: 'erasedEntry' }],
  })
  await db.person.createMany({ data: copy.map(({ role: _role, ...row }) => row) })
  expect(await runRetention(systemViewer)).toMatchObject({ returned: 1 })
  expect(await db.person.count()).toBe(0)
})

test('a name that others share stays where it may be theirs, and who keeps that record is told', async () => {
  const { territoryId, coordinator } = await everywhere()
  const other = await givenActor(
    { name: 'Altra', description: inOriginal('it', `Fondata da ${zoe.name}`) },
    territoryId,
  )
  await eraseByLink({ token: await ownLink(), personId: 'all' })
  expect((await db.actor.findUniqueOrThrow({ where: { id: other.id } })).description).toMatchObject({
    texts: { it: { value: `Fondata da ${zoe.name}` } },
  })
  const told = await db.notification.findMany({ where: { userId: coordinator.userId, kind: 'personMentioned' } })
  expect(told).toMatchObject([{ recordId: other.id, recordKind: 'actor', parameters: {} }])
})

test('an objection hides one entry at once and stops what was on its way to the person', async () => {
  const actor = await givenActor()
  const person = await givenPublicPerson(actor.id, zoe)
  await writeToPerson({ to: person.id, name: 'Bo', email: 'bo@example.eu', message: 'Hello' }, from)
  await passOnMessage((await mailedLinks('bo@example.eu'))[0] ?? '')
  const token = await ownLink()
  const next = await objectByLink({ token, personId: person.id })
  expect(await db.outboxMail.count({ where: { template: 'persons.relay' } })).toBe(0)
  expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).objectedAt).not.toBeNull()
  // One link, one deed; the next one is in the page.
  await expect(objectByLink({ token, personId: person.id })).rejects.toMatchObject({ code: 'gone' })
  await expect(eraseByLink({ token: next, personId: person.id })).resolves.toBeTypeOf('string')
})

test('a link opens the own entries and nobody else’s', async () => {
  const actor = await givenActor()
  const [mine, theirs] = [await givenPerson(actor.id, zoe), await givenPerson(actor.id, { name: 'Cy Nero' })]
  const token = await ownLink()
  await expect(eraseByLink({ token, personId: theirs.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await db.person.count()).toBe(2)
  await eraseByLink({ token, personId: mine.id })
  expect(await db.person.findMany()).toMatchObject([{ id: theirs.id }])
  expect(await openOwnPage('made up')).toBeNull()
})

test('the answer and the mail are the same whatever is held', async () => {
  await askForOwnPage('nobody@example.eu', from)
  const [mail] = await db.outboxMail.findMany()
  expect(mail).toMatchObject({ template: 'privacy.own', recipient: 'nobody@example.eu', parameters: {} })
  const [token = ''] = await mailedLinks('nobody@example.eu')
  expect(await openOwnPage(token)).toMatchObject({ persons: [], hasAccount: false, traces: [] })
})

test('a request counts once confirmed, is due in a month, and its erasure leaves nothing but the answer to send', async () => {
  const { coordinator, territoryId } = await everywhere()
  const asked = { kind: 'erasure' as const, name: zoe.name, email: zoe.email, territoryId, message: whole }
  await fileRequest(asked, from)
  const [request] = await db.dataRequest.findMany()
  const id = request?.id ?? ''
  await expect(answerRequest(coordinator, { id, outcome: 'done', answer: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await confirmRequest((await mailedLinks(zoe.email))[0] ?? '')
  expect(await db.notification.count({ where: { kind: 'dataRequest', userId: coordinator.userId } })).toBe(1)
  const filed = await db.dataRequest.findUniqueOrThrow({ where: { id } })
  expect(filed.dueOn.getTime() - Date.now()).toBeGreaterThan(27 * 86_400_000)
  expect(filed.dueOn.getTime() - Date.now()).toBeLessThan(32 * 86_400_000)
  await eraseForRequest(coordinator, id)
  expect(linesWith(await dumpOf(), canaries)).toEqual([`public.outbox_mail: ${zoe.email}`])
  expect(await db.outboxMail.findMany({ where: { recipient: zoe.email } })).toMatchObject([
    { template: 'privacy.erased', parameters: {} },
  ])
  // Once it has left, its address goes too.
  await db.outboxMail.updateMany({ where: { recipient: zoe.email }, data: { state: 'sent', sentAt: new Date() } })
  await runRetention(systemViewer)
  expect(linesWith(await dumpOf(), canaries)).toEqual([])
  await expect(answerRequest(coordinator, { id, outcome: 'done', answer: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('whoever only suggested something is erased by a request too', async () => {
  const { id: territoryId } = await givenTerritory()
  const coordinator = await givenViewer('coordinator', { territoryId })
  const { id: recordId } = await givenActor({}, territoryId)
  const about = { recordKind: 'actor' as const, recordId, baseVersion: 1, changed: [], locale: 'it' }
  await db.suggestion.create({ data: { id: newId(), ...about, email: zoe.email, message: whole, state: 'waiting' } })
  await fileRequest({ kind: 'erasure', name: zoe.name, email: zoe.email, territoryId, message: 'Erase me' }, from)
  await confirmRequest((await mailedLinks(zoe.email))[0] ?? '')
  await eraseForRequest(coordinator, (await db.dataRequest.findFirstOrThrow()).id)
  expect(linesWith(await dumpOf(), [zoe.email])).toEqual([`public.outbox_mail: ${zoe.email}`])
  expect(await db.suggestion.findMany()).toMatchObject([{ email: null, state: 'waiting' }])
})

test('an account is erased with its traces; its records stay, and the log keeps the id', async () => {
  const { editor, actor } = await everywhere()
  const admin = await givenViewer('admin')
  const email = 'leaving@example.eu'
  await db.user.update({ where: { id: editor.userId }, data: { email, name: 'Leaving Person' } })
  await queueMails(db, [{ template: 'desk.digest', to: email, locale: 'it', parameters: { name: 'Leaving Person' } }])
  await eraseUser(admin, editor.userId)
  expect(linesWith(await dumpOf(), [email, 'Leaving Person'])).toEqual([])
  expect(await db.actor.count({ where: { id: actor.id } })).toBe(1)
  expect(await db.auditEntry.count({ where: { userId: editor.userId } })).toBeGreaterThan(0)
  await expect(eraseUser(admin, admin.userId)).rejects.toMatchObject({ code: 'forbidden' })
})
