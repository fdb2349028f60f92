import { forbidden } from 'next/navigation'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { deskViewer } from './desk-viewer'

/** Who answers for the records of a territory: a coordinator or an administrator; an editor is told so. */
export async function careViewer(locale: Locale, path: string): Promise<Viewer> {
  const viewer = await deskViewer(locale, path)
  if (!viewer.isAdmin && !viewer.territoryIds.some((id) => viewer.can('coordinator', id))) forbidden()
  return viewer
}
