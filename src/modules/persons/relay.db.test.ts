import { beforeEach, expect, test } from 'vitest'
import { givenActor } from '@tests/builders/actor'
import { mailedLinks } from '@tests/builders/mail'
import { givenPerson, givenPublicPerson } from '@tests/builders/person'
import { emptyDatabase } from '@tests/database'
import { openMessage, passOnMessage, writeToPerson } from '@/modules/persons/relay.commands'
import { relayFormSchema } from '@/modules/persons/relay.schema'
import { db } from '@/platform/db'

beforeEach(emptyDatabase)

const visitor = { address: '2001:db8:1::1', locale: 'sv' }
const words = { name: 'Bo Ek', email: 'bo@example.eu', message: 'Do you know a distributor in Gävle?' }
const link = async () => (await mailedLinks('bo@example.eu'))[0] ?? ''

async function someone() {
  const actor = await givenActor()
  return { actor, person: await givenPublicPerson(actor.id) }
}

test('a message leaves once its writer has confirmed the address, and shows no address but the writer’s', async () => {
  const { person } = await someone()
  await writeToPerson({ ...words, to: person.id }, visitor)
  const [first] = await db.outboxMail.findMany()
  expect(first).toMatchObject({ template: 'persons.confirm', recipient: 'bo@example.eu', locale: 'sv' })
  expect(JSON.stringify(first)).not.toContain(person.email)
  const token = await link()
  expect(await openMessage(token)).toMatchObject({ message: words.message, to: { name: 'Ada Bianchi' } })
  expect(await db.outboxMail.count({ where: { template: 'persons.relay' } })).toBe(0)
  await passOnMessage(token)
  const relayed = await db.outboxMail.findMany({ where: { template: 'persons.relay' } })
  expect(relayed).toMatchObject([
    { recipient: person.email, replyTo: 'bo@example.eu', parameters: { message: words.message } },
  ])
  // Neither a second message nor a copy of the first.
  await expect(passOnMessage(token)).rejects.toMatchObject({ code: 'gone' })
  expect(JSON.stringify(await db.mailedToken.findMany())).not.toContain('distributor')
})

test('of two presses at once one sends', async () => {
  const { person } = await someone()
  await writeToPerson({ ...words, to: person.id }, visitor)
  const token = await link()
  const presses = await Promise.allSettled([passOnMessage(token), passOnMessage(token)])
  expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('nobody can be written to who is not shown, also when that changes before the link is opened', async () => {
  const { actor, person } = await someone()
  const hidden = await givenPerson(actor.id, { name: 'Cy Nero' })
  await expect(writeToPerson({ ...words, to: hidden.id }, visitor)).rejects.toMatchObject({ code: 'gone' })
  await writeToPerson({ ...words, to: person.id }, visitor)
  const token = await link()
  await db.person.update({ where: { id: person.id }, data: { objectedAt: new Date() } })
  expect(await openMessage(token)).toBeNull()
  await expect(passOnMessage(token)).rejects.toMatchObject({ code: 'gone' })
  expect(await db.outboxMail.count({ where: { template: 'persons.relay' } })).toBe(0)
})

test('three an hour from one network, and to one address to be confirmed', async () => {
  const { person } = await someone()
  const write = (email: string, address: string) =>
    writeToPerson({ ...words, email, to: person.id }, { ...visitor, address })
  for (const host of ['a', 'b', 'c']) await write(`${host}@example.eu`, `2001:db8:7::${host}`)
  await expect(write('d@example.eu', '2001:db8:7::d')).rejects.toMatchObject({ code: 'limited' })
  for (const net of ['1', '2', '3']) await write('bo@example.eu', `2001:db8:8${net}::1`)
  await expect(write('BO@example.eu', '2001:db8:89::1')).rejects.toMatchObject({ code: 'limited' })
})

test('what would write headers, and what a program fills in, is refused at its field', () => {
  const fieldsOf = (said: object) =>
    relayFormSchema
      .safeParse({ ...words, to: '0190a000-0000-7000-8000-000000000000', ...said })
      .error?.issues.map(({ path }) => path[0])
  expect(fieldsOf({})).toBeUndefined()
  expect(fieldsOf({ email: 'bo@example.eu\r\nBcc: all@example.eu' })).toEqual(['email'])
  expect(fieldsOf({ email: 'bo@@example.eu' })).toEqual(['email'])
  expect(fieldsOf({ website: 'https://spam.example' })).toEqual(['website'])
  expect(
    relayFormSchema.parse({ ...words, to: '0190a000-0000-7000-8000-000000000000', name: 'Bo\r\nBcc: x' }).name,
  ).toBe('Bo Bcc: x')
})
