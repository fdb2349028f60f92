import { getTranslations } from 'next-intl/server'
import type { Viewer } from '@/core/viewer'
import { canKeepSomeApiKeys } from '@/modules/accounts/api-key.policy'
import { canKeepSomeTransfer } from '@/modules/adoption/transfer.policy'
import { canSeekDuplicates } from '@/modules/curation/merge.policy'
import { canOpenGroups } from '@/modules/groups/group.policy'
import { LinkButton } from '@/ui/link-button'

/** Pages of the desk that no task leads to. A page is one line here. */
export async function DeskWays({ viewer }: { viewer: Viewer }) {
  const desk = await getTranslations('desk')
  const duplicates = await getTranslations('duplicates')
  const adoption = await getTranslations('adoption.desk')
  const groups = await getTranslations('groups')
  const keys = await getTranslations('apiKeys')
  const reviews = await getTranslations('reviews')
  const isReviewer = viewer.memberships.some(({ role }) => role === 'reviewer')
  const ways = [
    { href: '/desk/actors', label: desk('allActors') },
    { href: '/desk/relations', label: desk('allRelations') },
    { href: '/desk/practices', label: desk('allPractices') },
    ...(canKeepSomeTransfer(viewer) ? [{ href: '/desk/adoption', label: adoption('title') }] : []),
    ...(canOpenGroups(viewer) ? [{ href: '/desk/group', label: groups('title') }] : []),
    ...(isReviewer ? [{ href: '/desk/reviews', label: reviews('ways') }] : []),
    ...(canSeekDuplicates(viewer) ? [{ href: '/desk/duplicates', label: duplicates('title') }] : []),
    ...(canKeepSomeApiKeys(viewer) ? [{ href: '/desk/api-keys', label: keys('title') }] : []),
  ]
  if (ways.length === 0) return null
  return (
    <p data-screen-only className="mt-10 flex flex-wrap gap-2 border-t border-rule pt-5">
      {ways.map(({ href, label }) => (
        <LinkButton key={href} href={href}>
          {label}
        </LinkButton>
      ))}
    </p>
  )
}
