'use server'

import { redirect } from 'next/navigation'
import { saveSettings } from '@/modules/administration/settings.commands'
import { settingsSchema } from '@/modules/administration/settings.schema'
import { formAction } from '@/platform/form-action'

export const sendSettings = formAction(settingsSchema, async (input, { viewer, locale }) => {
  await saveSettings(viewer, input)
  redirect(`/${locale}/admin/settings?done=saved`)
})
