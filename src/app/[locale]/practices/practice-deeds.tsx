import { getTranslations } from 'next-intl/server'
import { inLanguage, type Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canReadRevisions } from '@/modules/curation/proposal.policy'
import { canSuggest } from '@/modules/curation/suggestion.policy'
import { StillTrue } from '@/modules/curation/ui/still-true.client'
import { canVerify } from '@/modules/curation/verification.policy'
import { canEditPractice } from '@/modules/practices/practice.policy'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { ClientTexts } from '@/ui/client-texts'
import { DeedLink } from '@/ui/deed-link'
import { Toast } from '@/ui/toast'

/** What this viewer may do with a practice, beside its title. */
export async function PracticeDeeds({
  viewer,
  practice: { id, slug, status, territory, title },
  locale,
  done,
}: {
  viewer: Viewer | null
  practice: Pick<PracticeDetail, 'id' | 'slug' | 'status' | 'territory' | 'title'>
  locale: Locale
  /** The deed that led back here, from the address. */
  done: string | null
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
      {canVerify(viewer, record) && (
        <ClientTexts namespaces={['verification', 'errors', 'ui']}>
          <StillTrue record={{ kind: 'practice', id, name: inLanguage(title, locale).value }} />
        </ClientTexts>
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
      {done === 'verified' && <Toast>{t('done.verified')}</Toast>}
    </>
  )
}
