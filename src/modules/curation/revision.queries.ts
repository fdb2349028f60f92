import type { FormFields } from '@/core/form-fields'
import { type Page, type PageKey, timePart } from '@/core/page'
import type { Present } from '@/core/present'
import type { Content } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import type { CuratedKind } from '@/modules/curation/proposal.schema'
import {
  type FileDeed,
  fileDeedSchema,
  fileDeeds,
  type RevisionRow,
  revisionRowSchema,
} from '@/modules/curation/revision.schema'
import { findCuratedNames, formValuesOf, getCurated, partsOfKind } from '@/modules/curation/versioned-record.queries'
import { db } from '@/platform/db'
import { olderThan, pageOf } from '@/platform/list'

const versionsOf = (kind: CuratedKind, recordId: string) => ({
  ...{ recordKind: kind, recordId, state: 'accepted' as const },
  // A proposal that was taken is told beside the version it became.
  ...{ version: { not: null }, decidedById: null },
})

type RecordHistory = { name: string; present: Present<Content>; versions: Page<RevisionRow> }

/** The versions of a record, newest first, for who works in its territory. Throws `not-found`. */
export async function getHistory(
  viewer: Viewer | null,
  record: { kind: CuratedKind; id: string },
  page: { after: PageKey | null; limit: number; locale: string },
): Promise<RecordHistory> {
  const { kind, id } = record
  const present = await getCurated(viewer, kind, id)
  const [rows, total, names] = await Promise.all([
    db.revision.findMany({
      where: { ...versionsOf(kind, id), ...olderThan(page.after, 'createdAt') },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: page.limit + 1,
      omit: { before: true, after: true },
    }),
    db.revision.count({ where: versionsOf(kind, id) }),
    findCuratedNames([record], page.locale),
  ])
  const proposals = await db.revision.findMany({
    where: { recordKind: kind, recordId: id, state: 'accepted', decidedById: { not: null } },
    select: { version: true, authorId: true },
  })
  const proposer = new Map(proposals.map(({ version, authorId }) => [version, authorId]))
  const people = await authorNames([...rows, ...proposals].map(({ authorId }) => authorId))
  const files = await importNames(rows.map(({ batchId }) => batchId))
  const toRow = (raw: unknown): RevisionRow => revisionRowSchema.parse(raw)
  const versions = pageOf(
    rows.map((row) => ({
      ...row,
      key: [timePart(row.createdAt), row.id],
      author: files.get(row.batchId ?? '') ?? people.get(row.authorId ?? '') ?? null,
      isImport: files.has(row.batchId ?? ''),
      proposedBy: people.get(proposer.get(row.version) ?? '') ?? null,
      isFirst: row.baseVersion === null,
      parts: partsOfKind[kind]
        .filter(({ fields }) => fields.some((field) => row.changed.includes(field)))
        .map(({ key }) => key),
    })),
    page.limit,
    toRow,
    total,
  )
  return { name: names.get(id) ?? '', present, versions }
}

const mostDeeds = 100

/** What was last done with the files of a record, newest first, for who works in its territory. Throws `not-found`. */
export async function findFileDeeds(
  viewer: Viewer | null,
  { kind, id }: { kind: CuratedKind; id: string },
): Promise<FileDeed[]> {
  await getCurated(viewer, kind, id)
  const rows = await db.auditEntry.findMany({
    where: { recordKind: kind, recordId: id, action: { in: [...fileDeeds] } },
    orderBy: { id: 'desc' },
    take: mostDeeds,
  })
  const people = await authorNames(rows.map(({ userId }) => userId))
  const names = await db.fileName.findMany({ where: { id: { in: known(rows.map(({ fileId }) => fileId)) } } })
  const files = new Map(names.map((file) => [file.id, file]))
  return rows.map(({ userId, fileId, fields, ...row }) =>
    fileDeedSchema.parse({
      ...row,
      isOrder: fields.length === 1 && fields[0] === 'position',
      file: files.get(fileId ?? '') ?? null,
      author: people.get(userId ?? '') ?? null,
    }),
  )
}

const known = (ids: readonly (string | null)[]) => [...new Set(ids)].filter((id) => id !== null)

async function authorNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: known(ids) } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}

/** Files by batch; deeds over many records carry such a number too, and are told by who did them. */
async function importNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const found = await db.importBatch.findMany({
    where: { id: { in: known(ids) } },
    select: { id: true, fileName: true },
  })
  return new Map(found.map(({ id, fileName }) => [id, fileName]))
}

/** What a version held; null where there is none of this number. The caller has asked for the record first. */
export async function contentOfVersion(kind: CuratedKind, recordId: string, version: number): Promise<unknown> {
  const found = await db.revision.findFirst({
    where: { ...versionsOf(kind, recordId), version },
    select: { after: true },
  })
  return found?.after ?? null
}

/** Two versions as their form would show them; null where one is missing, or the form of today cannot read it. */
export async function compareVersions(
  viewer: Viewer | null,
  { kind, id }: { kind: CuratedKind; id: string },
  { a, b, locale }: { a: number; b: number; locale: string },
): Promise<{ before: FormFields; after: FormFields } | null> {
  await getCurated(viewer, kind, id)
  const [before, after] = await Promise.all(
    [a, b].map(async (version) => formValuesOf(kind, await contentOfVersion(kind, id, version), locale)),
  )
  return before && after ? { before, after } : null
}
