'use server'

import { redirect } from 'next/navigation'
import { mergeRecords, undoMerge } from '@/modules/curation/merge.commands'
import { mergeFormSchema, undoMergeSchema } from '@/modules/curation/merge.schema'
import { formAction } from '@/platform/form-action'

/** Two records become one, as the page of their comparison says. */
export const mergePair = formAction(mergeFormSchema, async (form, { viewer, locale }) => {
  const id = await mergeRecords(viewer, form)
  redirect(`/${locale}/desk/merges/${id}`)
})

export const takeMergeBack = formAction(undoMergeSchema, async ({ id }, { viewer, locale }) => {
  await undoMerge(viewer, id)
  redirect(`/${locale}/desk/merges/${id}?done=undone`)
})
