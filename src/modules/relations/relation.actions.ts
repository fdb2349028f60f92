'use server'

import { redirect } from 'next/navigation'
import { recordMove, sendBackMove } from '@/core/form-intent'
import {
  archiveRelation,
  discardRelation,
  restoreRelation,
  sendBackRelation,
} from '@/modules/relations/relation.commands'
import { keepRelation, publishRelationWhole } from '@/modules/relations/relation-form.commands'
import { relationFormSchema } from '@/modules/relations/relation-form.schema'
import { formAction } from '@/platform/form-action'

/** The form of a relation. A saved draft stays open; what was sent on leads back to the desk. */
export const sendRelationForm = formAction(relationFormSchema, async (form, { viewer, locale }) => {
  const outcome = await keepRelation(viewer, form, locale)
  if ('stale' in outcome) return outcome
  const { version } = outcome.saved
  if (form.intent === 'save') redirect(`/${locale}/desk/relations/${form.id}?done=saved&v=${version}`)
  const done = form.intent === 'propose' && outcome.saved.outcome === 'unchanged' ? 'nothing' : form.intent
  return redirect(`/${locale}/desk?done=${done}&relation=${outcome.saved.slug}`)
})

export const publishRelationAsIs = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await publishRelationWhole(viewer, at)
  redirect(`/${locale}/desk?done=publish&relation=${slug}`)
})

export const sendRelationBack = formAction(sendBackMove, async (at, { viewer, locale }) => {
  const { slug } = await sendBackRelation(viewer, at)
  redirect(`/${locale}/desk?done=sendBack&relation=${slug}`)
})

export const archiveRelationAsIs = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await archiveRelation(viewer, at)
  redirect(`/${locale}/desk?done=archive&relation=${slug}`)
})

export const restoreRelationAsWas = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await restoreRelation(viewer, at)
  redirect(`/${locale}/desk?done=restore&relation=${slug}`)
})

export const discardOwnRelation = formAction(recordMove, async (at, { viewer, locale }) => {
  await discardRelation(viewer, at)
  redirect(`/${locale}/desk?done=discard`)
})
