import { isDeepStrictEqual } from 'node:util'
import { requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { canChangeSettings } from '@/modules/administration/administration.policy'
import type { SettingsInput } from '@/modules/administration/settings.schema'
import { db } from '@/platform/db'

/** Writes what was said and forgets what was left blank; it counts from the next request everywhere. */
export async function saveSettings(viewer: Viewer | null, input: SettingsInput): Promise<void> {
  requireThat(canChangeSettings(viewer), viewer)
  const { legalNotice, contact, care, retention, limits } = input
  // How long a suggestion's sender is known is one of the periods; the rounds of questions read it beside theirs.
  const kept = { ...care, suggestionMonths: retention.suggestionMonths }
  const wanted = { legalNotice, contact, care: kept, retention, limits }
  await db.$transaction(async (tx) => {
    const before = await tx.setting.findMany({ where: { key: { in: Object.keys(wanted) } } })
    const changed: string[] = []
    for (const [key, value] of Object.entries(wanted)) {
      if (isDeepStrictEqual(before.find((row) => row.key === key)?.value, value)) continue
      changed.push(key)
      if (value === undefined) await tx.setting.delete({ where: { key } })
      else await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
    }
    if (changed.length === 0) return
    const audit = { userId: viewer.userId, action: 'save-settings', fields: changed }
    await tx.auditEntry.create({ data: audit })
  })
}
