import { forbidden, redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { currentViewer } from '@/platform/session'

/** Who looks after the site: a visitor signs in first and comes back, whoever may not is told so. */
export async function adminViewer(
  locale: Locale,
  path: string,
  may: (viewer: Viewer | null) => boolean,
): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  decided()
  if (!may(viewer)) forbidden()
  return viewer
}
