'use server'

import { redirect } from 'next/navigation'
import { retireCode, saveCode } from '@/modules/taxonomy/code-entry.commands'
import { newCodeSchema, retireCodeSchema } from '@/modules/taxonomy/code-entry.schema'
import { formAction } from '@/platform/form-action'

export const sendCode = formAction(newCodeSchema, async (input, { viewer, locale }) => {
  await saveCode(viewer, input)
  redirect(`/${locale}/admin/codes?done=saved`)
})

export const sendRetired = formAction(retireCodeSchema, async (input, { viewer, locale }) => {
  await retireCode(viewer, input)
  redirect(`/${locale}/admin/codes`)
})
