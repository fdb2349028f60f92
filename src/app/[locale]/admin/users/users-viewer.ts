import { forbidden, redirect } from 'next/navigation'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canSeeUsers } from '@/modules/accounts/account.policy'
import { currentViewer } from '@/platform/session'

/** Who answers for users: a visitor signs in first and comes back, whoever answers for nobody is told so. */
export async function usersViewer(locale: Locale, path: string): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  if (!canSeeUsers(viewer)) forbidden()
  return viewer
}
