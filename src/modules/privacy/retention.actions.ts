'use server'

import { planRetention, runRetention } from '@/modules/privacy/retention.commands'
import { runSchema } from '@/modules/privacy/retention.schema'
import { formAction } from '@/platform/form-action'

/** Counts what is past its time, or takes it away. */
export const retentionHere = formAction(runSchema, async ({ mode }, { viewer }) => ({
  mode,
  counts: mode === 'dry' ? await planRetention(viewer) : await runRetention(viewer),
}))
