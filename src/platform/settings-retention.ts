import { type Retention, retentionSchema } from '@/core/retention'
import { db } from '@/platform/db'

/** How long what is about people is kept, as it stands at this moment; a value that is not kept well is the usual one. */
export async function getRetention(): Promise<Retention> {
  const row = await db.setting.findUnique({ where: { key: 'retention' } })
  const parsed = retentionSchema.safeParse(row?.value ?? {})
  return parsed.success ? parsed.data : retentionSchema.parse({})
}
