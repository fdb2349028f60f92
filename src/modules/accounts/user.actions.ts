'use server'

import { redirect } from 'next/navigation'
import { startReset } from '@/modules/accounts/password.commands'
import { endAllSessions } from '@/modules/accounts/session.commands'
import { takeSecondFactor } from '@/modules/accounts/two-factor.commands'
import { disableUser, enableUser, giveRole, takeRole } from '@/modules/accounts/user.commands'
import { givenRoleSchema, takenRoleSchema, userIdSchema } from '@/modules/accounts/user.schema'
import { formAction } from '@/platform/form-action'

export const giveRoleHere = formAction(givenRoleSchema, async ({ userId, as }, { viewer, locale }) => {
  await giveRole(viewer, userId, as)
  redirect(`/${locale}/admin/users/${userId}?done=give`)
})

export const takeRoleHere = formAction(takenRoleSchema, async ({ userId, membershipId }, { viewer, locale }) => {
  const isStillSeen = await takeRole(viewer, userId, membershipId)
  redirect(`/${locale}/admin/users${isStillSeen ? `/${userId}` : ''}?done=take`)
})

export const disableUserHere = formAction(userIdSchema, async ({ userId }, { viewer, locale }) => {
  await disableUser(viewer, userId)
  redirect(`/${locale}/admin/users/${userId}?done=disable`)
})

export const enableUserHere = formAction(userIdSchema, async ({ userId }, { viewer, locale }) => {
  await enableUser(viewer, userId)
  redirect(`/${locale}/admin/users/${userId}?done=enable`)
})

export const endSessionsHere = formAction(userIdSchema, async ({ userId }, { viewer, locale }) => {
  await endAllSessions(viewer, userId)
  redirect(`/${locale}/admin/users/${userId}?done=end`)
})

/** For whoever lost the phone and the recovery codes. */
export const takeSecondFactorHere = formAction(userIdSchema, async ({ userId }, { viewer, locale }) => {
  await takeSecondFactor(viewer, userId)
  redirect(`/${locale}/admin/users/${userId}?done=factor`)
})

/** Mails a link to choose a password; nobody chooses it for somebody else. */
export const startResetHere = formAction(userIdSchema, async ({ userId }, { viewer, locale }) => {
  await startReset(viewer, userId)
  redirect(`/${locale}/admin/users/${userId}?done=reset`)
})
