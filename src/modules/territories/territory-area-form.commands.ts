import { AppError, requireThat } from '@/core/app-error'
import type { Viewer } from '@/core/viewer'
import { redrawTerritory } from '@/modules/territories/territory.commands'
import type { TerritoryAreaForm } from '@/modules/territories/territory-area-form.schema'
import { canChangeBoundary } from '@/modules/territories/territory.policy'
import { getBoundary } from '@/modules/territories/territory.queries'
import { boundary } from '@/modules/territories/territory.schema'
import { db } from '@/platform/db'

/** Redraws as the form says. Returns the territory's address. Throws as `redrawTerritory`, and `not-found`. */
export async function keepArea(
  viewer: Viewer | null,
  { id, version, ...area }: TerritoryAreaForm,
): Promise<{ slug: string }> {
  requireThat(canChangeBoundary(viewer), viewer)
  const present = await db.territory.findUnique({ where: { id }, select: { slug: true, nutsCode: true } })
  if (present === null) throw new AppError('not-found', 'notFound')
  const isSame = area.nutsCode === undefined || area.nutsCode === present.nutsCode
  const drawn = area.boundary === undefined && isSame ? await getBoundary(id) : null
  const kept = drawn === null ? {} : { boundary: boundary.parse({ type: 'MultiPolygon', coordinates: drawn }) }
  await redrawTerritory(viewer, { id, version }, { ...area, ...kept })
  return { slug: present.slug }
}
