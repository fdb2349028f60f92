'use server'

import { redirect } from 'next/navigation'
import { ownPath } from '@/core/own-path'
import { signIn } from '@/modules/accounts/account.commands'
import { signInSchema } from '@/modules/accounts/account.schema'
import { formAction } from '@/platform/form-action'
import { enter } from '@/platform/session'

/** The sign-in form. What next-auth's own address does for programs, this does for a form that also works unscripted. */
export const signInHere = formAction(
  signInSchema,
  async ({ callbackUrl, ...credentials }, { locale, visit }) => {
    const target = ownPath(callbackUrl, `/${locale}/desk`)
    redirect(await enter(await signIn(credentials, visit), target, locale))
  },
  { forget: ['password'] },
)
