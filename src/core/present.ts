import { z } from 'zod'
import type { RecordStatus } from './curated'

/** A record as it stands, its content in the shape of its form. */
export type Present<C> = {
  id: string
  slug: string
  version: number
  status: RecordStatus
  territoryId: string | null
  createdById: string | null
  publishedAt: Date | null
  sentBackReason: string | null
  fieldWriters: Record<string, string>
  content: C
}

const writersSchema = z.record(z.string(), z.string())

/** What a row says of a record beside its content. */
export const presentState = (
  row: Omit<Present<never>, 'content' | 'fieldWriters'> & { fieldWriters: unknown },
): Omit<Present<never>, 'content'> => {
  const { id, slug, version, status, territoryId, createdById, publishedAt, sentBackReason } = row
  const fieldWriters = writersSchema.parse(row.fieldWriters)
  return { id, slug, version, status, territoryId, createdById, publishedAt, sentBackReason, fieldWriters }
}
