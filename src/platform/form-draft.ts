import type { RecordKind } from '@/core/curated'
import { newId } from '@/core/id'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/platform/db'

/** Whose unsent text of which form (9-decisions, Drafts and revisions). */
type Key = { userId: string; form: RecordKind; recordId: string }
const keptDays = 30

/**
 * Keeps what somebody typed. `recordId` is the record's id, or for a new record an id made when the form was opened.
 * Each call also forgets drafts of this user that nobody touched for 30 days.
 */
export async function keepFormDraft(
  key: Key,
  draft: { payload: Prisma.InputJsonValue; baseVersion: number | null },
): Promise<Date> {
  const updatedAt = new Date()
  if (await wasJustSent(key, draft.baseVersion)) return updatedAt
  const values = { ...draft, updatedAt }
  await db.formDraft.createMany({ data: [{ id: newId(), ...key, ...values }], skipDuplicates: true })
  // Of two calls under way at once, the one that came later stays.
  await db.formDraft.updateMany({ where: { ...key, updatedAt: { lt: updatedAt } }, data: values })
  await db.formDraft.deleteMany({
    where: { userId: key.userId, updatedAt: { lt: new Date(updatedAt.getTime() - keptDays * 86_400_000) } },
  })
  return updatedAt
}

/**
 * What is kept while the same form is being sent may arrive after it was stored: then nothing is unsent any more. Later
 * than these seconds it is another page with the same form, and its text stays.
 */
async function wasJustSent({ userId, form, recordId }: Key, baseVersion: number | null): Promise<boolean> {
  const sent = await db.revision.count({
    where: {
      ...{ recordKind: form, recordId, authorId: userId, baseVersion },
      createdAt: { gt: new Date(Date.now() - 15_000) },
    },
  })
  return sent > 0
}

/** After a save, or when its writer throws it away. */
export async function dropFormDraft(key: Key): Promise<void> {
  await db.formDraft.deleteMany({ where: key })
}
