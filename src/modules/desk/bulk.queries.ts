import { z } from 'zod'
import { AppError } from '@/core/app-error'
import { decided } from '@/core/decision'
import { isId } from '@/core/id'
import type { Viewer } from '@/core/viewer'
import { findCuratedNames } from '@/modules/curation/versioned-record.queries'
import {
  type BulkDeedName,
  bulkDeeds,
  type BulkKind,
  bulkKinds,
  type BulkRecord,
  bulkRecordSchema,
} from '@/modules/desk/bulk.schema'
import { db } from '@/platform/db'

const deedSchema = z.object({
  id: z.string(),
  recordKind: z.enum(bulkKinds),
  action: z.enum(bulkDeeds),
  userId: z.string().nullable(),
  createdAt: z.date(),
  undoneAt: z.date().nullable(),
  records: z.array(bulkRecordSchema),
})
type BulkDeed = z.output<typeof deedSchema>

/** A deed over many, for who did it. Throws `not-found`. */
export async function getBulkDeed(viewer: Viewer | null, id: string): Promise<BulkDeed> {
  const found = isId(id) ? await db.bulkDeed.findUnique({ where: { id } }) : null
  decided()
  if (found === null || viewer === null || found.userId !== viewer.userId) throw new AppError('not-found', 'notFound')
  return deedSchema.parse(found)
}

type BulkOutcome = {
  id: string
  kind: BulkKind
  deed: BulkDeedName
  done: number
  /** Actors that became public together with their relations. */
  together: number
  isUndone: boolean
  refused: { id: string; name: string; why: string }[]
}

/** What a deed over many did, in words; null when it is none of this viewer's. */
export async function findBulkOutcome(viewer: Viewer, id: string, locale: string): Promise<BulkOutcome | null> {
  const deed = await getBulkDeed(viewer, id).catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
  if (deed === null) return null
  const isDone = ({ refused }: BulkRecord) => refused === undefined
  const left = deed.records.filter((record) => !isDone(record))
  // What the viewer may not see has no name for them.
  const names = await findCuratedNames(
    left.filter(({ refused }) => refused !== 'notFound'),
    locale,
  )
  const isOwn = ({ kind }: BulkRecord) => kind === deed.recordKind
  return {
    ...{ id, kind: deed.recordKind, deed: deed.action, isUndone: deed.undoneAt !== null },
    done: deed.records.filter((record) => isDone(record) && isOwn(record)).length,
    together: deed.records.filter((record) => isDone(record) && !isOwn(record)).length,
    refused: left.map((record) => ({
      id: record.id,
      name: names.get(record.id) ?? '',
      why: record.refused ?? '',
    })),
  }
}
