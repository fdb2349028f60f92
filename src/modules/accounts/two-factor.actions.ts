'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { AppError } from '@/core/app-error'
import { ownPath } from '@/core/own-path'
import { passSecondStep } from '@/modules/accounts/second-step.commands'
import {
  beginTwoFactor,
  confirmTwoFactor,
  renewRecoveryCodes,
  turnOffTwoFactor,
} from '@/modules/accounts/two-factor.commands'
import { codeFormSchema, codeStepSchema, emptyFormSchema } from '@/modules/accounts/two-factor.schema'
import { formAction } from '@/platform/form-action'
import { currentSecondStep, currentSession, enter } from '@/platform/session'

const forget = { forget: ['code'] }

export const beginTwoFactorHere = formAction(emptyFormSchema, async (_, { viewer, locale }) => {
  await beginTwoFactor(viewer)
  redirect(`/${locale}/desk/account/two-factor`)
})

/** The result is shown with the answer, and nowhere else. */
export const confirmTwoFactorHere = formAction(
  codeFormSchema,
  async ({ code }) => {
    const session = await currentSession()
    if (session === null) throw new AppError('unauthenticated', 'signInFirst')
    const codes = await confirmTwoFactor(session.viewer, { code, sessionId: session.id })
    refresh() // roles count from now on: the head of the page names them
    return { codes }
  },
  forget,
)

export const renewRecoveryCodesHere = formAction(
  codeFormSchema,
  async ({ code }, { viewer }) => ({ codes: await renewRecoveryCodes(viewer, code) }),
  forget,
)

export const turnOffTwoFactorHere = formAction(
  codeFormSchema,
  async ({ code }, { viewer, locale }) => {
    await turnOffTwoFactor(viewer, code)
    redirect(`/${locale}/desk/account?done=off`)
  },
  forget,
)

/** The second step of signing in, whatever the first one was. */
export const passSecondStepHere = formAction(
  codeStepSchema,
  async ({ code, callbackUrl }, { locale, visit }) => {
    const opening = await passSecondStep(await currentSecondStep(), code, visit)
    redirect(await enter(opening, ownPath(callbackUrl, `/${locale}/desk`), locale))
  },
  forget,
)
