'use server'

import { redirect } from 'next/navigation'
import { restoreVersion } from '@/modules/curation/revision.commands'
import { restoreVersionSchema } from '@/modules/curation/revision.schema'
import { formAction } from '@/platform/form-action'

export const restoreOldVersion = formAction(restoreVersionSchema, async (input, { viewer, locale }) => {
  const { version } = await restoreVersion(viewer, input)
  redirect(`/${locale}/desk/${input.kind}s/${input.id}/history?restored=${version}`)
})
