import { forbidden } from 'next/navigation'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canHandleRequests } from '@/modules/privacy/data-request.policy'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'

/** Who answers for people's data: coordinators and administrators; others at the desk are told so. */
export async function privacyViewer(locale: Locale, path: string): Promise<Viewer> {
  const viewer = await deskViewer(locale, path)
  if (!canHandleRequests(viewer)) forbidden()
  return viewer
}
