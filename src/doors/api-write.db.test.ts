import { beforeAll, expect, test } from 'vitest'
import {
  type ApiStage,
  actorBody,
  givenKeys,
  ifMatch,
  relationBody,
  send as sendAs,
  type Sent,
} from '@tests/builders/api'
import { givenActor } from '@tests/builders/actor'
import { givenPublishedPractice, text } from '@tests/builders/practice'
import { givenRelation } from '@tests/builders/relation'
import { givenViewer } from '@tests/builders/viewer'
import { newId } from '@/core/id'
import { publishActor, submitActor } from '@/modules/actors/actor.commands'
import { db } from '@/platform/db'
import { sealSession } from '@/platform/session-cookie'

let stage: ApiStage
beforeAll(async () => {
  stage = await givenKeys()
})

/** Sends with the write key unless told otherwise. */
const send = (method: string, path: string, sent: Sent = {}) => sendAs(method, path, { key: stage.keys.write, ...sent })

async function givenDraft() {
  const { body } = await send('POST', '/actors', { body: actorBody() })
  return body.data?.id ?? ''
}

test.each(['actors', 'relations'] as const)(
  '%s: made as a draft, changed, submitted by key; audited with it',
  async (kind) => {
    const made = await send('POST', `/${kind}`, { body: kind === 'actors' ? actorBody() : relationBody() })
    expect(made.status).toBe(201)
    const id = made.body.data?.id ?? ''
    expect(made.headers.get('location')).toBe(`/api/v1/${kind}/${id}`)
    expect(made.headers.get('etag')).toBe('"1"')
    const patched = await send('PATCH', `/${kind}/${id}`, {
      headers: ifMatch(1),
      body: { description: { original: 'it', texts: { it: { value: 'Pompe e valvole' } } } },
    })
    expect([patched.status, patched.headers.get('etag')]).toEqual([200, '"2"'])
    const read = await send('GET', `/${kind}/${id}`)
    expect(read.body.data).toMatchObject({ status: 'draft', version: 2, territory: { id: stage.territoryId } })
    expect((await send('POST', `/${kind}/${id}/publish`, { headers: ifMatch(2) })).status).toBe(403)
    expect((await send('POST', `/${kind}/${id}/submit`, { headers: ifMatch(2) })).status).toBe(200)
    expect((await send('DELETE', `/${kind}/${id}`, { headers: ifMatch(3) })).status).toBe(403)
    const entries = await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['create', 'change', 'submit'])
    for (const entry of entries) expect(entry).toMatchObject({ userId: stage.coordinator.userId })
    expect(new Set(entries.map(({ apiKeyId }) => apiKeyId)).size).toBe(1)
    expect(entries[0]?.apiKeyId).toMatch(/^[0-9a-f-]{36}$/)
  },
)

test('what is published a key does not change, nor read what only partners see', async () => {
  const id = await givenDraft()
  await submitActor(stage.coordinator, { id, version: 1 })
  await publishActor(stage.coordinator, { id, version: 2 })
  expect((await send('PATCH', `/actors/${id}`, { headers: ifMatch(3), body: { city: 'Parma' } })).status).toBe(403)
  await db.actor.update({ where: { id }, data: { visibility: 'partners' } })
  expect((await send('GET', `/actors/${id}`, { key: stage.keys.read })).status).toBe(404)
  expect((await send('GET', `/actors/${id}`, { key: stage.keys.other })).status).toBe(404)
})

/** Sends as somebody signed in on a page of ours. */
async function asMember(role: 'editor' | 'coordinator') {
  const { userId } = await givenViewer(role, { territoryId: stage.territoryId })
  return sendAsUser(userId)
}

async function sendAsUser(userId: string) {
  // Without two-factor a coordinator had no rights yet.
  await db.user.update({ where: { id: userId }, data: { totpConfirmedAt: new Date() } })
  const { id } = await db.session.create({
    data: { id: newId(), userId, sessionVersion: 1, expiresAt: new Date(Date.now() + 60_000) },
  })
  const cookie = `atlas.session=${await sealSession(id)}`
  return (method: string, path: string, sent: Sent = {}, from: string | null = 'http://localhost:3000') =>
    send(method, path, {
      ...{ ...sent, key: null },
      headers: { cookie, ...(from !== null && { origin: from }), ...sent.headers },
    })
}

const end = (country: string) => ({ country, placeName: country, role: 'partner' as const })

const published = {
  actors: async () => (await givenActor({}, stage.territoryId)).id,
  relations: async () => (await givenRelation({ parties: [end('IT'), end('ZA')] }, stage.territoryId)).id,
  practices: async () => (await givenPublishedPractice({ inChargeId: (await givenActor()).id }, stage.territoryId)).id,
}

test.each([
  ['actors', 'description', 'offers'],
  ['relations', 'description', 'title'],
  ['practices', 'resources', 'challenges'],
] as const)(
  '%s: what an editor changes of a published record waits, one change with the next; a coordinator changes it at once',
  async (kind, one, other) => {
    const [editor, coordinator] = [await asMember('editor'), await asMember('coordinator')]
    const recordId = await published[kind]()
    const path = `/${kind}/${recordId}`
    const [first, second] = [{ [one]: text('Pompe e valvole') }, { [other]: text('Due persone') }]
    const waiting = () => db.revision.findMany({ where: { recordId, state: 'pending' } })
    const before = await send('GET', path, { key: null })

    for (const body of [first, second]) {
      const { status, headers, body: told } = await editor('PATCH', path, { body, headers: ifMatch(1) })
      expect([status, headers.get('etag'), told.data]).toMatchObject([202, '"1"', { id: recordId, version: 1 }])
    }
    expect((await send('GET', path, { key: null })).body).toEqual(before.body)
    expect(await waiting()).toMatchObject([{ action: 'propose', baseVersion: 1, after: { ...first, ...second } }])

    // Somebody changed the record meanwhile: what is proposed next rests on that.
    const moved = await coordinator('PATCH', path, { body: { fictitious: true }, headers: ifMatch(1) })
    expect([moved.status, moved.headers.get('etag')]).toEqual([200, '"2"'])
    const again = { [other]: text('Tre persone') }
    expect((await editor('PATCH', path, { body: again, headers: ifMatch(1) })).status).toBe(412)
    expect((await editor('PATCH', path, { body: again, headers: ifMatch(2) })).status).toBe(202)
    expect(await waiting()).toMatchObject([{ baseVersion: 2, after: { fictitious: true, ...first, ...again } }])

    expect((await editor('PATCH', path, { body: { colour: 'red' }, headers: ifMatch(2) })).status).toBe(422)
    expect((await send('PATCH', path, { body: first, headers: ifMatch(2) })).status).toBe(403)
    expect(await waiting()).toHaveLength(1)
    // What is as it stands needs nobody's answer.
    const back = await editor('PATCH', path, { body: { [one]: null, [other]: null }, headers: ifMatch(2) })
    expect([back.status, await waiting()]).toEqual([200, []])
  },
)

test('a record that may not be seen answers every deed like one that does not exist', async () => {
  const id = await givenDraft()
  for (const key of [stage.keys.read, stage.keys.other, null])
    for (const [method, path, sent] of [
      ['GET', `/actors/ID`, {}],
      ['PATCH', `/actors/ID`, { body: { city: 'Parma' }, headers: ifMatch(1) }],
      ['PATCH', `/actors/ID`, { body: { city: 'Parma' } }],
      ['DELETE', `/actors/ID`, { headers: ifMatch(9) }],
      ['POST', `/actors/ID/submit`, { headers: ifMatch(1) }],
    ] as const) {
      const there = await send(method, path.replace('ID', id), { ...sent, key })
      const nowhere = await send(method, path.replace('ID', newId()), { ...sent, key })
      expect([there.status, there.body], `${method} ${path} ${key}`).toEqual([404, nowhere.body])
    }
  expect((await send('POST', '/actors', { key: stage.keys.read, body: actorBody() })).status).toBe(403)
  expect((await send('POST', '/actors', { key: null, body: actorBody() })).status).toBe(401)
  expect(
    (await send('POST', '/actors', { key: stage.keys.other, body: { ...actorBody(), territoryId: stage.territoryId } }))
      .status,
  ).toBe(403)
})

test('a key that is malformed or opens nothing is 401 on every verb, never taken for a visitor', async () => {
  for (const authorization of [
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Basic YTpi',
    `bearer ${'x'.repeat(5000)}`,
    'Bearer \u00e9',
    'x',
  ])
    for (const [method, path] of [
      ['GET', '/actors'],
      ['GET', `/territories/${newId()}`],
      ['POST', '/actors'],
      ['DELETE', `/relations/${newId()}`],
    ] as const) {
      const { status, headers } = await send(method, path, { key: null, headers: { authorization } })
      expect(status, `${method} ${path} ${authorization}`).toBe(401)
      expect(headers.get('www-authenticate')).toBe('Bearer realm="atlas", error="invalid_token"')
      expect(headers.get('content-type')).toBe('application/problem+json')
    }
})

test('a change names the version it saw: none 428, an old one 412 with the present', async () => {
  const id = await givenDraft()
  const path = `/actors/${id}`
  expect((await send('PATCH', path, { body: { city: 'Parma' } })).status).toBe(428)
  expect((await send('PATCH', path, { body: { city: 'Parma' }, headers: ifMatch(1) })).status).toBe(200)
  for (const tag of ['"1"', '*', 'W/"2"', '2', '""', '"2", "3"', 'x'.repeat(500), '"99999999999"']) {
    const stale = await send('PATCH', path, { body: { city: 'Modena' }, headers: { 'if-match': tag } })
    expect((await send('DELETE', path, { headers: { 'if-match': tag } })).status, tag).toBe(403)
    expect([stale.status, stale.headers.get('etag'), stale.body.version], tag).toEqual([412, '"2"', 2])
  }
  const races = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      send('PATCH', path, { body: { city: `Città ${index}` }, headers: ifMatch(2) }),
    ),
  )
  expect(races.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 412)])
})

test('the same POST with the same key happens once', async () => {
  const headers = { 'idempotency-key': newId() }
  const body = actorBody()
  const [first, second] = [
    await send('POST', '/actors', { body, headers }),
    await send('POST', '/actors', { body, headers }),
  ]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect((await send('POST', '/actors', { body: actorBody(), headers })).status).toBe(422)
  // Somebody else's key of the same letters is another one.
  expect((await send('POST', '/actors', { key: stage.keys.other, body, headers })).status).toBe(201)
  expect((await send('POST', '/actors', { body, headers: { 'idempotency-key': 'a b' } })).status).toBe(400)

  const once = { 'idempotency-key': newId() }
  const many = await Promise.all(Array.from({ length: 6 }, () => send('POST', '/actors', { body, headers: once })))
  const made = many.filter(({ status }) => status === 201)
  expect(new Set(made.map(({ body: { data } }) => data?.id)).size).toBe(1)
  expect(many.every(({ status }) => status === 201 || status === 409)).toBe(true)
  await db.idempotencyKey.updateMany({ where: { key: once['idempotency-key'] }, data: { createdAt: new Date(0) } })
  const later = await send('POST', '/actors', { body, headers: once })
  expect(later.status).toBe(201)
  expect(later.body.data?.id).not.toBe(made[0]?.body.data?.id)
})

test('what was refused may be sent again with the same key', async () => {
  const headers = { 'idempotency-key': newId() }
  expect((await send('POST', '/actors', { body: { ...actorBody(), parentId: newId() }, headers })).status).toBe(422)
  expect((await send('POST', '/actors', { body: actorBody(), headers })).status).toBe(201)
})

test('a session writes only from a page of ours; its coordinator publishes and archives', async () => {
  const bySession = await sendAsUser(stage.coordinator.userId)
  for (const from of [null, 'null', 'https://evil.example', 'http://localhost:3000.evil.example'])
    expect((await bySession('POST', '/actors', { body: actorBody() }, from)).status, String(from)).toBe(403)
  const made = await bySession('POST', '/actors', { body: actorBody() })
  expect(made.status).toBe(201)
  const path = `/actors/${made.body.data?.id}`
  for (const tag of ['*', '"0"', 'W/"1"'])
    expect((await bySession('DELETE', path, { headers: { 'if-match': tag } })).status, tag).toBe(412)
  expect((await bySession('POST', `${path}/publish`, { headers: ifMatch(1) })).status).toBe(200)
  expect((await send('GET', path, { key: null })).headers.get('etag')).toBe('"2"')
  expect((await bySession('DELETE', path, { headers: ifMatch(1) })).status).toBe(412)
  expect((await bySession('DELETE', path, { headers: ifMatch(2) })).status).toBe(204)
  expect((await send('GET', path, { key: null })).status).toBe(410)
})
