import { AppError, requireThat } from '@/core/app-error'
import { fileNameOf } from '@/core/file-name'
import { fileTypeOf, fileTypes, isPictureType, pictureTypes, sameTypes } from '@/core/file-type'
import { newId } from '@/core/id'
import { inOriginal } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { fileOwnerName } from '@/modules/files/file-owner.queries'
import { canAddFile } from '@/modules/files/file.policy'
import { getOwner } from '@/modules/files/file.queries'
import {
  type FileOwnerAt,
  isCuratedOwner,
  mostFileBytes,
  mostFiles,
  type NewFile,
  type OwnerRights,
} from '@/modules/files/file.schema'
import type { Transaction } from '@/platform/bulk'
import { inTransaction } from '@/platform/curated'
import { refuseErased } from '@/platform/erasure'
import { storeContent } from '@/platform/file-store'
import { touchData, writeAudit } from '@/platform/history'
import { takeFrom } from '@/platform/limits'
import { type Notice, notifyCoordinators } from '@/platform/notify'
import { drawPicture } from '@/platform/picture'

const refused = (field: string, message: string, values: Record<string, number> = {}) =>
  new AppError('invalid', 'invalid', {}, [{ field, message, values }])

/** Who may hang a file on this record, and how they stand to it. Throws `not-found`, `gone`, `unauthenticated`, `forbidden`. */
async function sendingTo(viewer: Viewer | null, of: FileOwnerAt): Promise<{ sender: Viewer; owner: OwnerRights }> {
  const owner = await getOwner(viewer, of)
  requireThat(canAddFile(viewer, owner), viewer)
  requireThat(viewer !== null, viewer)
  return { sender: viewer, owner }
}

/** Asked before the bytes of a file are taken in: may it be sent at all, and not too many of them? Throws `limited` too. */
export async function admitFile(viewer: Viewer | null, of: FileOwnerAt): Promise<void> {
  const { sender } = await sendingTo(viewer, of)
  await takeFrom([{ deed: 'upload', subject: sender.userId, max: 200, minutes: 60 }])
}

/**
 * Hangs a file on a record, at the end. Pictures are drawn anew and need words for who does not see them. Throws
 * `not-found`, `forbidden`, or `invalid` naming `file` or `alt`.
 */
export async function addFile(
  viewer: Viewer | null,
  of: FileOwnerAt,
  sent: { bytes: Uint8Array; name: string; said: NewFile },
): Promise<{ id: string; pending: boolean }> {
  const { sender, owner } = await sendingTo(viewer, of)
  const { bytes, name, said } = sent
  if (bytes.length === 0) throw refused('file', 'fileEmpty')
  if (bytes.length > mostFileBytes) throw refused('file', 'fileTooLarge', { max: mostFileBytes / 1_000_000 })
  const known = fileTypeOf(bytes, name)
  if ('fault' in known) throw refused('file', known.fault)
  const isPicture = isPictureType(known.type)
  if (isPicture && said.alt === undefined && !said.decorative) throw refused('alt', 'altMissing')
  const made = isPicture ? await drawPicture(bytes) : null
  const fileName = isPicture
    ? fileNameOf(name, 'jpg', ['jpeg', ...pictureTypes])
    : fileNameOf(name, known.type, sameTypes[known.type])
  const id = newId()
  const pending = owner.edits === 'proposed'
  await inTransaction({}, async (tx) => {
    await refuseErased(tx, [{ title: said.title, alt: said.alt, credit: said.credit, file: fileName }])
    const main = made?.picture ?? { mediaType: fileTypes[known.type], bytes }
    const { sha256, isNew } = await storeContent(tx, main)
    if (made !== null && isNew)
      for (const size of made.sizes) {
        const { sha256: own } = await storeContent(tx, size)
        const { width, height } = size
        await tx.pictureSize.create({ data: { pictureSha256: sha256, name: size.name, sha256: own, width, height } })
      }
    const { alt, altLanguage, decorative, title = null, language = null, credit = null, licence = null } = said
    await tx.attachment.create({
      data: {
        ...{ id, recordKind: owner.kind, recordId: owner.id, sha256, fileName, pending },
        ...{ title, language, credit, licence },
        ...(isPicture && alt !== undefined && !decorative && { alt: inOriginal(altLanguage ?? language ?? 'en', alt) }),
        position: await nextPosition(tx, owner),
        createdById: sender.userId,
      },
    })
    const file = { id, fileName, title, language }
    await keepDeed(tx, sender, owner, { action: 'file-add', changed: ['file'], file, pending })
    if (pending) await tellOfFile(tx, sender, owner)
  })
  return { id, pending }
}

/** The place after the last one; the rows of the record wait for each other. Throws `invalid` when it holds no more. */
export async function nextPosition(tx: Transaction, { kind, id }: OwnerRights): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`
  const where = { recordKind: kind, recordId: id }
  if ((await tx.attachment.count({ where })) >= mostFiles) throw refused('file', 'tooManyFiles', { max: mostFiles })
  const { _max } = await tx.attachment.aggregate({ where, _max: { position: true } })
  return (_max.position ?? -1) + 1
}

/** A file as it is called now. */
type NamedFile = { id: string; fileName: string; title: string | null; language: string | null }

/**
 * What a deed leaves behind: an entry of the log with ids and names of fields, what the file is called now, and that
 * something public changed.
 */
export async function keepDeed(
  tx: Transaction,
  viewer: Viewer,
  owner: OwnerRights,
  { file, pending, ...deed }: { action: string; changed: readonly string[]; file: NamedFile; pending: boolean },
): Promise<void> {
  const { id: recordId, kind, territoryId } = owner
  const isCurated = isCuratedOwner(kind)
  await writeAudit(tx, isCurated ? kind : null, viewer.userId, [{ recordId, territoryId, ...deed, fileId: file.id }])
  if (isCurated) {
    const { id, title, fileName } = file
    const called = { recordKind: kind, recordId, name: title ?? fileName, language: title && file.language }
    await tx.fileName.upsert({ where: { id }, create: { id, ...called }, update: called })
  }
  if (owner.isPublic && !pending) await touchData(tx)
}

/** Coordinators hear that a file waits for them. */
async function tellOfFile(tx: Transaction, viewer: Viewer, owner: OwnerRights): Promise<void> {
  await notifyCoordinators(tx, owner.territoryId, await fileNotice('fileWaiting', owner), viewer.userId)
}

/** News of a file, by the name of its record in the language it was written in. */
export async function fileNotice(kind: string, owner: OwnerRights): Promise<Notice> {
  const record = isCuratedOwner(owner.kind) ? { record: { kind: owner.kind, id: owner.id } } : {}
  return { kind, ...record, parameters: { name: await fileOwnerName(owner, '') } }
}
