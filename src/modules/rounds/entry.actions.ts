'use server'

import { redirect } from 'next/navigation'
import { enterByLink, renewEntry } from '@/modules/rounds/entry.commands'
import { entrySchema } from '@/modules/rounds/entry.schema'
import { formAction } from '@/platform/form-action'
import { enter } from '@/platform/session'

/** The button behind the link of a mail that asks for reviews. */
export const enterHere = formAction(entrySchema, async ({ token }, { locale, visit }) => {
  const { target, opening } = await enterByLink(token, visit)
  const path = `/${locale}${target}`
  if (opening === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  redirect(await enter(opening, path, locale))
})

/** A new link in place of one that is used or too old, to the same address. */
export const renewEntryHere = formAction(entrySchema, async ({ token }, { visit }) => {
  await renewEntry(token, visit)
  return true
})
