import { getTranslations } from 'next-intl/server'
import { findTransfers } from '@/modules/curation/custody.queries'
import { TransferList } from '@/modules/curation/ui/transfer-list'
import { ClientTexts } from '@/ui/client-texts'
import type { DeskSection } from './desk-part'

/** Records whose holder is at home in the viewer's territory and that another one still curates. */
export const transfers: DeskSection = async ({ viewer, limit, after, locale }) => {
  const t = await getTranslations('custody.transfer')
  const { rows, total, next } = await findTransfers(viewer, { limit, after, locale })
  return {
    ...{ title: t('title'), lead: t('lead'), count: total, next },
    rows: (
      <ClientTexts namespaces={['custody', 'errors']}>
        <TransferList transfers={rows} />
      </ClientTexts>
    ),
  }
}
