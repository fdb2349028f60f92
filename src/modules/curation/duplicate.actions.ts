'use server'

import { redirect } from 'next/navigation'
import { compareAgain, tellApart } from '@/modules/curation/duplicate.commands'
import { pairSchema } from '@/modules/curation/duplicate.schema'
import { formAction } from '@/platform/form-action'

/** "Not a duplicate": the pair is not proposed again. */
export const tellPairApart = formAction(pairSchema, async (pair, { viewer, locale }) => {
  await tellApart(viewer, pair)
  redirect(`/${locale}/desk/duplicates?done=apart`)
})

export const comparePairAgain = formAction(pairSchema, async (pair, { viewer, locale }) => {
  await compareAgain(viewer, pair)
  redirect(`/${locale}/desk/duplicates?done=again`)
})
