import { getTranslations } from 'next-intl/server'
import type { DeskSection } from './desk-part'
import { recordPart } from './record-part'

/** Published records that nobody confirmed in the last twelve months. */
export const toConfirm: DeskSection = async (asked) => {
  const t = await getTranslations('desk')
  return recordPart(asked, {
    title: t('toConfirm'),
    lead: t('toConfirmLead'),
    filter: { status: ['published'], toConfirm: true },
    listing: { care: 'confirm' },
  })
}
