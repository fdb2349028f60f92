// Rows that have served: they hold nothing anybody may still use.
import { db } from '@/platform/db'

const before = (days: number) => new Date(Date.now() - days * 86_400_000)

/** Takes away forgotten forms, answers kept for programs, old news and counters; what is about people: retention. */
export async function cleanUp(): Promise<void> {
  await db.formDraft.deleteMany({ where: { updatedAt: { lt: before(30) } } })
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before(1) } } })
  await db.limitCounter.deleteMany({ where: { resetsAt: { lt: new Date() } } })
  await db.notification.deleteMany({ where: { createdAt: { lt: before(365) } } })
}
