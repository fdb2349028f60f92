import { forbidden, redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canKeepDraft } from '@/modules/desk/draft.policy'
import { currentSession } from '@/platform/session'

/**
 * Who sits at the desk: a visitor signs in first and comes back, whoever still needs a second factor is led to it,
 * whoever edits nothing is told so.
 */
export async function deskViewer(locale: Locale, path: string): Promise<Viewer> {
  const session = await currentSession()
  if (session === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  if (session.lacksSecondFactor) redirect(`/${locale}/desk/account/two-factor`)
  decided()
  if (!canKeepDraft(session.viewer)) forbidden()
  return session.viewer
}
