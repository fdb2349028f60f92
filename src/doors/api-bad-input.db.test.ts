import { beforeAll, expect, test } from 'vitest'
import { type ApiStage, actorBody, codesOf, givenKeys, ifMatch, send as sendAs, type Sent } from '@tests/builders/api'
import { newId } from '@/core/id'
import { db } from '@/platform/db'

let stage: ApiStage
beforeAll(async () => {
  stage = await givenKeys()
})

/** Sends with the write key unless told otherwise. */
const send = (method: string, path: string, sent: Sent = {}) => sendAs(method, path, { key: stage.keys.write, ...sent })

test('every field that cannot be written is named, and nothing is stored', async () => {
  const id = (await send('POST', '/actors', { body: actorBody() })).body.data?.id ?? ''
  const forged = {
    id: newId(),
    status: 'published',
    version: 9,
    role: 'admin',
    createdBy: newId(),
    territoryId: newId(),
  }
  const patched = await send('PATCH', `/actors/${id}`, { headers: ifMatch(1), body: { ...forged, city: 'Parma' } })
  expect(patched.status).toBe(422)
  expect(codesOf(patched)).toEqual(Object.fromEntries(Object.keys(forged).map((name) => [name, 'unknownField'])))
  for (const { message } of patched.body.errors ?? []) expect(message).toMatch(/^There is no such field/)
  const { territoryId: _, ...born } = forged
  expect(codesOf(await send('POST', '/actors', { body: { ...actorBody(), ...born } }))).toEqual(
    Object.fromEntries(Object.keys(born).map((name) => [name, 'unknownField'])),
  )
  expect((await send('GET', `/actors/${id}`)).body.data).toMatchObject({ version: 1, status: 'draft' })
})

test('nonsense in a body is refused by name, never a fault of ours', async () => {
  const text = (more: string) => `${JSON.stringify(actorBody()).slice(0, -1)},${more}}`
  const cases: [number, string | undefined, Record<string, string>?, Record<string, string>?][] = [
    [422, text('"parentId":{"gt":0}'), { parentId: 'unknown' }],
    [422, text('"city":["Parma"]'), { city: 'generic' }],
    [422, text('"tags":"a"'), { tags: 'generic' }],
    [422, text('"city":{"$ne":null}'), { city: 'generic' }],
    [422, text('"kind":"enterprise"'), { kind: 'duplicateKey' }],
    [422, text('"__proto__":{"isAdmin":true}'), { ['__proto__']: 'unknownField' }],
    [422, text('"constructor":{"prototype":1}'), { constructor: 'unknownField' }],
    [422, text('"city":"a\\u0000b"'), { city: 'notText' }],
    [422, text('"city":"\\ud800"'), { city: 'notText' }],
    [422, text('"longitude":1e999,"latitude":1'), { longitude: 'badNumber' }],
    [422, text('"longitude":"NaN","latitude":1'), { longitude: 'badNumber' }],
    [422, text('"longitude":12,"latitude":90.0001'), { latitude: 'latitudeRange' }],
    [422, text('"longitude":12'), { latitude: 'halfPoint' }],
    [422, text('"email":"a@b@c.eu"'), { email: 'badEmail' }],
    [422, text('"website":"javascript:alert(1)"'), { website: 'badLink' }],
    [422, text('"territoryId":{"gt":0}'), { territoryId: 'unknown' }],
    [422, text(`"city":"${'x'.repeat(900_000)}"`), { city: 'tooLong' }],
    [422, '{}'],
    [400, '{', {}],
    [400, '[]', {}],
    [400, '"x"', {}],
    [400, '', {}],
    [400, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, {}],
    [413, `"${'x'.repeat(1_000_001)}"`, {}],
    [415, '{}', {}, { 'content-type': 'text/plain' }],
    [415, '{}', {}, { 'content-type': 'application/json; charset=utf-16' }],
    [415, '{}', {}, { 'content-type': 'application/x-www-form-urlencoded' }],
    [415, '{}', {}, { 'content-encoding': 'gzip' }],
  ]
  const before = await db.actor.count()
  for (const [status, sent, fields, headers = {}] of cases) {
    const answer = await send('POST', '/actors', { text: sent, headers })
    const label = `${String(sent).slice(-60)} ${JSON.stringify(headers)}`
    expect(answer.status, label).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    if (fields !== undefined) expect(Object.entries(codesOf(answer)), label).toEqual(Object.entries(fields))
  }
  expect(await db.actor.count()).toBe(before)
})
