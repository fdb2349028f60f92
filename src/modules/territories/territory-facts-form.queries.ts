import { AppError, requireThat } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import { type Localized, localized } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canEditTerritory } from '@/modules/territories/territory.policy'
import { db } from '@/platform/db'

const textsOf = (text: Localized | null): FormFields =>
  Object.fromEntries(Object.entries(text?.texts ?? {}).map(([language, { value }]) => [language, value]))

/** What the form of a territory shows. Throws `not-found`, `forbidden` (everybody sees the territory itself). */
export async function getTerritoryFactsForm(
  viewer: Viewer | null,
  slug: string,
): Promise<{ id: string; version: number; values: FormFields }> {
  const row = await db.territory.findUnique({ where: { slug }, omit: { boundary: true } })
  if (row === null) throw new AppError('not-found', 'notFound')
  requireThat(canEditTerritory(viewer, row), viewer)
  const name = localized(200).parse(row.name)
  const description = localized(5000).nullable().parse(row.description)
  return {
    id: row.id,
    version: row.version,
    values: {
      original: name.original,
      name: textsOf(name),
      description: textsOf(description),
      timeZone: row.timeZone,
      languages: row.languages,
    },
  }
}
