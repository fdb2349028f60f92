'use server'

import { redirect } from 'next/navigation'
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
  const { slug } = await keepTerritory(viewer, form)
  redirect(`/${locale}/territories/${slug}`)
})
