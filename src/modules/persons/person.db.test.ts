import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { givenPerson, givenPublicPerson } from '@tests/builders/person'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { dayAfterMonths } from '@/core/retention'
import { inOriginal } from '@/core/localized'
import { removePerson, savePerson } from '@/modules/persons/person.commands'
import { findPersons, findPublicPersons } from '@/modules/persons/person.queries'
import { newPersonSchema, personFormSchema } from '@/modules/persons/person.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const aPerson = (said: object = {}) =>
  newPersonSchema.parse({
    ...{ name: 'Ada Bianchi', email: 'ada@example.eu', legalBasis: 'legitimate_interests', source: 'her card' },
    ...{ locale: 'it', retainUntil: dayAfterMonths(new Date(), 12), ...said },
  })

async function ownActor() {
  const { id: territoryId } = await givenTerritory()
  const [editor, actor] = [await givenViewer('editor', { territoryId }), await givenActor({}, territoryId)]
  return { editor, actor, territoryId }
}
/** As the job does once the mail has left. */
const send = (recipient: string) =>
  db.outboxMail.updateMany({ where: { recipient }, data: { state: 'sent', sentAt: new Date() } })

test('somebody who is entered is told, and is shown only once the notice has left', async () => {
  const { editor, actor } = await ownActor()
  const role = inOriginal('it', 'Direttrice')
  const person = aPerson({ publicationBasis: 'consent', role })
  await savePerson(editor, { actorId: actor.id, person })
  const [mail] = await db.outboxMail.findMany()
  expect(mail).toMatchObject({ template: 'persons.notice', recipient: 'ada@example.eu', locale: 'it', state: 'queued' })
  expect(mail?.parameters).toMatchObject({ actor: 'Officine Esempio', source: 'her card', publication: 'consent' })
  expect(await findPublicPersons(actor.id)).toEqual([])
  await send('ada@example.eu')
  expect(await findPublicPersons(actor.id)).toMatchObject([{ name: 'Ada Bianchi', role }])
  expect(JSON.stringify(await findPublicPersons(actor.id))).not.toContain('@')
})

test('without a reason to publish nothing is shown, however often the notice leaves', async () => {
  const { editor, actor } = await ownActor()
  await savePerson(editor, { actorId: actor.id, person: aPerson() })
  await send('ada@example.eu')
  expect(await findPublicPersons(actor.id)).toEqual([])
  expect(await findPersons(editor, actor.id)).toMatchObject([{ email: 'ada@example.eu', publicationBasis: null }])
})

test('who decides later to publish tells the person again first', async () => {
  const { editor, actor } = await ownActor()
  const id = await savePerson(editor, { actorId: actor.id, person: aPerson() })
  await send('ada@example.eu')
  await savePerson(editor, { actorId: actor.id, id, version: 1, person: aPerson({ publicationBasis: 'consent' }) })
  expect(await findPublicPersons(actor.id)).toEqual([])
  expect(await db.outboxMail.count({ where: { state: 'queued' } })).toBe(1)
  await savePerson(editor, {
    actorId: actor.id,
    id,
    version: 2,
    person: aPerson({ publicationBasis: 'consent', phone: '+39 0522 1234' }),
  })
  expect(await db.outboxMail.count()).toBe(2)
})

test('an actor that is hidden hides its persons', async () => {
  const actor = await givenActor({ visibility: 'territory' })
  await givenPublicPerson(actor.id)
  expect(await findPublicPersons(actor.id)).toEqual([])
})

test('of two who change an entry at once, the later one is told', async () => {
  const { editor, actor } = await ownActor()
  const id = await savePerson(editor, { actorId: actor.id, person: aPerson() })
  const change = (name: string) => savePerson(editor, { actorId: actor.id, id, version: 1, person: aPerson({ name }) })
  const tries = await Promise.allSettled([change('Ada B.'), change('A. Bianchi')])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(change('Ada')).rejects.toMatchObject({ code: 'conflict' })
  await expect(removePerson(editor, { actorId: actor.id, id, version: 1 })).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody is kept longer than the site says, nor until yesterday', async () => {
  const { editor, actor } = await ownActor()
  const until = (retainUntil: string) => savePerson(editor, { actorId: actor.id, person: aPerson({ retainUntil }) })
  const refused = (message: string) => ({ fields: [{ field: 'retainUntil', message }] })
  await expect(until(dayAfterMonths(new Date(), 37))).rejects.toMatchObject(refused('retainTooLong'))
  await expect(until('2020-01-01')).rejects.toMatchObject(refused('retainPast'))
  await db.setting.create({ data: { key: 'retention', value: { personMaxMonths: 48 } } })
  await expect(until(dayAfterMonths(new Date(), 37))).resolves.toBeTypeOf('string')
})

test('who objected stays hidden wherever the address is entered, and once removed cannot be entered again', async () => {
  const { editor, actor, territoryId } = await ownActor()
  const other = await givenActor({ name: 'Altra' }, territoryId)
  const objected = await givenPublicPerson(actor.id, { email: 'Ada@example.eu', objectedAt: new Date() })
  await savePerson(editor, { actorId: other.id, person: aPerson({ publicationBasis: 'consent' }) })
  await send('ada@example.eu')
  expect(await findPublicPersons(other.id)).toEqual([])
  await removePerson(editor, { actorId: actor.id, id: objected.id, version: 1 })
  await expect(savePerson(editor, { actorId: actor.id, person: aPerson({ name: 'Bo' }) })).rejects.toMatchObject({
    fields: [{ field: 'email', message: 'erasedEntry' }],
  })
  await expect(
    savePerson(editor, { actorId: actor.id, person: aPerson({ name: 'ADA BIANCHI', email: 'new@example.eu' }) }),
  ).rejects.toMatchObject({ fields: [{ field: 'name', message: 'erasedEntry' }] })
})

test('a removed entry takes its waiting notice along, and the log says only that it happened', async () => {
  const { editor, actor } = await ownActor()
  const id = await savePerson(editor, { actorId: actor.id, person: aPerson() })
  await removePerson(editor, { actorId: actor.id, id, version: 1 })
  expect(await db.person.count()).toBe(0)
  expect(await db.outboxMail.count()).toBe(0)
  const log = await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'asc' } })
  expect(log.map(({ action }) => action)).toEqual(['create-person', 'remove-person'])
  expect(JSON.stringify(log, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /Ada|ada@/,
  )
})

test('a form says at each field what is wrong, and takes nothing it does not know', () => {
  const fields = { actorId: '0190a000-0000-7000-8000-000000000000', name: 'Ada', locale: 'it', legalBasis: 'consent' }
  const problemsOf = (said: object) =>
    (
      personFormSchema.safeParse({ ...fields, source: 'x', retainUntil: '2027-01-01', ...said }).error?.issues ?? []
    ).map((issue) => `${issue.path.join('.')}${'keys' in issue ? String(issue.keys) : ''} ${issue.message}`)
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ role: { original: 'it', texts: { it: { value: 'Direttrice' } } } })).toEqual([])
  expect(problemsOf({ email: 'a@b@c.eu' })).toEqual(['email badEmail'])
  expect(problemsOf({ email: 'ada＠example.eu' })).toEqual(['email badEmail'])
  expect(problemsOf({ email: 'a@b.eu\r\nBcc: all@example.eu' })).toEqual(['email badEmail'])
  expect(problemsOf({ publicationBasis: 'consent' })).toEqual(['email emailToPublish'])
  expect(problemsOf({ objectedAt: '2026-01-01' })[0]).toContain('objectedAt')
  expect(problemsOf({ name: ['Ada', 'Bo'] })).toEqual(['name generic'])
  expect(problemsOf({ legalBasis: 'none' })).toEqual(['legalBasis choose'])
})

test('a person of another actor cannot be reached through one of the own', async () => {
  const { editor, actor } = await ownActor()
  const stranger = await givenPerson((await givenActor({ name: 'Altra' })).id)
  const change = { actorId: actor.id, id: stranger.id, version: 1 }
  await expect(savePerson(editor, { ...change, person: aPerson() })).rejects.toMatchObject({ code: 'not-found' })
  await expect(removePerson(editor, change)).rejects.toMatchObject({ code: 'not-found' })
})
