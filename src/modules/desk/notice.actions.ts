'use server'

import { redirect } from 'next/navigation'
import { readNotices, stopDigest } from '@/modules/desk/notice.commands'
import { readNoticesSchema, stopDigestSchema } from '@/modules/desk/notice.schema'
import { formAction } from '@/platform/form-action'

export const markRead = formAction(readNoticesSchema, async ({ id }, { viewer, locale }) => {
  await readNotices(viewer, id)
  redirect(`/${locale}/desk/news`)
})

/** The button behind the link of a digest. */
export const stopDigestHere = formAction(stopDigestSchema, async ({ token }) => {
  await stopDigest(token)
  return 'stopped' as const
})
