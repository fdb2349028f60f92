'use server'

import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { ownPath } from '@/core/own-path'
import { signIn } from '@/modules/accounts/account.commands'
import { signInSchema } from '@/modules/accounts/account.schema'
import { endSession } from '@/modules/accounts/session.commands'
import { formAction, requireOwnForm } from '@/platform/form-action'
import { currentSession, enter, forgetSession } from '@/platform/session'

/** The sign-in form. What next-auth's own address does for programs, this does for a form that also works unscripted. */
export const signInHere = formAction(
  signInSchema,
  async ({ callbackUrl, ...credentials }, { locale, visit }) => {
    const target = ownPath(callbackUrl, `/${locale}/desk`)
    redirect(await enter(await signIn(credentials, visit), target, locale))
  },
  { forget: ['password'] },
)

/** Ends this session and leads to the map. */
export async function signOut(): Promise<void> {
  await requireOwnForm()
  const session = await currentSession()
  if (session !== null) await endSession(session.viewer, session.id)
  await forgetSession()
  redirect(`/${await getLocale()}/map`)
}
