import type { ReactNode } from 'react'
import { getTranslations } from 'next-intl/server'
import type { EditedRecord } from '@/app/[locale]/desk/edit-record'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { canOfferPractice } from '@/modules/groups/offer.policy'
import { findOffers } from '@/modules/groups/offer.queries'
import { PracticeOffers } from '@/modules/groups/ui/practice-offers'
import { ClientTexts } from '@/ui/client-texts'
import { Toast } from '@/ui/toast'

const deeds = ['offered', 'withdrawn'] as const

/** Under the form of a practice that was handed in: to which groups its coordinator offers it. */
export async function practiceOffers(
  viewer: Viewer,
  { id, territoryId, status }: EditedRecord,
  { locale, done }: { locale: Locale; done: string | string[] | undefined },
): Promise<ReactNode> {
  if (!canOfferPractice(viewer, { territoryId })) return null
  const [t, offers] = await Promise.all([
    getTranslations('groups.offers.done'),
    findOffers(viewer, { id, territoryId }, locale),
  ])
  const isOpen = status === 'submitted'
  const told = deeds.find((deed) => deed === done)
  if (!isOpen && offers.made.length === 0) return null
  return (
    <>
      <ClientTexts namespaces={['groups', 'errors', 'ui']} parts={{ groups: ['offers'] }}>
        <PracticeOffers practiceId={id} offers={offers} isOpen={isOpen} />
      </ClientTexts>
      {told !== undefined && <Toast key={told}>{t(told)}</Toast>}
    </>
  )
}
