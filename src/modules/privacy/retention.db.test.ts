import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { mailedLinks } from '@tests/builders/mail'
import { givenPerson, givenPublicPerson } from '@tests/builders/person'
import { emptyDatabase } from '@tests/database'
import { dumpOf, linesWith } from '@tests/dump'
import { newId } from '@/core/id'
import { systemViewer } from '@/core/viewer'
import { writeToPerson } from '@/modules/persons/relay.commands'
import { planRetention, runRetention } from '@/modules/privacy/retention.commands'
import { retentionParts } from '@/modules/privacy/retention.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const years = (count: number) => new Date(Date.now() - count * 366 * 86_400_000)

async function oldAndNew() {
  const actor = await givenActor()
  await givenPerson(actor.id, { name: 'Past Person', retainUntil: years(1) })
  await givenPerson(actor.id, { name: 'Kept Person' })
  for (const at of [years(4), new Date()]) {
    const about = { recordKind: 'actor' as const, recordId: actor.id, baseVersion: 1, changed: [], locale: 'it' }
    await db.suggestion.create({
      data: {
        id: newId(),
        ...about,
        email: 'a@example.eu',
        message: 'x',
        state: 'declined',
        decidedAt: at,
        createdAt: at,
      },
    })
    await db.dataRequest.create({
      data: {
        ...{ id: newId(), kind: 'access', name: 'A', email: 'a@example.eu', locale: 'it', message: 'x', state: 'done' },
        ...{ decidedAt: at, dueOn: at },
      },
    })
    await db.outboxMail.create({
      data: {
        ...{ id: newId(), template: 'privacy.own', recipient: 'a@example.eu', locale: 'it', parameters: { name: 'A' } },
        ...{ state: 'sent', sentAt: at, dedupeKey: newId() },
      },
    })
    await db.mailedToken.create({
      data: {
        id: newId(),
        hash: newId(),
        purpose: 'x',
        subject: {},
        email: 'a@example.eu',
        locale: 'it',
        expiresAt: at,
      },
    })
    await db.invitation.create({
      data: { id: newId(), email: 'a@example.eu', role: 'admin', locale: 'it', expiresAt: at },
    })
    await db.limitCounter.create({ data: { key: newId(), count: 1, resetsAt: new Date(at.getTime() + 60_000) } })
  }
}

test('the dry run counts and leaves all as it is; the run takes away exactly that', async () => {
  await oldAndNew()
  const planned = await planRetention(systemViewer)
  expect(planned).toEqual({
    ...Object.fromEntries(retentionParts.map((part) => [part, 1])),
    ...{ sessions: 0, returned: 0 },
  })
  expect(await planRetention(systemViewer)).toEqual(planned)
  expect(await runRetention(systemViewer)).toEqual(planned)
  expect(await planRetention(systemViewer)).toEqual(Object.fromEntries(retentionParts.map((part) => [part, 0])))
  expect(await db.person.findMany()).toMatchObject([{ name: 'Kept Person' }])
  expect(await db.suggestion.count({ where: { email: 'a@example.eu' } })).toBe(1)
  expect(await db.suggestion.count()).toBe(2)
  // What was sent once is known by its key, and by nothing else.
  expect(await db.outboxMail.findMany({ where: { recipient: '' } })).toMatchObject([{ parameters: {} }])
})

test('whoever was kept for long enough may be entered again; whoever asked to be erased may not', async () => {
  await oldAndNew()
  await runRetention(systemViewer)
  expect(await db.erasure.count()).toBe(0)
})

test('what a visitor wrote to somebody is gone once it has left, or a day without confirmation', async () => {
  const actor = await givenActor()
  const person = await givenPublicPerson(actor.id)
  await writeToPerson(
    { to: person.id, name: 'Bo', email: 'bo@example.eu', message: 'zzsecret' },
    { address: '2001:db8:1::1', locale: 'it' },
  )
  await mailedLinks('bo@example.eu')
  expect(linesWith(await dumpOf(), ['zzsecret'])).toEqual([
    'public.mailed_token: zzsecret',
    'public.outbox_mail: zzsecret',
  ])
  await db.outboxMail.updateMany({ data: { state: 'sent', sentAt: new Date() } })
  await db.mailedToken.updateMany({ data: { expiresAt: new Date() } })
  await runRetention(systemViewer)
  expect(linesWith(await dumpOf(), ['zzsecret'])).toEqual([])
})

test('the settings count from the next run on', async () => {
  const actor = await givenActor()
  const about = { recordKind: 'actor' as const, recordId: actor.id, baseVersion: 1, changed: [], locale: 'it' }
  const decidedAt = new Date(Date.now() - 70 * 86_400_000)
  await db.suggestion.create({
    data: { id: newId(), ...about, email: 'a@example.eu', state: 'accepted', decidedAt },
  })
  expect(await planRetention(systemViewer)).toMatchObject({ suggestions: 0 })
  await db.setting.create({ data: { key: 'retention', value: { suggestionMonths: 1 } } })
  expect(await planRetention(systemViewer)).toMatchObject({ suggestions: 1 })
})
