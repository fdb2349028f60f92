'use server'

import { redirect } from 'next/navigation'
import { ownPath } from '@/core/own-path'
import { askedLinkSchema, choosePasswordSchema, linkSchema, renewedLinkSchema } from '@/modules/accounts/account.schema'
import { askLink, renewLink, signInByLink } from '@/modules/accounts/link.commands'
import { choosePassword } from '@/modules/accounts/password.commands'
import { formAction } from '@/platform/form-action'
import { enter } from '@/platform/session'

/** Asks for a link by mail. The answer is the same whoever asks. */
export const askLinkHere = formAction(askedLinkSchema, async ({ kind, email, callbackUrl }, { locale, visit }) => {
  const desk = `/${locale}/desk`
  const to = ownPath(callbackUrl, desk)
  await askLink(kind, email, { locale, visit, ...(to !== desk && { to }) })
  return email
})

/** A new link in place of one that is used or too old, to the same address. */
export const renewLinkHere = formAction(renewedLinkSchema, async ({ kind, token }, { locale, visit }) => {
  await renewLink(kind, token, { locale, visit })
  return true
})

/** The form behind a link: one button, one POST; opening the link does nothing. */
export const choosePasswordHere = formAction(
  choosePasswordSchema,
  async (chosen, { locale, visit }) => {
    redirect(await enter(await choosePassword(chosen, visit), `/${locale}/desk`, locale))
  },
  { forget: ['password'] },
)

/** The button behind a link that opens the door. */
export const signInByLinkHere = formAction(linkSchema, async ({ token }, { locale, visit }) => {
  const { opening, to } = await signInByLink(token, visit)
  redirect(await enter(opening, ownPath(to, `/${locale}/desk`), locale))
})
