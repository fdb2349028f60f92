'use server'

import { redirect } from 'next/navigation'
import { AppError } from '@/core/app-error'
import {
  changePassword,
  deleteOwnAccount,
  endOtherSessions,
  saveProfile,
} from '@/modules/accounts/own-account.commands'
import {
  changePasswordSchema,
  deleteAccountSchema,
  profileSchema,
  sessionAtSchema,
} from '@/modules/accounts/own-account.schema'
import { endAllSessions, endSession } from '@/modules/accounts/session.commands'
import { emptyFormSchema } from '@/modules/accounts/two-factor.schema'
import { formAction } from '@/platform/form-action'
import { currentSession, forgetSession } from '@/platform/session'

async function sessionOfForm() {
  const session = await currentSession()
  if (session === null) throw new AppError('unauthenticated', 'signInFirst')
  return session
}

/** The next page comes in the language that was chosen. */
export const saveProfileHere = formAction(profileSchema, async (profile, { viewer }) => {
  await saveProfile(viewer, profile)
  redirect(`/${profile.locale}/desk/account?done=saved`)
})

export const changePasswordHere = formAction(
  changePasswordSchema,
  async (passwords, { locale }) => {
    const { viewer, id } = await sessionOfForm()
    await changePassword(viewer, { ...passwords, sessionId: id })
    redirect(`/${locale}/desk/account?done=password`)
  },
  { forget: ['oldPassword', 'password'] },
)

export const endSessionHere = formAction(sessionAtSchema, async ({ id }, { viewer, locale }) => {
  await endSession(viewer, id)
  redirect(`/${locale}/desk/account?done=ended`)
})

export const endOtherSessionsHere = formAction(emptyFormSchema, async (_, { locale }) => {
  const { viewer, id } = await sessionOfForm()
  await endOtherSessions(viewer, id)
  redirect(`/${locale}/desk/account?done=others`)
})

/** Everywhere, here too. */
export const endAllSessionsHere = formAction(emptyFormSchema, async (_, { locale }) => {
  const { viewer } = await sessionOfForm()
  await endAllSessions(viewer, viewer.userId)
  await forgetSession()
  redirect(`/${locale}/sign-in`)
})

export const deleteAccountHere = formAction(
  deleteAccountSchema,
  async ({ proof }, { viewer, locale }) => {
    await deleteOwnAccount(viewer, proof)
    await forgetSession()
    redirect(`/${locale}/sign-in/goodbye`)
  },
  { forget: ['proof'] },
)
