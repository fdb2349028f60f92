'use server'

import { redirect } from 'next/navigation'
import { claimRecord, decideTransfer, eraseRecord, moveRecord } from '@/modules/curation/custody.commands'
import { claimSchema, decideTransferSchema, eraseSchema, moveSchema } from '@/modules/curation/custody.schema'
import { formAction } from '@/platform/form-action'

/** A territory takes a record over from the commons. */
export const claimFromCommons = formAction(claimSchema, async (said, { viewer, locale }) => {
  await claimRecord(viewer, said)
  redirect(`/${locale}/desk?done=taken`)
})

export const moveToCurator = formAction(moveSchema, async (said, { viewer, locale }) => {
  await moveRecord(viewer, said)
  redirect(`/${locale}/desk/custody/${said.kind}/${said.id}?done=moved`)
})

export const eraseForGood = formAction(eraseSchema, async (said, { viewer, locale }) => {
  await eraseRecord(viewer, said, locale)
  redirect(`/${locale}/desk?done=erased`)
})

/** The other territory takes a record, or leaves it where it is. */
export const answerTransfer = formAction(decideTransferSchema, async (said, { viewer, locale }) => {
  await decideTransfer(viewer, said)
  redirect(`/${locale}/desk?done=${said.decision === 'accept' ? 'taken' : 'left'}`)
})
