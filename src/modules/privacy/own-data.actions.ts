'use server'

import { redirect } from 'next/navigation'
import {
  askForOwnPage,
  correctByLink,
  eraseByLink,
  objectByLink,
  renewOwnPage,
} from '@/modules/privacy/own-data.commands'
import { askOwnSchema, correctEntrySchema, ownEntrySchema, renewOwnSchema } from '@/modules/privacy/own-data.schema'
import { formAction } from '@/platform/form-action'

/** The answer is the same whatever is held. */
export const askForOwnPageHere = formAction(askOwnSchema, async ({ email }, { locale, visit }) => {
  await askForOwnPage(email, { address: visit.address, locale })
  return { sent: true }
})

export const renewOwnPageHere = formAction(renewOwnSchema, async ({ token }, { visit }) => {
  await renewOwnPage(token, { address: visit.address })
  return { sent: true }
})

export const correctHere = formAction(correctEntrySchema, async (entry, { locale }) => {
  redirect(`/${locale}/privacy/own/${await correctByLink(entry)}?done=corrected`)
})

export const objectHere = formAction(ownEntrySchema, async (entry, { locale }) => {
  redirect(`/${locale}/privacy/own/${await objectByLink(entry)}?done=objected`)
})

export const eraseHere = formAction(ownEntrySchema, async (entry, { locale }) => {
  redirect(`/${locale}/privacy/own/${await eraseByLink(entry)}?done=erased`)
})
