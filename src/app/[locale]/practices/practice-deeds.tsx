import { getTranslations } from 'next-intl/server'
import type { Viewer } from '@/core/viewer'
import { canReadRevisions } from '@/modules/curation/proposal.policy'
import { canSuggest } from '@/modules/curation/suggestion.policy'
import { canEditPractice } from '@/modules/practices/practice.policy'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { DeedLink } from '@/ui/deed-link'

/** What this viewer may do with a practice, beside its title. */
export async function PracticeDeeds({
  viewer,
  practice: { id, slug, status, territory },
}: {
  viewer: Viewer | null
  practice: Pick<PracticeDetail, 'id' | 'slug' | 'status' | 'territory'>
}) {
  const t = await getTranslations('deeds')
  const record = { status, territoryId: territory?.id ?? null }
  return (
    <>
      {canEditPractice(viewer, record) && (
        <DeedLink deed="edit" href={`/desk/practices/${id}`}>
          {t('edit')}
        </DeedLink>
      )}
      {canReadRevisions(viewer, record) && (
        <DeedLink deed="history" href={`/desk/practices/${id}/history`}>
          {t('history')}
        </DeedLink>
      )}
      {canSuggest(record) && (
        <DeedLink deed="suggest" href={`/practices/${slug}/suggest`}>
          {t('suggest')}
        </DeedLink>
      )}
    </>
  )
}
