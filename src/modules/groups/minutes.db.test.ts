import { expect, test } from 'vitest'
import { newId } from '@/core/id'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { createGroup } from '@/modules/groups/group.commands'
import { newGroupSchema } from '@/modules/groups/group.schema'
import { getMeeting } from '@/modules/groups/meeting.queries'
import { minutesFormSchema } from '@/modules/groups/meeting.schema'
import { publishMinutes } from '@/modules/groups/record.commands'
import { db } from '@/platform/db'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

test('minutes that are corrected keep what they said, with who published it and when', async () => {
  await emptyDatabase()
  const territoryId = (await givenTerritory()).id
  const coordinator = await givenViewer('coordinator', { territoryId })
  const form = newGroupSchema.parse({ territoryId, original: 'it', name: { it: 'Gruppo locale' } })
  const group = await createGroup(coordinator, form)
  const reviewer = await givenViewer('reviewer', { groupId: group.id })
  const id = newId()
  await db.groupMeeting.create({ data: { id, groupId: group.id, startsAt: new Date('2026-05-01') } })
  const publish = async (minutes: string) => {
    const { version } = await getMeeting(coordinator, group.slug, id)
    const said = { id, version: String(version), language: 'it', minutes }
    await publishMinutes(coordinator, minutesFormSchema.parse(said))
  }
  await db.user.update({ where: { id: coordinator.userId }, data: { name: 'Ada Inventata' } })
  await publish('Zoe Inventata riferisce.')
  const { minutesAt } = await getMeeting(reviewer, group.slug, id)
  await publish('Zoe Inventata riferisce.')
  expect((await getMeeting(reviewer, group.slug, id)).earlierMinutes).toEqual([])
  const again = (await getMeeting(reviewer, group.slug, id)).minutesAt
  expect(again?.getTime()).toBeGreaterThanOrEqual(minutesAt?.getTime() ?? 0)
  await publish('Zoe riferisce del bilancio.')
  await publish('Riferisce un membro.')
  const { minutes, minutesBy, earlierMinutes } = await getMeeting(reviewer, group.slug, id)
  expect([minutes?.texts['it']?.value, minutesBy]).toEqual(['Riferisce un membro.', 'Ada Inventata'])
  expect(earlierMinutes.map(({ text, publishedBy }) => [text.texts['it']?.value, publishedBy])).toEqual([
    ['Zoe riferisce del bilancio.', 'Ada Inventata'],
    ['Zoe Inventata riferisce.', 'Ada Inventata'],
  ])
  expect(earlierMinutes[1]?.publishedAt).toEqual(again)
  // Of two who correct them at once one does, and nothing is kept of the other.
  const { version } = await getMeeting(coordinator, group.slug, id)
  const two = minutesFormSchema.parse({ id, version: String(version), language: 'it', minutes: 'Due' })
  const both = await Promise.allSettled([publishMinutes(coordinator, two), publishMinutes(coordinator, two)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.minutesVersion.count()).toBe(3)
  // An erased name goes from what they said before, too, and from who published it.
  const named = await givenViewer('reviewer', { groupId: group.id })
  await db.user.update({ where: { id: named.userId }, data: { name: 'Zoe Inventata' } })
  await db.$transaction((tx) => eraseAccount(tx, { id: named.userId, action: 'erase-user', byId: null }))
  await db.$transaction((tx) => eraseAccount(tx, { id: coordinator.userId, action: 'erase-user', byId: null }))
  const after = await getMeeting(reviewer, group.slug, id)
  expect(JSON.stringify(after)).not.toContain('Zoe Inventata')
  expect(after.earlierMinutes.map(({ publishedBy }) => publishedBy)).toEqual([null, null, null])
})
