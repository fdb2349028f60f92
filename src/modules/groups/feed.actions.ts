'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { makeFeed, stopFeed } from '@/modules/groups/feed.commands'
import { formAction } from '@/platform/form-action'

/** The answer holds the address: the only time that it can be read. */
export const makeFeedHere = formAction(z.strictObject({}), async (_, { viewer, locale }) => ({
  address: await makeFeed(viewer, { locale }),
}))

export const stopFeedHere = formAction(z.strictObject({}), async (_, { viewer, locale }) => {
  await stopFeed(viewer)
  redirect(`/${locale}/desk/account?done=calendar#calendar`)
})
