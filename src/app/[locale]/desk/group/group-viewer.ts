import { forbidden, redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canOpenGroups } from '@/modules/groups/group.policy'
import { currentSession } from '@/platform/session'

/** Who reads of a group: reviewers sit at no desk, so they come here directly. A visitor signs in first and comes back. */
export async function groupViewer(locale: Locale, path: string): Promise<Viewer> {
  const session = await currentSession()
  if (session === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  if (session.lacksSecondFactor) redirect(`/${locale}/desk/account/two-factor`)
  decided()
  if (!canOpenGroups(session.viewer)) forbidden()
  return session.viewer
}
