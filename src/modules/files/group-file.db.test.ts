import { beforeEach, expect, test } from 'vitest'
import { inOriginal } from '@/core/localized'
import { newId } from '@/core/id'
import { systemViewer, type Viewer, viewerOf } from '@/core/viewer'
import { eraseAccount } from '@/modules/accounts/erase-account.commands'
import { changeFile, removeFile, restoreFile } from '@/modules/files/file-care.commands'
import { addFile, admitFile } from '@/modules/files/file.commands'
import { findFiles, getFile } from '@/modules/files/file.queries'
import { fileFormSchema, newFileSchema } from '@/modules/files/file.schema'
import { db } from '@/platform/db'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let coordinator: Viewer
let editor: Viewer
let reviewer: Viewer
let outside: (Viewer | null)[]
let owners: { kind: 'group' | 'meeting'; id: string }[]

beforeEach(async () => {
  await emptyDatabase()
  territoryId = (await givenTerritory()).id
  const elsewhere = (await givenTerritory({ slug: 'altrove' })).id
  const [groupId, meetingId, otherId] = [newId(), newId(), newId()]
  const group = { name: inOriginal('it', 'Gruppo'), isShown: true }
  await db.group.create({ data: { id: groupId, slug: 'gruppo', territoryId, ...group } })
  await db.group.create({ data: { id: otherId, slug: 'altro', territoryId: elsewhere, ...group } })
  await db.groupMeeting.create({ data: { id: meetingId, groupId, startsAt: new Date() } })
  coordinator = await givenViewer('coordinator', { territoryId })
  editor = await givenViewer('editor', { territoryId })
  reviewer = await givenViewer('reviewer', { groupId })
  const membership = { role: 'editor' as const, territoryId, groupId: null }
  outside = [
    null,
    await givenViewer('reviewer', { groupId: otherId }),
    await givenViewer('coordinator', { territoryId: elsewhere }),
    // A program that writes for the territory reads of its groups what a visitor does.
    viewerOf({ userId: newId(), name: 'Key', apiKeyId: newId(), memberships: [membership] }),
  ]
  owners = [
    { kind: 'group', id: groupId },
    { kind: 'meeting', id: meetingId },
  ]
})

const bytes = new TextEncoder().encode('Ordine del giorno')
const add = (viewer: Viewer | null, of: (typeof owners)[number], title = 'Ordine del giorno') =>
  addFile(viewer, of, { bytes, name: 'odg.txt', said: newFileSchema.parse({ title, language: 'it' }) })

test('documents of a group and of its meetings are read by whoever reads the group, and by nobody else', async () => {
  for (const of of owners) {
    const { id, pending } = await add(coordinator, of)
    expect(pending).toBe(false)
    for (const viewer of [coordinator, editor, reviewer, systemViewer]) {
      expect(await findFiles(viewer, of)).toMatchObject([{ id, title: 'Ordine del giorno', language: 'it' }])
      // Whatever the territory's page tells of the group, its papers are nobody's to keep a copy of.
      expect((await getFile(viewer, id, 'odg.txt')).isPublic).toBe(false)
    }
    for (const viewer of outside) {
      expect(await findFiles(viewer, of)).toEqual([])
      await expect(getFile(viewer, id, 'odg.txt')).rejects.toMatchObject({ code: 'not-found' })
    }
  }
})

test('whoever keeps the group keeps its documents; its readers read them', async () => {
  for (const of of owners) {
    const file = await add(coordinator, of)
    const form = fileFormSchema.parse({ id: file.id, title: 'Verbale' })
    const deeds = (viewer: Viewer | null) => [
      () => admitFile(viewer, of),
      () => add(viewer, of),
      () => changeFile(viewer, form),
      () => removeFile(viewer, file),
    ]
    for (const viewer of [editor, reviewer])
      for (const deed of deeds(viewer)) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' })
    for (const viewer of outside)
      for (const deed of deeds(viewer)) await expect(deed()).rejects.toMatchObject({ code: 'not-found' })
    const version = await db.dataVersion.findFirstOrThrow()
    await changeFile(coordinator, form)
    await removeFile(coordinator, file)
    for (const viewer of [editor, reviewer])
      await expect(restoreFile(viewer, file)).rejects.toMatchObject({ code: 'forbidden' })
    await restoreFile(coordinator, file)
    expect(await findFiles(reviewer, of)).toMatchObject([{ title: 'Verbale', mayChange: false }])
    // Nothing public changed.
    expect((await db.dataVersion.findFirstOrThrow()).version).toBe(version.version)
  }
  const audit = await db.auditEntry.findMany({ where: { action: 'file-restore' } })
  expect(audit).toMatchObject(owners.map(({ id }) => ({ recordId: id, territoryId, fields: ['file'] })))
})

test('of a member who is erased the name goes from what is said of the documents, removed ones too', async () => {
  await db.user.update({ where: { id: reviewer.userId }, data: { name: 'Zoe Inventata' } })
  for (const of of owners) {
    await add(coordinator, of, 'Relazione di Zoe Inventata')
    await removeFile(coordinator, await add(coordinator, of, 'Bozza di Zoe Inventata'))
  }
  await db.$transaction((tx) => eraseAccount(tx, { id: reviewer.userId, action: 'erase-user', byId: null }))
  const left = [...(await db.attachment.findMany()), ...(await db.removedFile.findMany())]
  expect(left).toHaveLength(4)
  expect(JSON.stringify(left)).not.toContain('Zoe')
})
