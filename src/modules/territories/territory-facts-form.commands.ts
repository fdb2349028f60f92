import { AppError, isAppError, requireThat } from '@/core/app-error'
import type { StaleForm } from '@/core/form-outcome'
import type { Viewer } from '@/core/viewer'
import { changeTerritory } from '@/modules/territories/territory.commands'
import { getTerritoryFactsForm } from '@/modules/territories/territory-facts-form.queries'
import type { TerritoryFactsForm } from '@/modules/territories/territory-facts-form.schema'
import { canEditTerritory } from '@/modules/territories/territory.policy'
import { db } from '@/platform/db'

/**
 * Keeps what the form says. Returns the territory's address, or what somebody else saved meanwhile. Throws `forbidden`,
 * `not-found`, `invalid` (a partner that is not read by everybody, an instrument taken out that something rests on).
 */
export async function keepTerritory(
  viewer: Viewer | null,
  { id, version, facts }: TerritoryFactsForm,
  locale: string,
): Promise<{ slug: string } | StaleForm> {
  requireThat(canEditTerritory(viewer, { id }), viewer)
  const present = await db.territory.findUnique({ where: { id }, select: { slug: true, partnerOrganisationId: true } })
  if (present === null) throw new AppError('not-found', 'notFound')
  const partnerId = facts.partnerOrganisationId
  if (partnerId !== undefined && partnerId !== present.partnerOrganisationId) {
    const where = { id: partnerId, status: 'published', visibility: 'public' } as const
    if ((await db.actor.count({ where })) === 0)
      throw new AppError('invalid', 'invalid', {}, [{ field: 'partner', message: 'unknown' }])
  }
  try {
    await changeTerritory(viewer, { id, version }, facts)
    return { slug: present.slug }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    return { stale: await getTerritoryFactsForm(viewer, { id }, locale) }
  }
}
