'use server'

import { redirect } from 'next/navigation'
import { eraseUser } from '@/modules/privacy/user-erasure.commands'
import { requestIdSchema } from '@/modules/privacy/data-request.schema'
import { formAction } from '@/platform/form-action'

export const eraseUserHere = formAction(requestIdSchema, async ({ id }, { viewer, locale }) => {
  await eraseUser(viewer, id)
  redirect(`/${locale}/desk/privacy?done=account`)
})
