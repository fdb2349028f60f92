'use server'

import { redirect } from 'next/navigation'
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
