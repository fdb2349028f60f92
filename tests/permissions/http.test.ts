import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDoors } from './all-doors'
import { betrayedIn } from './canaries'
import { findDoors } from './found-doors'
import { callForged, forgedArguments } from './forged-calls'
import { type Door, type Knocker, knockers, nameOf } from './door'
import { type Answer, countKnocks, knock, newAddress } from './knock'
import { newId } from '@/core/id'
import { listings as allListings } from './listings'
import { type RunningServer, startServer } from './server'
import { makeWorld, type World } from './world'

let server: RunningServer
let world: World

beforeAll(async () => {
  world = await makeWorld()
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

// All of them, or those whose check planted.mjs took away.
const only = new RegExp(process.env.ONLY_DOORS ?? '')
const doors = (await readDoors()).filter((door) => only.test(nameOf(door)))
const listings = allListings.filter((door) => only.test(nameOf(door)))

/**
 * An answer without what is different each time: nonces, request ids, the hour, and the order and the pieces in which
 * React sends a page (its payload is read as an answer of its own). What is left is compared as a heap of texts.
 */
const withoutChance = (bytes: string) =>
  bytes
    .replace(/[\w+/]{22}==/g, 'nonce')
    .replace(/\["(x-request-id|date)","[^"]*"\]/g, '')
    .replace(/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g, 'id')
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/\$[A-Z]?[\da-f]+\b|^[\da-f]+:/gm, '$')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .sort()
    .join('\n')

/** How this knocker should leave (door.ts says what each denial means). */
function expected(door: Door, who: Knocker): readonly Answer['outcome'][] {
  // Who may is not always believed: a link that is none, a version that is old.
  if (door.may.includes(who)) return ['passed', 'invalid']
  if (door.unseenBy?.includes(who)) return ['hidden']
  if (door.denied === 'hidden') return ['hidden']
  if (door.denied === 'gone') return door.door.startsWith('page ') ? ['hidden'] : ['gone']
  // A key is somebody at the API alone; at any other door it means nothing.
  const isKeyElsewhere = 'KW'.includes(who) && !door.door.includes(' /api/v1')
  return '0X'.includes(who) || isKeyElsewhere ? ['sign-in'] : ['refused']
}

/** Knocks at all of them as everybody; what is wrong, in words. */
async function knockAt(tried: readonly Door[]): Promise<{ cells: number; wrong: string[] }> {
  const wrong: string[] = []
  let cells = 0
  for (const door of tried)
    for (const who of knockers.filter((letter) => door.who?.includes(letter) ?? true)) {
      const answer = await knock(door, who, { server, world })
      cells += 1
      const wanted = expected(door, who)
      if (!wanted.includes(answer.outcome))
        wrong.push(`${nameOf(door)}, ${who}: ${answer.outcome} instead of ${wanted.join('/')}`)
      const betrayed = betrayedIn(answer.bytes, who, world, door.at?.(world) ?? '')
      if (betrayed.length > 0) wrong.push(`${nameOf(door)}, ${who}: betrays ${betrayed.join('; ')}`)
    }
  return { cells, wrong }
}

/** The same by several at once, where knocking changes nothing. */
async function knockTogether(tried: readonly Door[]): Promise<{ cells: number; wrong: string[] }> {
  const shares = [0, 1, 2].map((share) => tried.filter((_, at) => at % 3 === share))
  const found = await Promise.all(shares.map(knockAt))
  return { cells: found.reduce((sum, { cells }) => sum + cells, 0), wrong: found.flatMap(({ wrong }) => wrong) }
}

// What is made before a knock is another knocker's, too.
const changesNothing = ({ door, before }: Door) => before === undefined && /^(page|payload|route GET) /.test(door)

test('every door lets in who may and nobody else, and betrays nothing', { timeout: 900_000 }, async () => {
  const reading = await knockTogether(doors.filter(changesNothing))
  const writing = await knockAt(doors.filter((door) => !changesNothing(door) && !door.door.startsWith('mail ')))
  const [cells, wrong] = [reading.cells + writing.cells, [...reading.wrong, ...writing.wrong]]
  console.log(`${cells} cells, ${countKnocks()} requests, ${wrong.length} mismatches`)
  expect(wrong).toEqual([])
})

test('no list, search, count, map or payload betrays what is hidden', { timeout: 300_000 }, async () => {
  const { cells, wrong } = await knockTogether(listings)
  console.log(`${cells} listings, ${countKnocks()} requests so far, ${wrong.length} mismatches`)
  expect(wrong).toEqual([])
})

/** Pages and files that show no record and nobody's data, but the own session. */
const withoutRecords =
  /^(GET|HEAD) [/](it[/])?(about|data|help|sign-in|message[/]sent|privacy[/]request[/]confirmed|robots|sitemap[.]xml|sitemap-pages|api[/](health|auth)|_next)/

test('nothing was answered without a decision who may have it', () => {
  // A form that is everybody's decides nothing and tells nothing; its row says why.
  const forAll = doors.filter(({ may, why }) => may.includes('0') && why !== undefined).map(({ door }) => door)
  const told = [...server.undecided].filter((request) => !withoutRecords.test(request) && !forAll.includes(request))
  expect(told).toEqual([])
})

test('a record nobody may see changes nothing that everybody sees', { timeout: 300_000 }, async () => {
  const read = async () => {
    const answers = listings.map(async (door) => (await knock(door, '0', { server, world }))?.bytes ?? '')
    return (await Promise.all(answers)).map(withoutChance)
  }
  const before = await read()
  for (const kind of ['actor', 'relation'] as const)
    for (const state of ['partners', 'territory', 'draft', 'submitted'] as const) await world.fresh(kind, 'own', state)
  const after = await read()
  const told = listings.filter((_, index) => before[index] !== after[index])
  expect(told.map(nameOf)).toEqual([])
  // The comparison sees: a public record changes what is read.
  await world.fresh('actor', 'own', 'public')
  expect(await read()).not.toEqual(after)
})

test('every other verb is refused at every door', { timeout: 300_000 }, async () => {
  const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'].filter((verb) => verb !== 'TRACE')
  const known = findDoors().flatMap((door) => {
    const [kind, verb = '', pattern = ''] = door.split(' ')
    return kind === 'route' && !pattern.includes('nextauth') ? [{ verb, pattern }] : []
  })
  const wrong: string[] = []
  for (const pattern of new Set(known.map((door) => door.pattern))) {
    const own = known.filter((door) => door.pattern === pattern).map(({ verb }) => verb)
    for (const verb of verbs.filter((each) => !own.includes(each) && !(each === 'HEAD' && own.includes('GET')))) {
      // A pattern may say how the address ends: `:file{[^/]+\\.mvt}`.
      const path = pattern.replace(/:\w+\{[^{}]*\\(\.\w+)\}/g, `${newId()}$1`).replace(/:\w+/g, newId())
      const headers = { 'x-forwarded-for': newAddress(), origin: server.address }
      const response = await fetch(`${server.address}${path}`, { method: verb, headers })
      const allow = (response.headers.get('allow') ?? '').split(', ')
      if (response.status !== 405 || !own.every((each) => allow.includes(each)))
        wrong.push(`${verb} ${pattern}: ${response.status}, allow ${allow.join()}`)
    }
  }
  expect(wrong).toEqual([])
})

test('an action called with forged arguments is never a fault of ours', { timeout: 300_000 }, async () => {
  const wrong: string[] = []
  for (const door of findDoors().filter((name) => name.startsWith('action ')))
    for (const who of ['0', 'A'] as const)
      for (const [name, body] of Object.entries(forgedArguments())) {
        const { status } = await callForged(door, who, body, { server, world })
        if (status >= 500) wrong.push(`${door}, ${who}, ${name}: ${status}`)
      }
  expect(wrong).toEqual([])
})
