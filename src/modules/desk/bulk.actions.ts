'use server'

import { redirect } from 'next/navigation'
import { doToMany, undoBulk } from '@/modules/desk/bulk.commands'
import { addressOfListing, bulkSchema, undoBulkSchema } from '@/modules/desk/bulk.schema'
import { formAction } from '@/platform/form-action'

/** Leads back to the list as it was, with what became of the deed above it. */
export const doToSelected = formAction(bulkSchema, async (request, { viewer, locale }) => {
  const id = await doToMany(viewer, request)
  redirect(`/${locale}/desk/${request.kind}s?${addressOfListing(request.list, { deed: id })}`)
})

export const undoDone = formAction(undoBulkSchema, async ({ id }, { viewer, locale }) => {
  const { undone, left } = await undoBulk(viewer, id)
  redirect(`/${locale}/desk?done=undo&undone=${undone}&left=${left}`)
})
