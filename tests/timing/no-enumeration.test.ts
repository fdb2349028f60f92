// Whoever signs in, or asks for a link, learns nothing of who has an account: not from the answer, not from its time.
// `npm run test:timing` does it 200 + 200 times; `npm test` fewer. SIGN_INS says how often.
import { median } from 'simple-statistics'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '@/core/id'
import { db } from '@/platform/db'
import { hashPassword } from '@/platform/password'
import { type RunningServer, startServer } from '../permissions/server'
import { mannWhitney } from './mann-whitney'

const times = Number(process.env.SIGN_INS ?? 200)
// A busy machine, or chance (p ≤ 0.01 once in a hundred), may set two sound samples apart: then as many tries are added,
// and all of them are compared. What truly lies apart only shows the clearer.
const attempts = 4

let server: RunningServer
let csrf: { token: string; cookie: string }

beforeAll(async () => {
  server = await startServer()
  const response = await fetch(`${server.address}/api/auth/csrf`)
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await response.json())
  csrf = {
    token: csrfToken,
    cookie: response.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; '),
  }
}, 300_000)
afterAll(() => server?.stop())

const newEmail = () => `${newId()}@example.eu`

/** Accounts with a password, one for each try, so that no limit of an account is met. */
async function givenAccounts(count: number): Promise<string[]> {
  const passwordHash = await hashPassword('träd i blåst över Gävle')
  const users = Array.from({ length: count }, () => ({ id: newId(), email: newEmail(), name: 'Ada', passwordHash }))
  await db.user.createMany({ data: users })
  return users.map(({ email }) => email)
}

let visitors = 0
/** Every try comes from a network of its own (RFC 3849): the limits of one address are raised by not being met. */
const from = () => ({ 'x-forwarded-for': `2001:db8:${(++visitors).toString(16)}::1`, origin: server.address })

type Send = (email: string) => Promise<Response>

const signIn: Send = (email) =>
  fetch(`${server.address}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { ...from(), cookie: csrf.cookie },
    body: new URLSearchParams({ csrfToken: csrf.token, email, password: 'not this one', json: 'true' }),
  })

const callAction = (door: string, fields: Record<string, string>): Promise<Response> => {
  const { id } = server.actionId(door)
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
  body.append('0', JSON.stringify([{ turn: 0, values: {}, problems: [], refusal: null }, '$K1']))
  const headers = { ...from(), 'next-action': id, accept: 'text/x-component' }
  return fetch(`${server.address}/en/sign-in`, { method: 'POST', headers, body })
}

const signInForm: Send = (email) =>
  callAction('action accounts/account.actions#signInHere', { email, password: 'not this one' })
const askReset: Send = (email) => callAction('action accounts/link.actions#askLinkHere', { kind: 'reset', email })
const askLink: Send = (email) => callAction('action accounts/link.actions#askLinkHere', { kind: 'sign-in', email })

/** What comes back without what differs from answer to answer anyway: ids, nonces, the hour, the address typed. */
async function bytesOf(response: Response, email: string): Promise<string> {
  const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id', 'set-cookie'].includes(name))
  return `${response.status} ${JSON.stringify(headers)}\n${await response.text()}`
    .replaceAll(email, 'EMAIL')
    .replaceAll(encodeURIComponent(email), 'EMAIL')
    .replace(/nonce(-|=\\?"|":\\?")[\w+/=-]+/g, 'NONCE')
    .replace(/[\w-]{21}(?=[hmv]?\\?")/g, 'ID')
}

/** Numbers below 1 that are the same for the same seed (mulberry32). */
function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Where two kinds of answer part, with what stands around it; null where there is one kind only. */
function partingOf([one = '', other]: readonly string[]): string[] | null {
  if (other === undefined) return null
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return [one, other].map((bytes) => bytes.slice(Math.max(0, at - 60), at + 60))
}

type Taken = Record<'known' | 'unknown', number[]>

async function measure(send: Send, seed: number, taken: Taken) {
  const next = numbersFrom(seed)
  const known = (await givenAccounts(times)).map((email) => ({ email, isKnown: true }))
  const unknown = Array.from({ length: times }, () => ({ email: newEmail(), isKnown: false }))
  const tries = [...known, ...unknown].map((one) => ({ ...one, place: next() })).sort((a, b) => a.place - b.place)
  const answers = new Set<string>()
  for (const { email, isKnown } of tries) {
    const since = performance.now()
    const response = await send(email)
    const bytes = await bytesOf(response, email)
    taken[isKnown ? 'known' : 'unknown'].push(performance.now() - since)
    answers.add(bytes)
  }
  const medians = { known: median(taken.known), unknown: median(taken.unknown) }
  return { answers, medians, p: mannWhitney(taken.known, taken.unknown) }
}

test.each([
  ['sign-in by program', signIn],
  ['sign-in by the form', signInForm],
  ['asking for a new password', askReset],
  ['asking for a link to sign in', askLink],
])('%s tells nothing of who has an account', { timeout: 600_000 }, async (name, send) => {
  for (let warmUp = 0; warmUp < 10; warmUp++) await (await send(newEmail())).text()
  const taken: Taken = { known: [], unknown: [] }
  let isEven = false
  for (let attempt = 1; attempt <= attempts && !isEven; attempt++) {
    const seed = 20_261_124 + attempt
    const { answers, medians, p } = await measure(send, seed, taken)
    const apart = Math.abs(medians.known - medians.unknown)
    console.log(
      `${name}: ${taken.known.length} + ${taken.unknown.length}, seed ${seed}, ${answers.size} kind of answer, median ` +
        `${medians.known.toFixed(2)} ms with an account, ${medians.unknown.toFixed(2)} ms without, ` +
        `${apart.toFixed(2)} ms apart, Mann–Whitney p = ${p.toFixed(3)}`,
    )
    expect(partingOf([...answers])).toBeNull()
    isEven = apart < 5 && p > 0.01
  }
  expect(isEven).toBe(true)
})
