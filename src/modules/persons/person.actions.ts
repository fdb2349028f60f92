'use server'

import { redirect } from 'next/navigation'
import { keepPerson, removePerson } from '@/modules/persons/person.commands'
import { personFormSchema, removePersonSchema } from '@/modules/persons/person.schema'
import { formAction } from '@/platform/form-action'

/** The form of a contact person; leads back to the actor's desk page. */
export const sendPersonForm = formAction(personFormSchema, async (form, { viewer, locale }) => {
  const outcome = await keepPerson(viewer, form)
  if ('stale' in outcome) return outcome
  return redirect(`/${locale}/desk/actors/${form.actorId}?done=person#persons`)
})

export const removePersonHere = formAction(removePersonSchema, async (which, { viewer, locale }) => {
  await removePerson(viewer, which)
  redirect(`/${locale}/desk/actors/${which.actorId}?done=personRemoved#persons`)
})
