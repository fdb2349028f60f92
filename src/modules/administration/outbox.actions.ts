'use server'

import { redirect } from 'next/navigation'
import { copyInvitationLink, sendMailAgain } from '@/modules/administration/outbox.commands'
import { whichMailSchema } from '@/modules/administration/outbox.schema'
import { formAction } from '@/platform/form-action'

export const sendAgain = formAction(whichMailSchema, async ({ id }, { viewer, locale }) => {
  await sendMailAgain(viewer, id)
  redirect(`/${locale}/admin/outbox/${id}?done=again`)
})

/** Shows the link in the answer of the form, and nowhere else. */
export const copyLink = formAction(whichMailSchema, ({ id }, { viewer }) => copyInvitationLink(viewer, id))
