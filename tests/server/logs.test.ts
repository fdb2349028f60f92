// What the server and the worker write while somebody signs in, writes, suggests, asks and is erased: at the loudest level,
// on both streams, with what people write in forms, queries and headers, and with faults of ours in between.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenPublicPerson } from '../builders/person'
import { asOwner } from '../database'
import { linkOf } from '../letter'
import { openMailServer, type TakenLetter } from '../mail-server'
import type { Knocker, Sent } from '../permissions/door'
import { callForged } from '../permissions/forged-calls'
import { knock, newAddress } from '../permissions/knock'
import { type RunningServer, startServer } from '../permissions/server'
import { makeWorld, type World } from '../permissions/world'
import { rawly } from './raw'
import { fold } from '@/core/fold'
import { newId } from '@/core/id'
import { db } from '@/platform/db'
import { stampForm } from '@/platform/form-time'

const zoe = {
  name: 'Żofia Kanarińska',
  email: 'zofia.kanarinska@example.eu',
  phone: '+39 0522 77 88 99',
  password: 'kanarek zielony lata nisko',
  text: 'Wrote about her illness',
}
const spellings = [
  ...Object.values(zoe),
  ...[zoe.name, zoe.text, zoe.password, zoe.email].map(encodeURIComponent),
  ...[fold(zoe.name), zoe.phone.replaceAll(' ', ''), 'Kanarińska', 'kanarinska', 'kanarek', 'illness'],
]

let output = ''
const letters: TakenLetter[] = []
let world: World
let server: RunningServer
let mails: Awaited<ReturnType<typeof openMailServer>>
let refusing: Awaited<ReturnType<typeof openMailServer>>

const listen = (bytes: Buffer) => void (output += bytes.toString())

beforeAll(async () => {
  world = await makeWorld()
  mails = await openMailServer((letter) => letters.push(letter))
  refusing = await openMailServer(() => undefined, { reader: 550 })
  server = await startServer({
    onOutput: listen,
    env: {
      LOG_LEVEL: 'trace',
      JOBS: 'inline',
      SMTP_URL: mails.url,
      MAIL_FROM: 'Atlas <atlas@example.eu>',
      // A sign-in service that never answers.
      ...{ OIDC_ISSUER: 'http://localhost:1', OIDC_CLIENT_ID: 'atlas', OIDC_CLIENT_SECRET: 'a secret of the two' },
    },
  })
}, 300_000)
afterAll(async () => {
  await server?.stop()
  await Promise.all([mails?.close(), refusing?.close()])
})

const open = { may: '0XKWRECA' } as const
const deed = (name: string, sends: Sent, who: Knocker = '0') =>
  knock({ door: `action ${name}`, ...open, sends: () => sends }, who, { server, world })
const read = (path: string, who: Knocker = '0') =>
  knock({ door: 'route GET x', ...open, at: () => path }, who, { server, world })
const post = (path: string, sends: Sent, who: Knocker) =>
  knock({ door: 'route POST x', ...open, at: () => path, sends: () => sends }, who, { server, world })

/** The token of the mail that leads to this page. */
async function mailedTo(page: string): Promise<string> {
  const link = () => letters.map(linkOf).find((address) => address.includes(`/it/${page}/`))
  await expect.poll(link, { timeout: 20_000 }).toBeDefined()
  return link()?.split('/').at(-1) ?? ''
}

const tokens: string[] = []
/** The lines that hold a word of a person, or a key. */
const told = () => {
  const words = [...spellings, ...tokens].map((word) => word.toLowerCase())
  return output.split('\n').filter((line) => words.some((word) => line.toLowerCase().includes(word)))
}

test(
  'signing in, writing, suggesting, asking and being erased leave no word of a person',
  { timeout: 180_000 },
  async () => {
    const actor = world.actors.own.public
    await db.user.create({ data: { id: newId(), email: zoe.email, name: zoe.name } })
    await deed('accounts/account.actions#signInHere', { email: zoe.email, password: zoe.password })
    await deed('accounts/link.actions#askLinkHere', { kind: 'sign-in', email: zoe.email })
    const entry = await mailedTo('sign-in/link')
    await read(`/it/sign-in/link/${entry}`)
    await deed('accounts/link.actions#signInByLinkHere', { token: entry })

    const person = { ...{ name: zoe.name, email: zoe.email, phone: zoe.phone, source: zoe.text }, locale: 'it' }
    const kept = { ...person, legalBasis: 'consent', retainUntil: '2027-06-01', actorId: actor.id }
    expect(await deed('persons/person.actions#sendPersonForm', kept, 'E')).toMatchObject({ outcome: 'passed' })
    const { id: to } = await givenPublicPerson(actor.id, { name: zoe.name, email: zoe.email, phone: zoe.phone })
    await deed('persons/relay.actions#sendRelayForm', { to, name: zoe.name, email: zoe.email, message: zoe.text })
    const message = await mailedTo('message')
    await read(`/it/message/${message}`)
    expect(await deed('persons/relay.actions#passOnHere', { token: message })).toMatchObject({ outcome: 'passed' })

    const stamp = stampForm(actor.id)
    await new Promise((done) => setTimeout(done, 2100))
    const suggested = {
      kind: 'actor',
      id: actor.id,
      version: actor.version,
      stamp,
      message: zoe.text,
      email: zoe.email,
    }
    await deed('curation/suggestion.actions#sendSuggestion', suggested)
    const suggestion = await mailedTo('suggestions')
    await read(`/it/suggestions/${suggestion}`)
    await deed('curation/suggestion.actions#confirmSuggestionHere', { token: suggestion })

    const asked = { kind: 'erasure', name: zoe.name, email: zoe.email, message: zoe.text }
    const territoryId = world.territoryOf.own?.id ?? ''
    await deed('privacy/data-request.actions#sendDataRequest', { ...asked, territoryId })
    const request = await mailedTo('privacy/request')
    await read(`/it/privacy/request/${request}`)
    await deed('privacy/data-request.actions#confirmRequestHere', { token: request })
    await deed('privacy/own-data.actions#askForOwnPageHere', { email: zoe.email })
    const own = await mailedTo('privacy/own')
    await read(`/it/privacy/own/${own}`)
    await deed('privacy/own-data.actions#objectHere', { token: own, personId: to })
    const filed = await db.dataRequest.findFirstOrThrow({ where: { email: zoe.email, state: 'open' } })
    await read(`/it/desk/privacy/${filed.id}`, 'C')
    expect(await deed('privacy/data-request.actions#eraseForRequestHere', { id: filed.id }, 'C')).toMatchObject({
      outcome: 'passed',
    })
    expect(await db.person.count({ where: { name: zoe.name } })).toBe(0)
    tokens.push(entry, message, suggestion, request, own)
    expect(tokens.every((token) => token.length >= 22)).toBe(true)
    expect(told()).toEqual([])
  },
)

test('bad input is not repeated', { timeout: 120_000 }, async () => {
  const q = encodeURIComponent(`${zoe.name} ${zoe.email}`)
  for (const path of [
    ...[`/it/nothing?q=${q}`, `/it/actors?q=${q}&country=${q}&sort=${q}`, `/it/map?actor=${q}&bbox=${q}`],
    ...[`/it/${q}`, `/it/actors/${q}`, `/it/message/${q}`, `/api/v1/actors/${q}`, `/api/nothing/${q}`],
    ...[
      `/api/v1/actors?limit=${q}&x=${q}`,
      `/api/map/actors?bbox=${q}&zoom=${q}`,
      `/api/verification.csv?curator=${q}`,
    ],
    ...[`/api/suggest/actors?q=${q}%00`, `/it/actors?q=%00${q}`, `/it/actors/%ff${q}`, `/it/about?${q.repeat(120)}`],
    ...[`/api/auth/signin/oidc?callbackUrl=${q}`, `/api/auth/error?error=${q}`, `/api/auth/${q}`],
    ...[
      `/api/auth/callback/oidc?error=access_denied&error_description=${q}&state=${q}`,
      `/api/auth/callback/oidc?code=${q}`,
    ],
  ])
    for (const who of ['0', 'E'] as const) await read(path, who)
  const csrf = await fetch(`${server.address}/api/auth/csrf`)
  const cookie = csrf.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
  const { csrfToken } = JSON.parse(await csrf.text())
  for (const provider of ['oidc', 'credentials', zoe.name])
    await fetch(`${server.address}/api/auth/signin/${encodeURIComponent(provider)}`, {
      method: 'POST',
      headers: { cookie, origin: server.address, 'x-forwarded-for': newAddress() },
      body: new URLSearchParams({ csrfToken, callbackUrl: `//evil/${zoe.email}`, email: zoe.email }),
      redirect: 'manual',
    })

  const fields = { name: zoe.name, email: `${zoe.email}@`, phone: zoe.email, message: zoe.text, password: zoe.password }
  for (const action of [
    'persons/person.actions#sendPersonForm',
    'persons/relay.actions#sendRelayForm',
    'curation/suggestion.actions#sendSuggestion',
    'privacy/data-request.actions#sendDataRequest',
    'accounts/account.actions#signInHere',
    'actors/actor.actions#sendActorForm',
  ])
    for (const bad of [fields, { ...fields, id: zoe.email, actorId: zoe.name }, { [zoe.name]: `${zoe.text}\0` }])
      for (const who of ['0', 'E'] as const) await deed(action, bad, who)
  for (const body of [`[{"turn":"${zoe.email}"},"$K1"]`, `{"${zoe.name}":`, `["${zoe.email}"]`, zoe.text])
    await callForged('action persons/person.actions#sendPersonForm', 'E', body, { server, world })

  const party = { name: zoe.email, kind: zoe.name }
  const wrong: Sent[] = [{ name: zoe.name, [zoe.email]: zoe.text }, { parties: [party] }]
  for (const path of ['/api/v1/actors', '/api/v1/relations', '/api/drafts', '/api/contacts'])
    for (const sends of wrong) for (const who of ['W', 'C'] as const) await post(path, sends, who)
  const headers = { 'x-forwarded-for': newAddress(), origin: server.address, 'content-type': 'application/json' }
  await fetch(`${server.address}/api/v1/actors`, { method: 'POST', headers, body: `{"name":"${zoe.name}",` })
  await fetch(`${server.address}/it/sign-in`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x', 'next-action': 'f'.repeat(42) },
    body: `--x\r\nContent-Disposition: form-data; name="${zoe.email}"\r\n\r\n${zoe.text}`,
  })
  for (const sent of [
    `GET /it/about?${zoe.email} HTTP/1.1\r\nHost: ${zoe.email}\r\n\r\n`,
    `GET ${zoe.email} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: ${zoe.email}\r\nReferer: ${zoe.email}\r\n\r\n`,
    `${zoe.email} / HTTP/1.1\r\n\r\n`,
  ])
    await rawly(server.address, sent)
  expect(told()).toEqual([])
})

test('a fault of ours is told without what it happened to', { timeout: 60_000 }, async () => {
  const broken = ['person', 'data_request', 'outbox_mail', 'actor_name']
  for (const table of broken) await asOwner(`ALTER TABLE ${table} ADD CONSTRAINT planted CHECK (false) NOT VALID`)
  const kept = { name: zoe.name, email: zoe.email, phone: zoe.phone, source: zoe.text, locale: 'it' }
  const actorId = world.actors.own.public.id
  const person = { ...kept, legalBasis: 'consent', retainUntil: '2027-06-01', actorId }
  const asked = { kind: 'erasure', name: zoe.name, email: zoe.email, message: zoe.text }
  const faults = [
    await deed('persons/person.actions#sendPersonForm', person, 'C'),
    await deed('privacy/data-request.actions#sendDataRequest', asked),
    await deed('accounts/link.actions#askLinkHere', { kind: 'reset', email: zoe.email }),
    await post('/api/v1/actors', { name: zoe.name, kind: 'university', country: 'IT' }, 'W'),
  ]
  for (const table of broken) await asOwner(`ALTER TABLE ${table} DROP CONSTRAINT planted`)
  await asOwner('ALTER TABLE actor_name RENAME COLUMN folded TO gone')
  for (const path of ['/it/actors', '/api/v1/actors', '/api/suggest/actors'])
    faults.push(await read(`${path}?q=${encodeURIComponent(zoe.name)}`, 'C'))
  await asOwner('ALTER TABLE actor_name RENAME COLUMN gone TO folded')
  expect(faults.filter(({ outcome }) => outcome === 'status 500').length).toBeGreaterThan(3)
  // What is needed to mend it is there.
  expect(output).toMatch(/"code":"23514".*planted/)
  expect(output).toMatch(/"code":"42703".*folded.* does not exist/)
  expect(told()).toEqual([])
})

test('a mail that is refused is told without its reader', { timeout: 60_000 }, async () => {
  const worker = spawn(process.execPath, ['.build-e2e/worker.mjs'], {
    env: { ...process.env, LOG_LEVEL: 'trace', SMTP_URL: refusing.url, MAIL_FROM: 'Atlas <atlas@example.eu>' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [worker.stdout, worker.stderr]) stream?.on('data', listen)
  await server.stop()
  const mail = { id: newId(), template: 'privacy.own', recipient: zoe.email, locale: 'it' }
  await db.outboxMail.create({ data: { ...mail, parameters: { name: zoe.name } } })
  await asOwner("SELECT pg_notify('atlas_jobs', 'outbox')")
  await expect.poll(() => output, { timeout: 40_000 }).toMatch(/mail not (sent|written)/)
  worker.kill('SIGTERM')
  await once(worker, 'exit')
  expect(told()).toEqual([])
})
