'use server'

import { redirect } from 'next/navigation'
import { passOnMessage, writeToPerson } from '@/modules/persons/relay.commands'
import { relayFormSchema, tokenSchema } from '@/modules/persons/relay.schema'
import { formAction } from '@/platform/form-action'

/** The form of a visitor; the answer is the same whoever wrote. */
export const sendRelayForm = formAction(relayFormSchema, async (form, { locale, visit: { address } }) => {
  await writeToPerson(form, { locale, address })
  return { sent: true }
})

/** The one button behind the link. */
export const passOnHere = formAction(tokenSchema, async ({ token }, { locale }) => {
  await passOnMessage(token)
  redirect(`/${locale}/message/sent`)
})
