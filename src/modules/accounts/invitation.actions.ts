'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { linkSchema } from '@/modules/accounts/account.schema'
import {
  acceptForOwnAccount,
  acceptInvitation,
  inviteUser,
  renewInvitation,
  resendInvitation,
  revokeInvitation,
} from '@/modules/accounts/invitation.commands'
import { acceptSchema, invitationIdSchema, newInvitationSchema } from '@/modules/accounts/invitation.schema'
import { formAction } from '@/platform/form-action'
import { enter } from '@/platform/session'

export const inviteHere = formAction(newInvitationSchema, async (invitation, { viewer, locale }) => {
  await inviteUser(viewer, invitation)
  redirect(`/${locale}/admin/invitations?done=invite`)
})

export const resendInvitationHere = formAction(invitationIdSchema, async ({ id }, { viewer, locale }) => {
  await resendInvitation(viewer, id)
  redirect(`/${locale}/admin/invitations?done=resend`)
})

export const revokeInvitationHere = formAction(invitationIdSchema, async ({ id }, { viewer, locale }) => {
  await revokeInvitation(viewer, id)
  redirect(`/${locale}/admin/invitations?done=revoke`)
})

/** The button behind an invitation, for whoever has no account yet. */
export const acceptInvitationHere = formAction(
  acceptSchema,
  async (accepted, { locale, visit }) => {
    redirect(await enter(await acceptInvitation(accepted, { locale, visit }), `/${locale}/desk`, locale))
  },
  { forget: ['password'] },
)

/** The same for whoever has one and is signed in to it. */
export const acceptForOwnAccountHere = formAction(linkSchema, async ({ token }, { viewer, locale }) => {
  await acceptForOwnAccount(viewer, token)
  revalidatePath('/', 'layout') // the frame of the page names the roles
  redirect(`/${locale}/desk`)
})

/** A new link in place of one that is too old, to the same address. */
export const renewInvitationHere = formAction(linkSchema, async ({ token }) => {
  await renewInvitation(token)
  return true
})
