'use server'

import { redirect } from 'next/navigation'
import { keepArea } from '@/modules/territories/territory-area-form.commands'
import { territoryAreaFormSchema } from '@/modules/territories/territory-area-form.schema'
import { keepTerritory } from '@/modules/territories/territory-facts-form.commands'
import { territoryFactsFormSchema } from '@/modules/territories/territory-facts-form.schema'
import { createTerritory } from '@/modules/territories/territory.commands'
import { territoryFormSchema } from '@/modules/territories/territory-form.schema'
import { formAction } from '@/platform/form-action'

/** "Create your territory": leads to its page. */
export const sendTerritoryForm = formAction(
  territoryFormSchema,
  async ({ territory, coordinate }, { viewer, locale }) => {
    const { slug } = await createTerritory(viewer, territory, { coordinate })
    redirect(`/${locale}/territories/${slug}`)
  },
)

/** What a coordinator changes: leads to the territory's page. */
export const sendTerritoryFacts = formAction(territoryFactsFormSchema, async (form, { viewer, locale }) => {
  const outcome = await keepTerritory(viewer, form, locale)
  if ('stale' in outcome) return outcome
  return redirect(`/${locale}/territories/${outcome.slug}`)
})

/** What an administrator changes of its level and boundary: leads to the territory's page. */
export const sendTerritoryArea = formAction(territoryAreaFormSchema, async (form, { viewer, locale }) => {
  const { slug } = await keepArea(viewer, form)
  redirect(`/${locale}/territories/${slug}`)
})
