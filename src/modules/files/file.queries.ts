import { AppError, requireSeen } from '@/core/app-error'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { findFileOwner } from '@/modules/files/file-owner.queries'
import { canChangeFile, canReadFile } from '@/modules/files/file.policy'
import { type FileOwnerAt, type FileRow, fileRowSchema, type OwnerRights } from '@/modules/files/file.schema'
import { db } from '@/platform/db'
import { streamContent } from '@/platform/file-content'

const withSizes = {
  content: {
    select: {
      size: true,
      width: true,
      height: true,
      sizes: { select: { name: true, width: true, height: true }, orderBy: { width: 'asc' } },
    },
  },
} as const

/** The record and its files. Throws `not-found` for what may not be seen, `gone` for what was archived. */
export async function getOwner(viewer: Viewer | null, of: FileOwnerAt): Promise<OwnerRights> {
  const owner = isId(of.id) ? await findFileOwner(viewer, of) : null
  if (owner === null) throw new AppError('not-found', 'notFound')
  requireSeen(owner.isSeen, owner.wasPublic)
  return owner
}

/** What a record's public page shows of its files: all that do not wait, to whoever may see the record. */
export async function findShownFiles(viewer: Viewer | null, of: FileOwnerAt): Promise<FileRow[]> {
  return (await findFiles(viewer, of)).filter(({ pending }) => !pending)
}

/** The files of a record in their order, as the viewer may see them; none of a record that may not be seen. */
export async function findFiles(viewer: Viewer | null, of: FileOwnerAt): Promise<FileRow[]> {
  const rows = await attachedTo(of)
  // Most records have none: nothing more is asked for them.
  const owner = rows.length === 0 ? null : await findFileOwner(viewer, of)
  return owner?.isSeen === true ? shownRows(viewer, owner, rows) : []
}

/** The files of a record whose rights are known already. */
export const filesOf = async (viewer: Viewer | null, owner: OwnerRights): Promise<FileRow[]> =>
  shownRows(viewer, owner, await attachedTo(owner))

async function attachedTo({ kind, id }: FileOwnerAt) {
  const where = { recordKind: kind, recordId: id }
  // Prisma asks for the contents of nothing, too.
  if ((await db.attachment.findFirst({ where, select: { id: true } })) === null) return []
  return db.attachment.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }], include: withSizes })
}

const shownRows = (
  viewer: Viewer | null,
  owner: OwnerRights,
  rows: Awaited<ReturnType<typeof attachedTo>>,
): FileRow[] =>
  rows
    .filter((row) => canReadFile(owner, row))
    .map(({ content: { size, width, height, sizes }, ...row }) =>
      fileRowSchema.parse({
        ...row,
        size,
        picture: width === null || height === null ? null : { width, height, sizes },
        mayChange: canChangeFile(viewer, owner, row),
      }),
    )

/** The bytes of a file, or of a size of a picture, and how they may be kept. */
type SentFile = {
  fileName: string
  mediaType: string
  size: number
  sha256: string
  isPicture: boolean
  isPublic: boolean
  open: () => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>
}

/**
 * A file by its id and name. Throws `not-found` when the viewer may not read its record, when it waits for a coordinator
 * and the viewer does not edit there, and for any other name than its own; `gone` when the record was archived.
 */
export async function getFile(viewer: Viewer | null, id: string, name: string): Promise<SentFile> {
  const file = isId(id) ? await db.attachment.findUnique({ where: { id }, include: sentContent }) : null
  if (file === null) throw new AppError('not-found', 'notFound')
  const owner = await findFileOwner(viewer, { kind: file.recordKind, id: file.recordId })
  const size = file.content.sizes.find((one) => one.name === name)
  const isNamed = name === file.fileName || size !== undefined
  const wasPublic = owner?.wasPublic === true && !file.pending && isNamed
  requireSeen(owner !== null && canReadFile(owner, file) && isNamed, wasPublic)
  const sent = size?.content ?? file.content
  return {
    fileName: size === undefined ? file.fileName : `${file.fileName.replace(/\.[^.]*$/, '')}-${name}`,
    mediaType: sent.mediaType,
    size: sent.size,
    sha256: sent.sha256,
    isPicture: file.content.width !== null,
    isPublic: owner?.isPublic === true && !file.pending,
    open: async () => {
      const stream = await streamContent(sent.sha256)
      if (stream === null) throw new AppError('not-found', 'notFound')
      return stream
    },
  }
}

const bytesOf = { sha256: true, mediaType: true, size: true } as const
const sentContent = {
  content: {
    select: { ...bytesOf, width: true, sizes: { select: { name: true, content: { select: bytesOf } } } },
  },
} as const
