import { useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { CuratedName } from '@/modules/curation/ui/curated-name'
import { TransferDeeds } from '@/modules/curation/ui/transfer-deeds.client'
import type { Transfer } from '@/modules/curation/custody.schema'

/** Records that should come to the viewer's territories. */
export function TransferList({ transfers }: { transfers: readonly Transfer[] }) {
  const t = useTranslations('custody.transfer')
  const locale = useLocale()
  return (
    <ul>
      {transfers.map(({ id, record, to, openedAt }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
          <span className="min-w-0 flex-1 basis-72">
            <CuratedName record={record} />
            <span className="mt-1 block text-sm text-ink-2">
              {t('opened', { day: dateText(locale, openedAt, 'day'), name: to.name })}
            </span>
          </span>
          <TransferDeeds id={id} name={record.name} />
        </li>
      ))}
    </ul>
  )
}
