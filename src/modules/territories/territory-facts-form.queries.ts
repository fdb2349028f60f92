import { AppError, requireThat } from '@/core/app-error'
import type { FormFields } from '@/core/form-fields'
import type { Viewer } from '@/core/viewer'
import { factsToForm } from '@/modules/territories/territory-facts-form.schema'
import { canEditTerritory } from '@/modules/territories/territory.policy'
import { partnerName } from '@/modules/territories/territory.queries'
import { territoryFactsSchema } from '@/modules/territories/territory.schema'
import { db } from '@/platform/db'

/** What the form of a territory shows. Throws `not-found`, `forbidden` (everybody sees the territory itself). */
export async function getTerritoryFactsForm(
  viewer: Viewer | null,
  where: { slug: string } | { id: string },
  locale: string,
): Promise<{ id: string; version: number; values: FormFields }> {
  const row = await db.territory.findUnique({
    where,
    select: {
      ...{ id: true, version: true, name: true, description: true, timeZone: true, languages: true },
      ...{ sourceName: true, sourceUrl: true, partnerOrganisationId: true },
      partnerOrganisation: { select: { slug: true, names: { where: { kind: 'label' } } } },
      instruments: { orderBy: [{ started: 'desc' }, { id: 'asc' }], omit: { territoryId: true } },
    },
  })
  if (row === null) throw new AppError('not-found', 'notFound')
  requireThat(canEditTerritory(viewer, row), viewer)
  const { id, version, partnerOrganisation: partner, instruments, ...rest } = row
  const facts = territoryFactsSchema.parse({ ...said(rest), instruments: instruments.map(said) })
  return { id, version, values: factsToForm(facts, partner === null ? undefined : partnerName(partner, locale)) }
}

/** Columns that say something. */
const said = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
