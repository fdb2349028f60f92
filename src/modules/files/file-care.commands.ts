import { AppError, requireThat } from '@/core/app-error'
import { changedFields } from '@/core/compare'
import type { Localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findFileOwner } from '@/modules/files/file-owner.queries'
import { fileNotice, keepDeed, nextPosition } from '@/modules/files/file.commands'
import { canChangeFile, canDecideFile, canReadFile } from '@/modules/files/file.policy'
import { undoneSince } from '@/modules/files/removed-file.queries'
import { altText, type FileForm } from '@/modules/files/file.schema'
import { noJson } from '@/platform/bulk'
import { inTransaction } from '@/platform/curated'
import { db } from '@/platform/db'
import { refuseErased } from '@/platform/erasure'
import { notifyUsers } from '@/platform/notify'

/** One file and the record it hangs on. Throws `not-found` for what the viewer may not see. */
async function fileToChange(viewer: Viewer | null, id: string) {
  const file = await db.attachment.findUnique({ where: { id }, include: { content: { select: { width: true } } } })
  const owner = file && (await findFileOwner(viewer, { kind: file.recordKind, id: file.recordId }))
  if (file === null || owner === null || !canReadFile(owner, file)) throw new AppError('not-found', 'notFound')
  return { file, owner }
}

/** Changes what is said of a file. Throws `invalid` at `alt` for a picture without words that is no decoration. */
export async function changeFile(viewer: Viewer | null, { id, alt, decorative, ...said }: FileForm): Promise<void> {
  const { file, owner } = await fileToChange(viewer, id)
  requireThat(canChangeFile(viewer, owner, file), viewer)
  requireThat(viewer !== null, viewer)
  const isPicture = file.content.width !== null
  if (isPicture && alt === undefined && !decorative)
    throw new AppError('invalid', 'invalid', {}, [{ field: 'alt', message: 'altMissing' }])
  const { title = null, language = null, credit = null, licence = null } = said
  const before = { title: file.title, language: file.language, credit: file.credit, licence: file.licence }
  const after = { title, language, credit, licence }
  const words = isPicture && !decorative ? altAfter(file.alt, alt) : null
  const changed = changedFields(fields, { ...before, alt: file.alt }, { ...after, alt: words })
  if (changed.length === 0) return
  await inTransaction({}, async (tx) => {
    await refuseErased(tx, [{ ...after, alt: words }])
    const count = await tx.$executeRaw`
      UPDATE attachment SET title = ${title}, language = ${language}, credit = ${credit}, licence = ${licence},
        alt = ${words === null ? null : JSON.stringify(words)}::jsonb
      WHERE id = ${id}::uuid AND pending = ${file.pending}`
    if (count === 0) throw new AppError('conflict', 'recordMoved')
    await keepDeed(tx, viewer, owner, {
      action: 'file-change',
      changed,
      file: { ...file, ...after },
      pending: file.pending,
    })
  })
}

const fields = ['title', 'language', 'credit', 'licence', 'alt'] as const

/** The texts of a form as they are stored: what was not touched keeps what is said of it. */
function altAfter(stored: unknown, typed: Readonly<Record<string, string>> = {}): Localized | null {
  const before = altText.nullable().parse(stored)
  const [first] = Object.keys(typed)
  if (first === undefined) return null
  return {
    original: before !== null && before.original in typed ? before.original : first,
    texts: Object.fromEntries(
      Object.entries(typed).map(([language, value]) => {
        const known = before?.texts[language]
        return [language, { value, machine: known?.value === value && known.machine }]
      }),
    ),
  }
}

/** Takes a file from its record. For an hour it can be put back. */
export async function removeFile(viewer: Viewer | null, { id }: { id: string }): Promise<void> {
  const { file, owner } = await fileToChange(viewer, id)
  requireThat(canChangeFile(viewer, owner, file), viewer)
  requireThat(viewer !== null, viewer)
  await inTransaction({}, async (tx) => {
    const { count } = await tx.attachment.deleteMany({ where: { id, pending: file.pending } })
    if (count === 0) throw new AppError('conflict', 'recordMoved')
    const { content: _content, alt, ...row } = file
    await tx.removedFile.create({ data: { ...row, alt: alt ?? noJson, removedById: viewer.userId } })
    await keepDeed(tx, viewer, owner, { action: 'file-remove', changed: ['file'], file, pending: file.pending })
  })
}

/**
 * Puts a file back that was removed within the hour, as it was and in its place. Throws `not-found` for what was not
 * removed here, or longer ago, or hung on a record the viewer may not see; `forbidden`, `invalid` when the record is full.
 */
export async function restoreFile(viewer: Viewer | null, { id }: { id: string }): Promise<void> {
  const file = await db.removedFile.findFirst({ where: { id, removedAt: { gt: undoneSince() } } })
  const owner = file && (await findFileOwner(viewer, { kind: file.recordKind, id: file.recordId }))
  if (file === null || owner === null || !canReadFile(owner, file)) throw new AppError('not-found', 'notFound')
  requireThat(canChangeFile(viewer, owner, file), viewer)
  requireThat(viewer !== null, viewer)
  await inTransaction({}, async (tx) => {
    await nextPosition(tx, owner)
    const { count } = await tx.removedFile.deleteMany({ where: { id } })
    // Of two who put it back at once one does.
    if (count === 0) throw new AppError('conflict', 'recordMoved')
    const { removedAt: _at, removedById: _by, alt, ...row } = file
    await tx.attachment.create({ data: { ...row, alt: alt ?? noJson } })
    await keepDeed(tx, viewer, owner, { action: 'file-restore', changed: ['file'], file, pending: file.pending })
  })
}

/** One place up or down in the order of its record; at the end nothing moves. */
export async function moveFile(viewer: Viewer | null, { id, to }: { id: string; to: 'up' | 'down' }): Promise<void> {
  const { file, owner } = await fileToChange(viewer, id)
  requireThat(canChangeFile(viewer, owner, file), viewer)
  requireThat(viewer !== null, viewer)
  await inTransaction({}, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${owner.id}, 0))`
    const all = await tx.attachment.findMany({
      where: { recordKind: owner.kind, recordId: owner.id },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const order = all.map((one) => one.id)
    const from = order.indexOf(id)
    const other = from + (to === 'up' ? -1 : 1)
    if (from < 0 || other < 0 || other >= order.length) return
    order.splice(other, 0, ...order.splice(from, 1))
    await tx.$executeRaw`UPDATE attachment a SET position = o.at - 1
      FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o (id, at) WHERE a.id = o.id`
    await keepDeed(tx, viewer, owner, { action: 'file-change', changed: ['position'], file, pending: file.pending })
  })
}

/** A coordinator takes a file that waits. Throws `conflict` when somebody decided before. */
export const takeFile = (viewer: Viewer | null, { id }: { id: string }): Promise<void> => decideFile(viewer, id, true)

/** A coordinator does not take a file that waits: it goes. */
export const refuseFile = (viewer: Viewer | null, { id }: { id: string }): Promise<void> =>
  decideFile(viewer, id, false)

async function decideFile(viewer: Viewer | null, id: string, isTaken: boolean): Promise<void> {
  const { file, owner } = await fileToChange(viewer, id)
  requireThat(canDecideFile(viewer, owner), viewer)
  requireThat(viewer !== null, viewer)
  await inTransaction({}, async (tx) => {
    const where = { id, pending: true }
    const { count } = isTaken
      ? await tx.attachment.updateMany({ where, data: { pending: false } })
      : await tx.attachment.deleteMany({ where })
    if (count === 0) throw new AppError('conflict', 'alreadyAnswered')
    const action = isTaken ? 'file-accept' : 'file-decline'
    await keepDeed(tx, viewer, owner, { action, changed: ['file'], file, pending: !isTaken })
    const notice = await fileNotice(isTaken ? 'fileTaken' : 'fileRefused', owner)
    if (file.createdById !== null) await notifyUsers(tx, [file.createdById], notice, viewer.userId)
  })
}
