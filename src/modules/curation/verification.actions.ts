'use server'

import { redirect } from 'next/navigation'
import { ownPath } from '@/core/own-path'
import { confirmByLink, renewVerificationLink, verifyRecord } from '@/modules/curation/verification.commands'
import { askHolders } from '@/modules/curation/verification-round.commands'
import { askMove, linkMove, verifyMove } from '@/modules/curation/verification.schema'
import { formAction } from '@/platform/form-action'

/** "Still true", by whoever keeps the record. */
export const stillTrueHere = formAction(verifyMove, async ({ back, ...at }, { viewer, locale }) => {
  const slug = await verifyRecord(viewer, at)
  redirect(ownPath(back, `/${locale}/${at.kind}s/${slug}?done=verified`))
})

/** "Still true", by the holder who was asked: the link is the right. */
export const stillTrueByLink = formAction(linkMove, async ({ token }, { locale }) => {
  await confirmByLink(token)
  redirect(`/${locale}/still-true/${token}?done=confirmed`)
})

export const renewStillTrueLink = formAction(linkMove, async ({ token }, { locale }) => {
  await renewVerificationLink(token)
  redirect(`/${locale}/still-true/${token}?done=renewed`)
})

/** Asks the next batch of holders. */
export const askHoldersHere = formAction(askMove, async ({ territoryId }, { viewer, locale }) => {
  const { asked, withoutAddress } = await askHolders(viewer, territoryId === 'commons' ? null : territoryId)
  redirect(`/${locale}/desk/verification?curator=${territoryId}&asked=${asked}&without=${withoutAddress}`)
})
