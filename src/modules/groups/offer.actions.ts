'use server'

import { redirect } from 'next/navigation'
import { offerPractice, withdrawOffer } from '@/modules/groups/offer.commands'
import { offerSchema } from '@/modules/groups/offer.schema'
import { formAction } from '@/platform/form-action'

export const offerPracticeHere = formAction(offerSchema, async (offer, { viewer, locale }) => {
  await offerPractice(viewer, offer)
  redirect(`/${locale}/desk/practices/${offer.practiceId}?done=offered#offers`)
})

export const withdrawOfferHere = formAction(offerSchema, async (offer, { viewer, locale }) => {
  await withdrawOffer(viewer, offer)
  redirect(`/${locale}/desk/practices/${offer.practiceId}?done=withdrawn#offers`)
})
