import { z } from 'zod'
import { recordKinds, type RecordKind, type RecordStatus } from '@/core/curated'
import { idSchema } from '@/core/id'
import { inLanguage, languageCode, localized } from '@/core/localized'
import { line } from '@/core/text'
import { mostLetters } from '@/modules/files/choices.schema'

export { mostFileBytes, mostLetters, uploadPath } from '@/modules/files/choices.schema'

/** What files hang on. */
const fileOwners = ['actor', 'relation', 'practice', 'plan', 'activity', 'meeting', 'group'] as const
export const fileOwner = z.enum(fileOwners)
export type FileOwner = z.output<typeof fileOwner>
/** The log and the news know curated records. */
export const isCuratedOwner = (kind: FileOwner): kind is FileOwner & RecordKind =>
  recordKinds.some((one) => one === kind)

export type FileOwnerAt = { kind: FileOwner; id: string }

/** Files of one record. */
export const mostFiles = 50

/** The record files hang on, as this viewer stands to it: worked out by file-owner.queries from the record's own policies. */
export type OwnerRights = {
  kind: FileOwner
  id: string
  territoryId: string | null
  status: RecordStatus
  isSeen: boolean
  /** Archived, and everybody could see it once. */
  wasPublic: boolean
  isPublic: boolean
  /** `now`: what this viewer does counts at once; `proposed`: it waits for a coordinator; null: nothing may be done. */
  edits: 'now' | 'proposed' | null
  /** Takes or refuses what others propose. */
  decides: boolean
}

export const altText = localized(500)

/** What is said of a file, apart from its bytes. */
const said = {
  title: line(mostLetters.title).optional(),
  language: languageCode.optional(),
  credit: line(mostLetters.credit).optional(),
  licence: line(mostLetters.licence).optional(),
  /** The picture says nothing that the text does not: programs that read aloud pass over it. */
  decorative: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
}

/** The fields beside the file itself when it is sent; alternative text in one language, the rest can follow. */
export const newFileSchema = z.strictObject({
  ...said,
  alt: line(mostLetters.alt).optional(),
  altLanguage: languageCode.optional(),
})
export type NewFile = z.output<typeof newFileSchema>

const which = { id: idSchema }

/** Alternative text by language. */
export const fileFormSchema = z.strictObject({ ...which, ...said, alt: z.record(languageCode, line(500)).optional() })
export type FileForm = z.output<typeof fileFormSchema>

export const oneFile = z.strictObject(which)
export const fileMove = z.strictObject({ ...which, to: z.enum(['up', 'down']) })

const pictureSizeNames = ['320.webp', '640.webp', '1280.webp', 'share.jpg'] as const

/** A file as lists show it. */
export const fileRowSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  alt: altText.nullable(),
  credit: z.string().nullable(),
  licence: z.string().nullable(),
  pending: z.boolean(),
  createdAt: z.date(),
  /** In bytes. */
  size: z.number(),
  /** Of a picture, with its other sizes; null = a document. */
  picture: z
    .object({
      width: z.number(),
      height: z.number(),
      sizes: z.array(z.object({ name: z.enum(pictureSizeNames), width: z.number(), height: z.number() })),
    })
    .nullable(),
  /** May the viewer change it or take it away? */
  mayChange: z.boolean(),
})
export type FileRow = z.output<typeof fileRowSchema>

/** How long a file that was removed can be put back. */
export const undoMinutes = 60

/** A file that was removed a short time ago. */
export const removedFileSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  /** For how long it can still be put back. */
  minutesLeft: z.number().int(),
})
export type RemovedFile = z.output<typeof removedFileSchema>

/** A file that waits for a coordinator, as the desk lists it. */
export const waitingFileSchema = z.object({
  id: idSchema,
  kind: fileOwner,
  recordId: idSchema,
  recordName: z.string(),
  name: z.string(),
  createdAt: z.date(),
})
export type WaitingFile = z.output<typeof waitingFileSchema>

export type PictureRow = FileRow & { picture: NonNullable<FileRow['picture']> }

export const isPicture = (file: FileRow): file is PictureRow => file.picture !== null

/** `/files/{id}/{name}` (4-contracts); a size of a picture has its own name. */
export const filePath = (file: Pick<FileRow, 'id' | 'fileName'>, name = file.fileName): string =>
  `/files/${file.id}/${encodeURIComponent(name)}`

/** The kind of file in the letters people know it by. */
export function typeLetters(fileName: string): string {
  return (fileName.split('.').at(-1) ?? '').toUpperCase()
}

/** What a link to a record shows elsewhere: its first picture that is large enough and says something. */
export function previewOf(files: readonly FileRow[], locale: string): { path: string; alt: string } | null {
  const shown = files.filter(isPicture).find(({ alt, picture }) => alt !== null && picture.sizes.some(isShare))
  return shown?.alt ? { path: filePath(shown, 'share.jpg'), alt: inLanguage(shown.alt, locale).value } : null
}

const isShare = ({ name }: { name: string }) => name === 'share.jpg'
