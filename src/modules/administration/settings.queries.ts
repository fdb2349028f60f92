import { z } from 'zod'
import { requireThat } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import { limitsSchema } from '@/core/limit-settings'
import { retentionSchema } from '@/core/retention'
import type { Viewer } from '@/core/viewer'
import { canChangeSettings } from '@/modules/administration/administration.policy'
import { careSettings } from '@/modules/curation/verification.schema'
import { db } from '@/platform/db'

const text = z.string().catch('')
const group = z.record(z.string(), z.unknown()).catch({})
const texts = (values: Record<string, number>): FormFields =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))

/** The settings as their form shows them: what was written, else the usual. */
export async function getSettingsForm(viewer: Viewer | null): Promise<FormFields> {
  requireThat(canChangeSettings(viewer), viewer)
  const rows = await db.setting.findMany()
  const valueOf = (key: string): unknown => rows.find((row) => row.key === key)?.value
  const { automatic, months, batch, remindDays, silentDays } = careSettings.parse(group.parse(valueOf('care')))
  return {
    legalNotice: text.parse(valueOf('legalNotice')),
    contact: text.parse(valueOf('contact')),
    care: { ...texts({ months, batch, remindDays, silentDays }), ...(automatic && { automatic: 'on' }) },
    retention: texts(retentionSchema.catch(retentionSchema.parse({})).parse(valueOf('retention') ?? {})),
    limits: texts(limitsSchema.catch(limitsSchema.parse({})).parse(valueOf('limits') ?? {})),
  }
}
