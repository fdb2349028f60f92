import { beforeEach, expect, test } from 'vitest'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import { systemViewer, type Viewer } from '@/core/viewer'
import { admin } from '@/doors/admin'
import { saveActors } from '@/modules/actors/actor.commands'
import { findAudit } from '@/modules/administration/audit.queries'
import { auditFilterSchema } from '@/modules/administration/audit.schema'
import { db } from '@/platform/db'
import { anActor, givenActor } from '@tests/builders/actor'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { asOwner, emptyDatabase } from '@tests/database'

beforeEach(emptyDatabase)

const asked = { after: null, limit: 50, locale: 'it' }
const read = async (viewer: Viewer | null, filter: Record<string, string> = {}, more = {}) =>
  findAudit(viewer, auditFilterSchema.parse(filter), { ...asked, ...more })
const actionsOf = ({ rows }: { rows: readonly { action: string }[] }) => rows.map(({ action }) => action)

async function givenLog() {
  const [own, other] = [
    await givenTerritory({ slug: 'ownland', name: 'Ownland' }),
    await givenTerritory({ slug: 'otherland', name: 'Otherland' }),
  ]
  const editor = await givenViewer('editor', { territoryId: own.id })
  const coordinator = await givenViewer('coordinator', { territoryId: own.id })
  const entry = (action: string, userId: string, territoryId: string | null, recordId: string | null = null) =>
    db.auditEntry.create({ data: { action, userId, territoryId, recordId, fields: ['name'] } })
  await entry('create', editor.userId, own.id)
  await entry('publish', coordinator.userId, own.id)
  await entry('archive', systemViewer.userId, other.id)
  await entry('change-password', coordinator.userId, null)
  return { own, other, editor, coordinator }
}

test('everybody reads their own deeds, coordinators their territory, administrators everything', async () => {
  const { editor, coordinator } = await givenLog()
  expect(actionsOf(await read(editor))).toEqual(['create'])
  expect(actionsOf(await read(coordinator))).toEqual(['change-password', 'publish', 'create'])
  expect(actionsOf(await read(systemViewer))).toEqual(['change-password', 'archive', 'publish', 'create'])
  await expect(read(null)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('the log is filtered by who, what, where and when, and no filter widens it', async () => {
  const { own, other, editor, coordinator } = await givenLog()
  expect(actionsOf(await read(systemViewer, { who: 'a coordin' }))).toEqual(['change-password', 'publish'])
  expect(actionsOf(await read(systemViewer, { action: 'archive' }))).toEqual(['archive'])
  expect(actionsOf(await read(systemViewer, { territory: own.id }))).toEqual(['publish', 'create'])
  expect(actionsOf(await read(coordinator, { territory: other.id }))).toEqual([])
  expect(actionsOf(await read(editor, { who: 'coordinator' }))).toEqual([])
  expect(actionsOf(await read(systemViewer, { until: '2020-01-01' }))).toEqual([])
  const today = new Date().toISOString().slice(0, 10)
  expect(actionsOf(await read(systemViewer, { since: today, until: today }))).toHaveLength(4)
  // An address is no name: only who sees every address finds by one.
  expect(actionsOf(await read(coordinator, { who: '@example.org' }))).toEqual([])
  expect(actionsOf(await read(systemViewer, { who: `${editor.userId}@example` }))).toEqual(['create'])
})

test('pages follow each other without gap or double while entries are added', async () => {
  await givenLog()
  const first = await read(systemViewer, {}, { limit: 2 })
  await db.auditEntry.create({ data: { action: 'verify', fields: [] } })
  const second = await read(systemViewer, {}, { limit: 2, after: first.next })
  expect([...actionsOf(first), ...actionsOf(second)]).toEqual(['change-password', 'archive', 'publish', 'create'])
  expect(second.next).toBeNull()
})

test('a record that may not be read is not named', async () => {
  const { coordinator, other } = await givenLog()
  const actor = anActor({ name: 'Segreto' })
  const [saved] = await saveActors(systemViewer, [{ territoryId: other.id, status: 'draft', actor }])
  const recordId = saved?.id ?? ''
  await db.auditEntry.create({
    data: { action: 'create', userId: coordinator.userId, recordKind: 'actor', recordId, fields: [] },
  })
  expect((await read(coordinator)).rows[0]).toMatchObject({ recordId, name: null })
  expect((await read(systemViewer)).rows[0]).toMatchObject({ recordId, name: 'Segreto' })
})

test('a relation without a title is named by its parties, a group and its meetings by the group, for who keeps them', async () => {
  const { own, editor, coordinator } = await givenLog()
  const parties = [await givenActor({ name: 'Qui' }), await givenActor({ name: 'Altrove', country: 'DE' })].map(party)
  const relation = await givenRelation({ parties }, own.id)
  const name = inOriginal('it', 'Gruppo')
  const group = await db.group.create({ data: { id: newId(), slug: 'gruppo', territoryId: own.id, name } })
  const meeting = await db.groupMeeting.create({ data: { id: newId(), groupId: group.id, startsAt: new Date() } })
  const outsider = await givenViewer('editor', { territoryId: (await givenTerritory({ slug: 'far', name: 'Far' })).id })
  for (const { userId } of [editor, outsider])
    for (const [recordId, recordKind] of [
      [relation.id, 'relation'] as const,
      [group.id, null] as const,
      [meeting.id, null] as const,
    ])
      await db.auditEntry.create({ data: { action: 'change', userId, recordId, recordKind, fields: ['parties'] } })
  const names = async (viewer: Viewer) => (await read(viewer)).rows.slice(0, 3).map((row) => row.name)
  expect(await names(editor)).toEqual(['Gruppo', 'Gruppo', 'Qui – Altrove'])
  expect(await names(outsider)).toEqual([null, null, null])
  expect((await read(coordinator, { record: group.id })).rows).toEqual([])
})

test('the file is for who is signed in', async () => {
  expect((await admin.request('/audit.csv')).status).toBe(401)
})

test('nobody changes an entry, not even the owner by mistake', async () => {
  await givenLog()
  await expect(db.auditEntry.deleteMany()).rejects.toThrow()
  await expect(asOwner(`UPDATE audit_entry SET action = 'x'`)).rejects.toThrow()
})
