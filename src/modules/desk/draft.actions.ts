'use server'

import { redirect } from 'next/navigation'
import { dropDraft } from '@/modules/desk/draft.commands'
import { dropDraftSchema } from '@/modules/desk/draft.schema'
import { formAction } from '@/platform/form-action'

/** Throws an unsent form away and leads to the desk. */
export const discardDraft = formAction(dropDraftSchema, async (key, { viewer, locale }) => {
  await dropDraft(viewer, key)
  redirect(`/${locale}/desk?done=discard`)
})
