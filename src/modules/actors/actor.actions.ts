'use server'

import { redirect } from 'next/navigation'
import { recordMove, sendBackMove } from '@/core/form-intent'
import { archiveActor, discardActor, publishActor, restoreActor, sendBackActor } from '@/modules/actors/actor.commands'
import { keepActor } from '@/modules/actors/actor-form.commands'
import { actorFormSchema } from '@/modules/actors/actor-form.schema'
import { formAction } from '@/platform/form-action'

/** The form of an actor. A saved draft stays open; what was sent on leads back to the desk. */
export const sendActorForm = formAction(actorFormSchema, async (form, { viewer, locale }) => {
  const outcome = await keepActor(viewer, form, locale)
  if ('stale' in outcome) return outcome
  const { version } = outcome.saved
  if (form.intent === 'save') redirect(`/${locale}/desk/actors/${form.id}?done=saved&v=${version}`)
  const done = form.intent === 'propose' && outcome.saved.outcome === 'unchanged' ? 'nothing' : form.intent
  return redirect(`/${locale}/desk?done=${done}&actor=${outcome.saved.slug}`)
})

export const publishActorAsIs = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await publishActor(viewer, at)
  redirect(`/${locale}/desk?done=publish&actor=${slug}`)
})

export const sendActorBack = formAction(sendBackMove, async (at, { viewer, locale }) => {
  const { slug } = await sendBackActor(viewer, at)
  redirect(`/${locale}/desk?done=sendBack&actor=${slug}`)
})

export const archiveActorAsIs = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await archiveActor(viewer, at)
  redirect(`/${locale}/desk?done=archive&actor=${slug}`)
})

export const restoreActorAsWas = formAction(recordMove, async (at, { viewer, locale }) => {
  const { slug } = await restoreActor(viewer, at)
  redirect(`/${locale}/desk?done=restore&actor=${slug}`)
})

export const discardOwnActor = formAction(recordMove, async (at, { viewer, locale }) => {
  await discardActor(viewer, at)
  redirect(`/${locale}/desk?done=discard`)
})
