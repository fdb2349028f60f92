import { beforeEach, expect, test } from 'vitest'
import { anActor, givenActor } from '@tests/builders/actor'
import { add } from '@tests/builders/file'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'
import { systemViewer } from '@/core/viewer'
import { getActor } from '@/modules/actors/actor-detail.queries'
import { archiveActor, saveActors } from '@/modules/actors/actor.commands'
import { acceptProposal } from '@/modules/curation/proposal.commands'
import { findWaitingProposals } from '@/modules/curation/proposal.queries'
import { restoreVersion } from '@/modules/curation/revision.commands'
import { compareVersions, findFileDeeds, getHistory } from '@/modules/curation/revision.queries'
import { changeFile, moveFile, removeFile, takeFile } from '@/modules/files/file-care.commands'
import { clearUnusedFiles } from '@/modules/files/file-clearing.commands'
import { db } from '@/platform/db'
import { eraseWords } from '@/platform/erasure'

beforeEach(emptyDatabase)

const page = { after: null, limit: 10, locale: 'it' }

async function givenPast() {
  const { id: territoryId } = await givenTerritory()
  const editor = await givenViewer('editor', { territoryId })
  const coordinator = await givenViewer('coordinator', { territoryId })
  const { id } = await givenActor({ name: 'Officine', city: 'Reggio' }, territoryId)
  const second = anActor({ name: 'Officine Due', city: 'Reggio' })
  await saveActors(coordinator, [{ id, version: 1, actor: second }])
  await saveActors(editor, [{ id, version: 2, actor: anActor({ name: 'Officine Due', city: 'Modena' }) }], {
    proposal: true,
  })
  const waiting = await findWaitingProposals(coordinator, { limit: 1, locale: 'it' })
  await acceptProposal(coordinator, { id: waiting?.rows[0]?.id ?? '', version: 2, part: {} })
  return { editor, coordinator, id, at: { kind: 'actor' as const, id } }
}

test('history tells who, when and what, and whose proposal a version was', async () => {
  const { editor, at } = await givenPast()
  const { versions } = await getHistory(editor, at, page)
  expect(versions).toMatchObject({
    total: 3,
    rows: [
      { version: 3, action: 'accept', author: 'A coordinator', proposedBy: 'A editor', parts: ['city'] },
      { version: 2, action: 'change', author: 'A coordinator', proposedBy: null, parts: ['names'] },
      { version: 1, action: 'create', author: 'System', isFirst: true },
    ],
  })
  const first = await getHistory(editor, at, { ...page, limit: 2 })
  expect(first.versions.next).not.toBeNull()
})

test('any two versions are compared', async () => {
  const { editor, at } = await givenPast()
  expect(await compareVersions(editor, at, { a: 1, b: 3, locale: 'it' })).toMatchObject({
    before: { name: 'Officine', city: 'Reggio' },
    after: { name: 'Officine Due', city: 'Modena' },
  })
  expect(await compareVersions(editor, at, { a: 1, b: 9, locale: 'it' })).toBeNull()
})

test('an older version is given back as a new one, by a coordinator, in the state the record has', async () => {
  const { editor, coordinator, id, at } = await givenPast()
  const back = { ...at, version: 3, to: 1 }
  await expect(restoreVersion(editor, back)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(restoreVersion(coordinator, { ...back, version: 2 })).rejects.toMatchObject({ code: 'conflict' })
  await expect(restoreVersion(coordinator, { ...back, to: 9 })).rejects.toMatchObject({ code: 'not-found' })
  expect(await restoreVersion(coordinator, back)).toMatchObject({ version: 4 })
  expect(await getActor(null, id, 'it')).toMatchObject({ names: [{ value: 'Officine' }], city: 'Reggio' })
  await archiveActor(coordinator, { id, version: 4 })
  await restoreVersion(coordinator, { ...at, version: 5, to: 2 })
  expect(await getActor(editor, id, 'it')).toMatchObject({ status: 'archived', version: 6 })
})

test('another territory and the public learn nothing of it', async () => {
  const { at } = await givenPast()
  const stranger = await givenViewer('coordinator', { territoryId: (await givenTerritory({ slug: 'gavle' })).id })
  for (const viewer of [null, stranger]) {
    await expect(getHistory(viewer, at, page)).rejects.toMatchObject({ code: 'not-found' })
    await expect(compareVersions(viewer, at, { a: 1, b: 2, locale: 'it' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(restoreVersion(viewer, { ...at, version: 3, to: 1 })).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('what was done with the files of a record stands in its history, for who works in its territory', async () => {
  const { editor, coordinator, at } = await givenPast()
  expect(await findFileDeeds(editor, at)).toEqual([])
  const first = await add(editor, at, 'uno.txt')
  await takeFile(coordinator, first)
  await add(coordinator, at, 'due.txt')
  await moveFile(coordinator, { id: first.id, to: 'down' })
  await changeFile(coordinator, { id: first.id, title: 'Verbale', language: 'it', decorative: false })
  await removeFile(coordinator, first)
  expect(await findFileDeeds(editor, at)).toMatchObject([
    { action: 'file-remove', author: 'A coordinator', isOrder: false, file: { name: 'Verbale', language: 'it' } },
    { action: 'file-change', author: 'A coordinator', isOrder: false },
    { action: 'file-change', author: 'A coordinator', isOrder: true },
    { action: 'file-add', author: 'A coordinator', file: { name: 'due.txt', language: null } },
    { action: 'file-accept', author: 'A coordinator' },
    { action: 'file-add', author: 'A editor', file: { name: 'Verbale' } },
  ])
  // The name outlives the file, not the record.
  await db.$executeRaw`UPDATE removed_file SET removed_at = removed_at - interval '2 hours'`
  await clearUnusedFiles(systemViewer)
  expect((await findFileDeeds(editor, at))[0]).toMatchObject({ file: { name: 'Verbale' } })
  // Whoever is erased is taken out of it, too.
  await db.$transaction((tx) => eraseWords(tx, ['Verbale'], [at.id]))
  expect((await findFileDeeds(editor, at))[0]).toMatchObject({ file: { name: '[…]' } })
  // The record is public; what was done in it is not.
  const elsewhere = (await givenTerritory({ slug: 'altrove' })).id
  for (const viewer of [null, await givenViewer('coordinator', { territoryId: elsewhere })])
    await expect(findFileDeeds(viewer, at)).rejects.toMatchObject({ code: 'not-found' })
})
