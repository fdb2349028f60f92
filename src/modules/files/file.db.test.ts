import { beforeEach, expect, test } from 'vitest'
import { inOriginal } from '@/core/localized'
import { systemViewer, type Viewer } from '@/core/viewer'
import { archiveActor } from '@/modules/actors/actor.commands'
import { eraseRecord } from '@/modules/curation/custody.commands'
import { mergeRecords, undoMerge } from '@/modules/curation/merge.commands'
import { mergeFormSchema } from '@/modules/curation/merge.schema'
import { changeFile, moveFile, refuseFile, removeFile, takeFile } from '@/modules/files/file-care.commands'
import { clearUnusedFiles } from '@/modules/files/file-clearing.commands'
import { findFiles, getFile } from '@/modules/files/file.queries'
import { findWaitingFiles } from '@/modules/files/waiting-file.queries'
import { fileFormSchema, mostFileBytes } from '@/modules/files/file.schema'
import { db } from '@/platform/db'
import { givenActor } from '@tests/builders/actor'
import { add, fileNames, givenDesk, textBytes } from '@tests/builders/file'
import { aPhotograph, aPicture } from '@tests/builders/picture'
import { givenPublishedPractice } from '@tests/builders/practice'
import { givenRelation, party } from '@tests/builders/relation'
import { givenTerritory } from '@tests/builders/territory'
import { givenViewer } from '@tests/builders/viewer'
import { emptyDatabase } from '@tests/database'

let territoryId: string
let editor: Viewer
let coordinator: Viewer
let draft: Awaited<ReturnType<typeof givenDesk>>['draft']
let published: typeof draft
beforeEach(async () => {
  await emptyDatabase()
  ;({ territoryId, editor, coordinator, draft, published } = await givenDesk())
})

async function bytesOf(viewer: Viewer | null, id: string, name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of await (await getFile(viewer, id, name)).open()) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('a file of a draft is for who may read the draft, whole to the last byte', async () => {
  const of = await draft()
  const bytes = new Uint8Array(Array.from({ length: 700_001 }, (_, at) => 97 + (at % 26)))
  const { id } = await add(editor, of, 'lungo.txt', { bytes })
  expect(Buffer.compare(await bytesOf(editor, id, 'lungo.txt'), Buffer.from(bytes))).toBe(0)
  expect(await db.fileChunk.count()).toBe(3)
  await expect(getFile(null, id, 'lungo.txt')).rejects.toMatchObject({ code: 'not-found' })
  await expect(getFile(editor, id, 'altro.txt')).rejects.toMatchObject({ code: 'not-found' })
  expect(await fileNames(null, of)).toEqual([])
})

test('the same content is stored once, and goes when nothing has named it for an hour', async () => {
  const [one, other] = [await draft(), await draft()]
  const { id } = await add(editor, one, 'a.txt', { bytes: textBytes('the same') })
  const second = await add(editor, other, 'b.txt', { bytes: textBytes('the same') })
  expect(await db.fileContent.count()).toBe(1)
  await removeFile(editor, { id })
  const age = async () => {
    await db.$executeRaw`UPDATE file_content SET created_at = created_at - interval '2 hours', unused_since = unused_since - interval '2 hours'`
    await db.$executeRaw`UPDATE removed_file SET removed_at = removed_at - interval '2 hours'`
  }
  for (let run = 0; run < 3; run++) {
    await age()
    await clearUnusedFiles(systemViewer)
  }
  expect((await bytesOf(editor, second.id, 'b.txt')).toString()).toBe('the same')
  const { open } = await getFile(editor, second.id, 'b.txt')
  await removeFile(editor, second)
  await age()
  await clearUnusedFiles(systemViewer)
  // Removed while somebody is downloading it: it arrives.
  expect(await new Response(await open()).text()).toBe('the same')
  await age()
  expect(await clearUnusedFiles(systemViewer)).toEqual({ files: 0, contents: 1 })
  expect(await db.fileChunk.count()).toBe(0)
})

test('a picture needs words or to be decoration, and comes in sizes of ours', async () => {
  const of = await draft()
  const bytes = new Uint8Array(await aPhotograph())
  await expect(add(editor, of, 'IMG_1.JPEG', { bytes })).rejects.toMatchObject({
    fields: [{ field: 'alt', message: 'altMissing' }],
  })
  const said = { alt: 'Due persone in una sala', altLanguage: 'it' }
  const { id } = await add(editor, of, 'IMG_1.JPEG', { bytes, said })
  const [row] = await findFiles(editor, of)
  expect(row).toMatchObject({
    fileName: 'IMG_1.jpg',
    alt: inOriginal('it', said.alt),
    picture: { width: 600, height: 800 },
  })
  expect(row?.picture?.sizes.map(({ name }) => name)).toEqual(['320.webp', '640.webp', '1280.webp', 'share.jpg'])
  const small = await getFile(editor, id, '320.webp')
  expect(small).toMatchObject({ fileName: 'IMG_1-320.webp', mediaType: 'image/webp', isPicture: true })
  expect((await bytesOf(editor, id, 'IMG_1.jpg')).toString('latin1')).not.toMatch(/Exif|GPS/)
  await add(editor, of, 'again.jpg', { bytes, said: { decorative: 'on' } })
  expect(await db.pictureSize.count()).toBe(4)
})

test('what is refused leaves nothing behind and names the field', async () => {
  const of = await draft()
  const refused: [name: string, bytes: Uint8Array<ArrayBuffer>, message: string][] = [
    ['vuoto.txt', textBytes(''), 'fileEmpty'],
    ['grande.txt', new Uint8Array(mostFileBytes + 1).fill(97), 'fileTooLarge'],
    ['logo.svg', textBytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'fileSvg'],
    ['foto.png', textBytes('<!doctype html><script>alert(1)</script>'), 'fileNotAsNamed'],
    ['x.bin', new Uint8Array([0, 1, 2]), 'fileUnknown'],
    ['rotta.png', new Uint8Array(await aPicture('png', 400, 300)).slice(0, 300), 'pictureBroken'],
  ]
  for (const [name, bytes, message] of refused)
    await expect(add(editor, of, name, { bytes, said: { alt: 'Qualcosa' } })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'file', message }],
    })
  expect([await db.attachment.count(), await db.fileContent.count()]).toEqual([0, 0])
  await add(editor, of, 'giusto.txt', { bytes: new Uint8Array(mostFileBytes).fill(97) })
  expect(await fileNames(editor, of)).toEqual(['giusto.txt'])
})

test('files that wait at a practice are listed as those of actors and relations are', async () => {
  const { id: inChargeId } = await givenActor({}, territoryId)
  const practice = { kind: 'practice' as const, id: (await givenPublishedPractice({ inChargeId }, territoryId)).id }
  const { pending } = await add(editor, practice, 'uno.txt')
  const asked = { after: null, limit: 10, locale: 'it' }
  const row = { kind: 'practice', recordId: practice.id, recordName: 'Un tavolo per il Sudafrica', name: 'uno.txt' }
  for (const viewer of [coordinator, systemViewer])
    expect([pending, await findWaitingFiles(viewer, asked)]).toMatchObject([true, { total: 1, rows: [row] }])
  const stranger = await givenViewer('coordinator', { territoryId: (await givenTerritory({ slug: 'altrove' })).id })
  expect(await findWaitingFiles(stranger, asked)).toMatchObject({ total: 0, rows: [] })
})

test('an editor’s file on a published record waits for the coordinator, who takes it or not', async () => {
  const of = await published()
  const before = await db.dataVersion.findFirstOrThrow()
  const [first, second] = [await add(editor, of, 'uno.txt'), await add(editor, of, 'due.txt')]
  expect(first.pending).toBe(true)
  expect(await fileNames(null, of)).toEqual([])
  await expect(getFile(null, first.id, 'uno.txt')).rejects.toMatchObject({ code: 'not-found' })
  const asked = { after: null, limit: 1, locale: 'it' }
  expect(await findWaitingFiles(editor, asked)).toBe(null)
  expect(await findWaitingFiles(coordinator, asked)).toMatchObject({
    ...{ total: 2, rows: [{ name: 'due.txt', recordId: of.id, recordName: 'Officine Esempio' }] },
  })
  await expect(takeFile(editor, first)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await db.notification.findMany({ where: { userId: coordinator.userId } })).toMatchObject([
    { kind: 'fileWaiting', parameters: { name: 'Officine Esempio' } },
    { kind: 'fileWaiting' },
  ])
  expect((await db.dataVersion.findFirstOrThrow()).version).toBe(before.version)
  await takeFile(coordinator, first)
  await refuseFile(coordinator, second)
  await expect(takeFile(coordinator, first)).rejects.toMatchObject({ code: 'conflict' })
  expect(await fileNames(null, of)).toEqual(['uno.txt'])
  expect((await getFile(null, first.id, 'uno.txt')).isPublic).toBe(true)
  expect((await db.dataVersion.findFirstOrThrow()).version).not.toBe(before.version)
  // What was taken is the coordinator's to change; what waits, its author's.
  await expect(removeFile(editor, first)).rejects.toMatchObject({ code: 'forbidden' })
  const own = await add(editor, of, 'tre.txt')
  await removeFile(editor, own)
  const audit = await db.auditEntry.findMany({ where: { action: { startsWith: 'file-' } }, orderBy: { id: 'asc' } })
  expect(new Set(audit.map(({ fileId }) => fileId))).toEqual(new Set([first.id, second.id, own.id]))
  expect(audit.map(({ action, fields }) => `${action} ${fields.join()}`)).toEqual([
    ...['file-add file', 'file-add file', 'file-accept file', 'file-decline file', 'file-add file', 'file-remove file'],
  ])
})

test('nobody adds a file where they may not edit', async () => {
  const of = await published()
  const stranger = await givenViewer('editor', { territoryId: (await givenTerritory({ slug: 'altrove' })).id })
  await expect(add(stranger, of, 'a.txt')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(add(null, of, 'a.txt')).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(add(stranger, await draft(), 'a.txt')).rejects.toMatchObject({ code: 'not-found' })
})

test('files of an archived record are gone, those of a relation with a hidden actor not there', async () => {
  const actor = await givenActor({}, territoryId)
  const { id } = await add(coordinator, { kind: 'actor', id: actor.id }, 'a.txt')
  const abroad = { country: 'ZA', placeName: 'Polokwane', role: 'partner' as const }
  const relation = await givenRelation({ parties: [party(actor), abroad] }, territoryId)
  const evidence = await add(coordinator, { kind: 'relation', id: relation.id }, 'prova.txt')
  expect((await getFile(null, evidence.id, 'prova.txt')).isPublic).toBe(true)
  await archiveActor(coordinator, actor)
  await expect(getFile(null, id, 'a.txt')).rejects.toMatchObject({ code: 'gone' })
  await expect(getFile(null, id, 'b.txt')).rejects.toMatchObject({ code: 'not-found' })
  await expect(getFile(null, evidence.id, 'prova.txt')).rejects.toMatchObject({ code: 'not-found' })
  expect((await getFile(coordinator, evidence.id, 'prova.txt')).isPublic).toBe(false)
})

test('details change by field and order by steps; alternative texts keep what was not touched', async () => {
  const of = await draft()
  const bytes = new Uint8Array(await aPicture())
  const picture = await add(editor, of, 'a.png', { bytes, said: { alt: 'Una piazza', altLanguage: 'it' } })
  const document = await add(editor, of, 'b.txt')
  const form = (said: object) => fileFormSchema.parse({ id: picture.id, ...said })
  await changeFile(editor, form({ title: 'La piazza', alt: { en: 'A square', it: 'Una piazza' } }))
  expect((await findFiles(editor, of))[0]).toMatchObject({
    ...{
      title: 'La piazza',
      alt: { original: 'it', texts: { en: { value: 'A square' }, it: { value: 'Una piazza' } } },
    },
  })
  await expect(changeFile(editor, form({ title: 'La piazza' }))).rejects.toMatchObject({ fields: [{ field: 'alt' }] })
  await changeFile(editor, form({ decorative: 'on' }))
  expect((await findFiles(editor, of))[0]).toMatchObject({ title: null, alt: null })
  await moveFile(editor, { id: document.id, to: 'up' })
  await moveFile(editor, { id: document.id, to: 'up' })
  expect(await fileNames(editor, of)).toEqual(['b.txt', 'a.jpg'])
})

test('ten files at once find ten places, and there is an end', async () => {
  const of = await draft()
  await Promise.all(Array.from({ length: 10 }, (_, at) => add(editor, of, `${at}.txt`)))
  const rows = await db.attachment.findMany({ orderBy: { position: 'asc' } })
  expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  await db.attachment.createMany({
    data: Array.from({ length: 40 }, (_, at) => ({
      ...{ id: crypto.randomUUID(), recordKind: 'actor' as const, recordId: of.id, fileName: 'x.txt' },
      ...{ sha256: rows[0]?.sha256 ?? '', position: 10 + at },
    })),
  })
  await expect(add(editor, of, 'zu viel.txt')).rejects.toMatchObject({ fields: [{ message: 'tooManyFiles' }] })
})

test('a merge takes the files along and gives them back; erasing a record for good takes them away', async () => {
  const [kept, gone] = [await givenActor({ name: 'Uno' }, territoryId), await givenActor({ name: 'Due' }, territoryId)]
  const { id } = await add(coordinator, { kind: 'actor', id: gone.id }, 'statuto.txt')
  const merge = mergeFormSchema.parse({
    ...{ kind: 'actor', firstId: kept.id, secondId: gone.id, keep: 'first' },
    ...{ firstVersion: String(kept.version), secondVersion: String(gone.version) },
  })
  await mergeRecords(coordinator, merge)
  expect(await fileNames(null, { kind: 'actor', id: kept.id })).toEqual(['statuto.txt'])
  expect((await getFile(null, id, 'statuto.txt')).isPublic).toBe(true)
  const { id: mergeId } = await db.merge.findFirstOrThrow()
  await undoMerge(coordinator, mergeId)
  expect(await fileNames(null, { kind: 'actor', id: gone.id })).toEqual(['statuto.txt'])
  await removeFile(coordinator, await add(coordinator, { kind: 'actor', id: gone.id }, 'tolto.txt'))
  const { version } = await db.actor.findUniqueOrThrow({ where: { id: gone.id } })
  await eraseRecord(systemViewer, { kind: 'actor', id: gone.id, version, name: 'Due' }, 'it')
  expect([await db.attachment.count(), await db.removedFile.count(), await db.fileName.count()]).toEqual([0, 0, 0])
})
