import { z } from 'zod'
import type { RecordKind } from '@/core/curated'
import { newId } from '@/core/id'
import type { Content } from '@/core/record-part'
import type { Viewer } from '@/core/viewer'
import { insertRows, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'

/** One accepted (or proposed) save of one record; `before` and `after` hold the whole content. */
export type HistoryEntry = {
  recordId: string
  territoryId: string | null
  action: string
  changed: readonly string[]
  baseVersion: number | null
  version: number | null
  before: unknown
  after: unknown
  state?: 'accepted' | 'pending'
  reason?: string | undefined
}

const revisionColumns = {
  id: 'uuid',
  record_kind: 'record_kind',
  record_id: 'uuid',
  territory_id: 'uuid',
  state: 'revision_state',
  base_version: 'integer',
  version: 'integer',
  before: 'jsonb',
  after: 'jsonb',
  changed: 'text[]',
  reason: 'text',
  action: 'text',
  batch_id: 'uuid',
  author_id: 'uuid',
}

/** Who did it; with a key, in whose name. */
type Author = Pick<Viewer, 'userId' | 'apiKeyId'>

const auditColumns = {
  user_id: 'uuid',
  api_key_id: 'uuid',
  action: 'text',
  record_kind: 'record_kind',
  record_id: 'uuid',
  territory_id: 'uuid',
  fields: 'text[]',
  file_id: 'uuid',
}

/**
 * Writes the revisions and the audit entries of one save (3-architecture, Curated records share one base). Revisions
 * hold the whole record; the audit log holds ids and field names, never values.
 */
export async function writeHistory(
  tx: Transaction,
  kind: RecordKind,
  by: Author & { batchId?: string | undefined },
  entries: readonly HistoryEntry[],
): Promise<void> {
  // One proposal per record and author: a later one takes the place of the earlier.
  const proposed = entries.filter(({ state }) => state === 'pending').map(({ recordId }) => recordId)
  if (proposed.length > 0)
    await tx.revision.deleteMany({
      where: { recordKind: kind, recordId: { in: proposed }, authorId: by.userId, state: 'pending' },
    })
  await insertRows(
    tx,
    'revision',
    revisionColumns,
    entries.map((entry) => ({
      id: newId(),
      record_kind: kind,
      record_id: entry.recordId,
      territory_id: entry.territoryId,
      state: entry.state ?? 'accepted',
      base_version: entry.baseVersion,
      version: entry.version,
      before: entry.before,
      after: entry.after,
      changed: entry.changed,
      reason: entry.reason ?? null,
      action: entry.action,
      batch_id: by.batchId ?? null,
      author_id: by.userId,
    })),
  )
  await insertAudit(tx, kind, by, entries)
}

type AuditEntry = Pick<HistoryEntry, 'recordId' | 'territoryId' | 'action' | 'changed'> & { fileId?: string }

/**
 * Audit entries of deeds that no program does. `userId` null: somebody without an account, by a mailed link; `kind` null:
 * about no curated record.
 */
export const writeAudit = (
  tx: Transaction,
  kind: RecordKind | null,
  userId: string | null,
  entries: readonly AuditEntry[],
) => insertAudit(tx, kind, { userId, apiKeyId: null }, entries)

async function insertAudit(
  tx: Transaction,
  kind: RecordKind | null,
  by: { userId: string | null; apiKeyId: string | null },
  entries: readonly AuditEntry[],
): Promise<void> {
  await insertRows(
    tx,
    'audit_entry',
    auditColumns,
    entries.map((entry) => ({
      user_id: by.userId,
      api_key_id: by.apiKeyId,
      action: entry.action,
      record_kind: kind,
      record_id: entry.recordId,
      territory_id: entry.territoryId,
      fields: entry.changed,
      file_id: entry.fileId ?? null,
    })),
  )
}

/** Says that something public changed. Last statement of a saving transaction: the row is locked until it commits. */
export async function touchData(tx: Transaction): Promise<void> {
  await tx.$executeRaw`UPDATE data_version SET version = version + 1 WHERE id = 1`
}

/** What waits of this user for a record, and what it rests on; null when nothing does. */
export async function findOwnProposal(
  kind: RecordKind,
  { recordId, userId }: { recordId: string; userId: string },
): Promise<{ before: Content; after: Content } | null> {
  const row = await db.revision.findFirst({
    where: { recordKind: kind, recordId, authorId: userId, state: 'pending' },
    orderBy: { createdAt: 'desc' },
    select: { before: true, after: true },
  })
  return row === null ? null : proposedSchema.parse(row)
}

const proposedSchema = z.object({
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})

/** Takes back what this user proposed for a record; false when nothing waited. */
export async function dropProposal(
  tx: Transaction,
  kind: RecordKind,
  { recordId, userId }: { recordId: string; userId: string },
): Promise<boolean> {
  const { count } = await tx.revision.deleteMany({
    where: { recordKind: kind, recordId, authorId: userId, state: 'pending' },
  })
  return count > 0
}
