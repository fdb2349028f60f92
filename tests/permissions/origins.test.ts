// Every write asks where it comes from: a page of another site writes nothing, whoever is signed in beside it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { db } from '@/platform/db'
import { findDoors } from './found-doors'
import { forgeKey } from './keyring'
import { newAddress } from './knock'
import { type RunningServer, startServer } from './server'
import { makeWorld, type World } from './world'

let server: RunningServer
let world: World
beforeAll(async () => {
  world = await makeWorld()
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

const foreign = (): (string | null)[] => {
  const own = new URL(server.address)
  return [
    ...[null, 'null', 'https://evil.example', `${own.origin}.evil.example`, `http://evil.example#${own.host}`],
    ...[`https://${own.host}`, `${own.protocol}//${own.hostname}:1`, ''],
  ]
}

const send = async (path: string, method: string, headers: Record<string, string>, origin: string | null) =>
  (
    await fetch(`${server.address}${path}`, {
      ...{ method, redirect: 'manual' },
      headers: {
        ...(await forgeKey('A', world)),
        ...{ ...headers, 'x-forwarded-for': newAddress(), 'x-forwarded-host': 'evil.example' },
        ...(origin !== null && { origin }),
      },
      ...(method !== 'DELETE' && { body: headers['content-type'] === undefined ? new FormData() : '{}' }),
    })
  ).status

// A mail program that stops a digest has no page of ours: the token in the address is the right.
const withoutSession = new Set(['route POST /api/mail/stop/:token'])

test('no action runs for a page of another site', { timeout: 300_000 }, async () => {
  const before = await db.auditEntry.count()
  const actions = findDoors().filter((door) => door.startsWith('action '))
  const passed: string[] = []
  for (const door of actions) {
    const { id, page } = server.actionId(door)
    const path = page.replace('[locale]', 'it').replace(/\[[^\]]+\]/g, 'x')
    for (const origin of foreign())
      if ((await send(path, 'POST', { 'next-action': id }, origin)) !== 403) passed.push(`${door} from ${origin}`)
  }
  expect(actions.length).toBeGreaterThan(20)
  expect(passed).toEqual([])
  expect(await db.auditEntry.count()).toBe(before)
})

test('no door for programs writes with a session from another site', { timeout: 300_000 }, async () => {
  const writes = findDoors().filter(
    (door) => /^route (POST|PUT|PATCH|DELETE) /.test(door) && !door.includes('/api/auth/') && !withoutSession.has(door),
  )
  const passed: string[] = []
  for (const door of writes) {
    const [, verb = '', pattern = ''] = door.split(' ')
    const path = pattern.replace(':form', 'actor').replace(/:\w+/g, newId())
    for (const origin of foreign()) {
      const status = await send(path, verb, { 'content-type': 'application/json', 'if-match': '"1"' }, origin)
      if (status !== 403) passed.push(`${door} from ${origin}: ${status}`)
    }
  }
  expect(writes.length).toBeGreaterThan(8)
  expect(passed).toEqual([])
})

test('signing in by program needs the token of next-auth, from another site not even that helps', async () => {
  for (const origin of foreign().filter((from) => from !== null))
    expect(await send('/api/auth/callback/credentials', 'POST', {}, origin), String(origin)).toBe(403)
  const answer = await fetch(`${server.address}/api/auth/callback/credentials`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ email: 'a@example.eu', password: 'x' }) },
  })
  expect(answer.headers.get('location') ?? '').not.toContain('/desk')
  expect(answer.headers.getSetCookie().some((cookie) => cookie.includes('atlas.session='))).toBe(false)
})
