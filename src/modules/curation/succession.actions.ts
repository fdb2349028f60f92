'use server'

import { redirect } from 'next/navigation'
import { takeOverRelations } from '@/modules/curation/succession.commands'
import { takeOverSchema } from '@/modules/curation/succession.schema'
import { formAction } from '@/platform/form-action'

/** The successor carries on what was chosen. */
export const takeOver = formAction(takeOverSchema, async (said, { viewer, locale }) => {
  const count = await takeOverRelations(viewer, said, locale)
  redirect(`/${locale}/desk/succession/${said.actorId}?done=${count}`)
})
