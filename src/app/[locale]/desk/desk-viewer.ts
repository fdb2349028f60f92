import { forbidden, redirect } from 'next/navigation'
import { decided } from '@/core/decision'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canKeepDraft } from '@/modules/desk/draft.policy'
import { canOpenGroups } from '@/modules/groups/group.policy'
import { countReviewsToDo } from '@/modules/rounds/review.queries'
import { currentSession } from '@/platform/session'

/**
 * Who sits at the desk: a visitor signs in first and comes back, whoever still needs a second factor is led to it,
 * reviewers to what they are asked to review, else to their group, whoever edits nothing is told so.
 */
export async function deskViewer(locale: Locale, path: string): Promise<Viewer> {
  const session = await currentSession()
  if (session === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}${path}`)}`)
  if (session.lacksSecondFactor) redirect(`/${locale}/desk/account/two-factor`)
  decided()
  if (!canKeepDraft(session.viewer)) {
    if (path === '/desk' && canOpenGroups(session.viewer))
      redirect(`/${locale}/desk/${(await countReviewsToDo(session.viewer)) > 0 ? 'reviews' : 'group'}`)
    forbidden()
  }
  return session.viewer
}
