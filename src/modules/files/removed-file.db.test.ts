import { beforeEach, expect, test } from 'vitest'
import { systemViewer, type Viewer } from '@/core/viewer'
import { removeFile, restoreFile } from '@/modules/files/file-care.commands'
import { clearUnusedFiles } from '@/modules/files/file-clearing.commands'
import { findFiles, getFile, getOwner } from '@/modules/files/file.queries'
import { findRemovedFiles } from '@/modules/files/removed-file.queries'
import { db } from '@/platform/db'
import { add, fileNames, givenDesk } from '@tests/builders/file'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let editor: Viewer
let coordinator: Viewer
let draft: Awaited<ReturnType<typeof givenDesk>>['draft']
let published: typeof draft
beforeEach(async () => {
  await emptyDatabase()
  ;({ editor, coordinator, draft, published } = await givenDesk())
})

test('what was removed can be put back for an hour, as it was and where it was, by whoever may remove it', async () => {
  const of = await draft()
  const said = { title: 'Verbale', language: 'it', credit: 'Ufficio' }
  const first = await add(editor, of, 'uno.txt', { said })
  await add(editor, of, 'due.txt')
  const [before] = await findFiles(editor, of)
  const removed = async (viewer: Viewer | null) =>
    (await findRemovedFiles(viewer, await getOwner(viewer, of))).map(({ fileName }) => fileName)
  await removeFile(editor, first)
  expect([await fileNames(editor, of), await removed(coordinator)]).toEqual([['due.txt'], ['uno.txt']])
  await expect(getFile(editor, first.id, 'uno.txt')).rejects.toMatchObject({ code: 'not-found' })
  const stranger = await givenViewer('editor', { territoryId: (await givenTerritory({ slug: 'altrove' })).id })
  for (const viewer of [stranger, null])
    await expect(restoreFile(viewer, first)).rejects.toMatchObject({ code: 'not-found' })
  const both = await Promise.allSettled([restoreFile(editor, first), restoreFile(coordinator, first)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await findFiles(editor, of))[0]).toEqual(before)
  expect(await removed(editor)).toEqual([])
  await removeFile(editor, first)
  await db.$executeRaw`UPDATE removed_file SET removed_at = removed_at - interval '61 minutes'`
  expect(await removed(editor)).toEqual([])
  await expect(restoreFile(editor, first)).rejects.toMatchObject({ code: 'not-found' })
  await clearUnusedFiles(systemViewer)
  expect(await db.removedFile.count()).toBe(0)
})

test('an editor does not put back on a published record what a coordinator took away', async () => {
  const of = await published()
  const taken = await add(coordinator, of, 'uno.txt')
  await removeFile(coordinator, taken)
  expect(await findRemovedFiles(editor, await getOwner(editor, of))).toEqual([])
  await expect(restoreFile(editor, taken)).rejects.toMatchObject({ code: 'forbidden' })
  const version = await db.dataVersion.findFirstOrThrow()
  await restoreFile(coordinator, taken)
  expect(await fileNames(null, of)).toEqual(['uno.txt'])
  expect((await db.dataVersion.findFirstOrThrow()).version).not.toBe(version.version)
  const own = await add(editor, of, 'due.txt')
  await removeFile(editor, own)
  await restoreFile(editor, own)
  expect(await fileNames(null, of)).toEqual(['uno.txt'])
  expect(await fileNames(editor, of)).toEqual(['uno.txt', 'due.txt'])
})
