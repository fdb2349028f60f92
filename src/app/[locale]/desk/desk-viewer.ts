import { forbidden, redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canKeepDraft } from '@/modules/desk/draft.policy'
import { currentViewer } from '@/platform/session'

/** Who sits at the desk: a visitor signs in first and comes back, whoever edits nothing is told so. */
export async function deskViewer(locale: Locale, path: string): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  decided()
  if (!canKeepDraft(viewer)) forbidden()
  return viewer
}
