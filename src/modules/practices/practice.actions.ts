'use server'

import { redirect } from 'next/navigation'
import { recordMove, sendBackMove } from '@/core/form-intent'
import { keepPractice } from '@/modules/practices/practice-form.commands'
import { practiceFormSchema } from '@/modules/practices/practice-form.schema'
import {
  archivePractice,
  discardPractice,
  publishPractice,
  restorePractice,
  sendBackPractice,
} from '@/modules/practices/practice.commands'
import { formAction } from '@/platform/form-action'

/** The form of a practice. A saved draft stays open; what was sent on leads back to the desk. */
export const sendPracticeForm = formAction(practiceFormSchema, async (form, { viewer, locale }) => {
  const outcome = await keepPractice(viewer, form, locale)
  if ('stale' in outcome) return outcome
  const { version } = outcome.saved
  if (form.intent === 'save') redirect(`/${locale}/desk/practices/${form.id}?done=saved&v=${version}`)
  const done = form.intent === 'propose' && outcome.saved.outcome === 'unchanged' ? 'nothing' : form.intent
  return redirect(`/${locale}/desk?done=${done}&practice=${outcome.saved.slug}`)
})

export const publishPracticeAsIs = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await publishPractice(viewer, at)
  redirect(`/${locale}/desk?done=publish&practice=${slug}`)
})

export const sendPracticeBack = formAction(sendBackMove, async (at, { viewer, locale }) => {
  const { slug } = await sendBackPractice(viewer, at)
  redirect(`/${locale}/desk?done=sendBack&practice=${slug}`)
})

export const archivePracticeAsIs = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await archivePractice(viewer, at)
  redirect(`/${locale}/desk?done=archive&practice=${slug}`)
})

export const restorePracticeAsWas = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await restorePractice(viewer, at)
  redirect(`/${locale}/desk?done=restore&practice=${slug}`)
})

export const discardOwnPractice = formAction(recordMove, async (at, { viewer, locale }) => {
  await discardPractice(viewer, at)
  redirect(`/${locale}/desk?done=discard`)
})
