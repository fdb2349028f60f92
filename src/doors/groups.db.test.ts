import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { getOwnData } from '@/modules/accounts/own-data.queries'
import { app } from '@/doors/app'
import { makeFeed, stopFeed } from '@/modules/groups/feed.commands'
import { getOwnFeed } from '@/modules/groups/feed.queries'
import { db } from '@/platform/db'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let groupId: string
let reviewer: Viewer

const meetingIn = (of: string, place: string, startsAt = new Date('2099-05-01T10:00:00Z')) =>
  db.groupMeeting.create({
    data: { id: newId(), groupId: of, startsAt, place, agenda: inOriginal('it', 'Zoe riferisce'), minutes: {} },
  })

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  const otherId = newId()
  groupId = newId()
  const name = (words: string) => inOriginal('it', words)
  await db.group.create({ data: { id: groupId, slug: 'gruppo', territoryId, name: name('Gruppo locale') } })
  await db.group.create({ data: { id: otherId, slug: 'altro', territoryId, name: name('Gruppo altrui') } })
  await meetingIn(groupId, 'Sala rossa')
  await meetingIn(otherId, 'Sala nascosta')
  await meetingIn(groupId, 'Sala di una volta', new Date('2001-01-01'))
  reviewer = await givenViewer('reviewer', { groupId })
})

const pathOf = (address: string) => new URL(address).pathname
const made = async (viewer: Viewer = reviewer) => pathOf(await makeFeed(viewer, { locale: 'it' }))
/** What the calendar is told, or how it is sent away. */
async function asked(path: string): Promise<string | number> {
  const answer = await app.request(`http://x${path}`)
  return answer.status === 200 ? (await answer.text()).replaceAll('\r\n ', '') : answer.status
}

test('a calendar reads the meetings of its owner’s groups at a secret address, and no agenda and no name', async () => {
  const path = await made()
  const answer = await app.request(`http://x${path}`)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const text = await answer.text()
  for (const word of [
    'SUMMARY:Gruppo locale',
    'LOCATION:Sala rossa',
    'DTSTART:20990501T100000Z',
    '/it/desk/group/gruppo/',
  ])
    expect(text.replaceAll('\r\n ', '')).toContain(word)
  for (const word of ['altrui', 'nascosta', 'una volta', 'Zoe', 'DESCRIPTION', 'ATTENDEE', 'ORGANIZER', reviewer.name])
    expect(text).not.toContain(word)
  expect((await app.request(`http://x${path}`, { method: 'POST' })).status).toBe(405)
})

test('an address that is none, was replaced or given up opens nothing, and says the same', async () => {
  const first = await made()
  const second = await made()
  await db.calendarFeed.findUniqueOrThrow({ where: { userId: reviewer.userId } })
  const nobodys = `/api/groups/calendar/${'A'.repeat(22)}/meetings.ics`
  const short = '/api/groups/calendar/x/meetings.ics'
  const answers = await Promise.all([first, nobodys, short].map(async (path) => app.request(`http://x${path}`)))
  const [body, ...others] = await Promise.all(answers.map((answer) => answer.text()))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(others).toEqual([body, body])
  expect(await asked(second)).toContain('Gruppo locale')
  await stopFeed(reviewer)
  await stopFeed(reviewer)
  expect(await asked(second)).toBe(404)
  const deeds = await db.auditEntry.findMany({ where: { userId: reviewer.userId }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual([
    ...['make-calendar-address', 'make-calendar-address', 'stop-calendar-address'],
  ])
  expect(JSON.stringify(deeds, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value))).not.toContain(
    second.split('/')[4],
  )
})

test('what counts is the membership at the moment of asking', async () => {
  const path = await made()
  const isTold = async () => String(await asked(path)).includes('Gruppo locale')
  expect(await isTold()).toBe(true)
  await db.groupMember.create({ data: { groupId, userId: reviewer.userId, until: new Date('2020-01-01') } })
  expect(await isTold()).toBe(false)
  await db.groupMember.deleteMany()
  await db.group.update({ where: { id: groupId }, data: { archivedAt: new Date() } })
  expect(await isTold()).toBe(false)
  await db.group.update({ where: { id: groupId }, data: { archivedAt: null } })
  await db.groupMeeting.updateMany({ data: { cancelledAt: new Date(), sequence: 1 } })
  expect(await asked(path)).toContain('STATUS:CANCELLED')
  await db.membership.deleteMany({ where: { groupId } })
  expect(await asked(path)).not.toContain('VEVENT')
  // An address of somebody who could not sign in now is none.
  for (const data of [{ disabledAt: new Date() }, { demo: true }]) {
    await db.user.update({ where: { id: reviewer.userId }, data })
    expect(await asked(path)).toBe(404)
    await db.user.update({ where: { id: reviewer.userId }, data: { disabledAt: null, demo: false } })
  }
  await db.membership.create({ data: { id: newId(), userId: reviewer.userId, role: 'coordinator', territoryId } })
  expect(await asked(path)).toBe(404)
  await db.user.update({ where: { id: reviewer.userId }, data: { totpConfirmedAt: new Date() } })
  expect(await asked(path)).toContain('VCALENDAR')
})

test('an address is for whoever sits in a group, shown once and kept as a hash, ten times an hour at most', async () => {
  for (const viewer of [await givenViewer('coordinator', { territoryId }), await givenViewer('admin')])
    await expect(makeFeed(viewer, { locale: 'it' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(makeFeed(null, { locale: 'it' })).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(await getOwnFeed(reviewer)).toBeNull()
  const path = await made()
  const token = path.split('/')[4] ?? ''
  expect(token).toMatch(/^[\w-]{22}$/)
  expect(JSON.stringify(await db.calendarFeed.findMany())).not.toContain(token)
  expect(await getOwnFeed(reviewer)).toMatchObject({ readAt: null })
  await asked(path)
  expect((await getOwnFeed(reviewer))?.readAt).toBeInstanceOf(Date)
  const own = JSON.stringify(await getOwnData(reviewer), (_, value: unknown) => (typeof value === 'bigint' ? 0 : value))
  expect(own).toContain('calendarAddress')
  expect(own).not.toContain((await db.calendarFeed.findFirstOrThrow()).hash)
  for (let count = 1; count < 10; count++) await made()
  await expect(made()).rejects.toMatchObject({ code: 'limited' })
  await db.$transaction((tx) => eraseAccount(tx, { id: reviewer.userId, action: 'erase-user', byId: null }))
  expect(await db.calendarFeed.count()).toBe(0)
})
