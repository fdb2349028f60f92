import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { findTerritories } from '@/modules/territories/territory.queries'

/** A territory this viewer coordinates; `id` null is the commons, which administrators curate. */
type Coordinated = { id: string | null; slug: string; name: string }

/** What this viewer coordinates, by name, the commons last. */
export async function coordinatedBy(viewer: Viewer, locale: Locale, commons: string): Promise<Coordinated[]> {
  const { rows } = await findTerritories({}, { locale })
  const own = rows
    .filter(({ id }) => viewer.can('coordinator', id))
    .map(({ id, slug, name }) => ({ id, slug, name }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return [...own, ...(viewer.isAdmin ? [{ id: null, slug: 'commons', name: commons }] : [])]
}
