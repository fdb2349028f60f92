import { redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { currentSession } from '@/platform/session'

/** Whose reviews these are: a visitor signs in first and comes back to the same page. */
export async function reviewViewer(locale: Locale, path: string): Promise<Viewer> {
  const session = await currentSession()
  if (session === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  if (session.lacksSecondFactor) redirect(`/${locale}/desk/account/two-factor`)
  decided() // everybody's own
  return session.viewer
}
