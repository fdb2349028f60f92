import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { db } from '@/platform/db'
import { sealSession } from '@/platform/session-cookie'
import { findLiveSession } from '@/platform/session-life'
import { viewerOfRequest } from '@/platform/session-request'

let userId: string
let sessionId: string

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

async function openSession(demo = false): Promise<void> {
  userId = newId()
  sessionId = newId()
  await db.user.create({
    data: { id: userId, email: `${userId}@example.eu`, name: 'Ada', demo, totpConfirmedAt: minutes(-600) },
  })
  await db.membership.create({ data: { id: newId(), userId, role: 'admin' } })
  await db.session.create({ data: { id: sessionId, userId, sessionVersion: 1, expiresAt: minutes(720) } })
}

beforeEach(() => openSession())

test('a session that was just opened has its viewer', async () => {
  const found = await findLiveSession(sessionId)
  expect(found?.viewer).toMatchObject({ userId, name: 'Ada', isAdmin: true, organisationId: null })
})

test.each([
  ['ended', () => db.session.update({ where: { id: sessionId }, data: { endedAt: new Date() } })],
  ['older than twelve hours', () => db.session.update({ where: { id: sessionId }, data: { expiresAt: minutes(-1) } })],
  ['unused for an hour', () => db.session.update({ where: { id: sessionId }, data: { seenAt: minutes(-61) } })],
  ['of a disabled user', () => db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })],
  ['of a user who ended all sessions', () => db.user.update({ where: { id: userId }, data: { sessionVersion: 2 } })],
  ['of the system', () => db.user.update({ where: { id: userId }, data: { system: true } })],
  ['of a deleted user', () => db.user.delete({ where: { id: userId } })],
])('a session %s is none at the next request', async (_, happens) => {
  await happens()
  expect(await findLiveSession(sessionId)).toBeNull()
})

test('a role that was taken is gone at the next request', async () => {
  await db.membership.deleteMany({ where: { userId } })
  expect((await findLiveSession(sessionId))?.viewer.isAdmin).toBe(false)
})

test('use is noted, at most once a minute, and keeps the session alive', async () => {
  const seenAt = async () => (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).seenAt
  const before = await seenAt()
  await findLiveSession(sessionId)
  expect(await seenAt()).toEqual(before)
  await db.session.update({ where: { id: sessionId }, data: { seenAt: minutes(-59) } })
  await findLiveSession(sessionId)
  expect((await seenAt()).getTime()).toBeGreaterThan(minutes(-1).getTime())
})

const requestWith = (headers: Record<string, string>, method = 'GET') => ({ method, headers: new Headers(headers) })

test('a program is answered as the holder of its cookie', async () => {
  const cookie = `theme=dark; atlas.session=${await sealSession(sessionId)}`
  expect((await viewerOfRequest(requestWith({ host: 'localhost:3000', cookie })))?.userId).toBe(userId)
})

test('a cookie without the __Host- prefix counts on one’s own machine only', async () => {
  const token = await sealSession(sessionId)
  const open = { host: 'atlas.example', cookie: `atlas.session=${token}` }
  expect(await viewerOfRequest(requestWith(open))).toBeNull()
  expect(await viewerOfRequest(requestWith({ ...open, host: 'localhost', 'x-forwarded-proto': 'https' }))).toBeNull()
  const bound = { host: 'atlas.example', 'x-forwarded-proto': 'https', cookie: `__Host-atlas.session=${token}` }
  expect((await viewerOfRequest(requestWith(bound)))?.userId).toBe(userId)
})

test.each([['nonsense'], ['eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c'], ['x'.repeat(3000)]])(
  'a cookie that was not sealed here is nobody’s',
  async (token) => {
    const request = requestWith({ host: 'localhost', cookie: `atlas.session=${token}` }, 'POST')
    expect(await viewerOfRequest(request)).toBeNull()
  },
)

test('another site reads as a visitor and may not write', async () => {
  const cookie = `atlas.session=${await sealSession(sessionId)}`
  const from = (origin: Record<string, string>) => ({ host: 'localhost:3107', cookie, ...origin })
  const foreign = from({ origin: 'https://example.org' })
  expect(await viewerOfRequest(requestWith(foreign))).toBeNull()
  await expect(viewerOfRequest(requestWith(foreign, 'POST'))).rejects.toMatchObject({ messageKey: 'foreignOrigin' })
  await expect(viewerOfRequest(requestWith(from({}), 'PATCH'))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(viewerOfRequest(requestWith(from({ origin: 'null' }), 'DELETE'))).rejects.toMatchObject({
    code: 'forbidden',
  })
  const own = from({ origin: 'http://localhost:3107' })
  expect((await viewerOfRequest(requestWith(own, 'POST')))?.userId).toBe(userId)
})
