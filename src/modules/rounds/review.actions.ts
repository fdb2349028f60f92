'use server'

import { redirect } from 'next/navigation'
import type { StaleForm } from '@/core/form-outcome'
import { declareConflict, keepReviewForm, sendReview } from '@/modules/rounds/review.commands'
import { conflictSchema, reviewFormSchema, sendReviewSchema } from '@/modules/rounds/review.schema'
import { formAction } from '@/platform/form-action'

/** The form of a review: keeps it, and leads to the page that shows it before it is sent. */
export const keepReviewHere = formAction(reviewFormSchema, async (form, { viewer, locale }): Promise<StaleForm> => {
  const kept = await keepReviewForm(viewer, form)
  if ('stale' in kept) return { stale: { version: kept.stale.version, values: kept.stale.fields } }
  const page = `/${locale}/desk/reviews/${form.id}`
  redirect(form.intent === 'look' ? `${page}/summary` : `${page}?done=kept`)
})

export const sendReviewHere = formAction(sendReviewSchema, async (review, { viewer, locale }) => {
  await sendReview(viewer, review, locale)
  redirect(`/${locale}/desk/reviews/${review.id}/sent`)
})

export const declareConflictHere = formAction(conflictSchema, async (said, { viewer, locale }) => {
  await declareConflict(viewer, said)
  redirect(`/${locale}/desk/reviews/${said.id}?done=conflict`)
})
